using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Float32 filter gradient of a depthwise convolution: a tap's sums stay in registers along an output row.</summary>
internal sealed unsafe class DepthwiseFilterGradient<S, V> : Kernel
    where S : struct, ISimd<V>
    where V : struct
{
    private readonly Operand _x;
    private readonly Operand _dy;
    private readonly Operand _filters;
    private readonly TapPlan _plan;
    private readonly int _rows;
    private readonly int _parts;
    private readonly Job _job;

    internal DepthwiseFilterGradient(ConvGeometry geometry, Operand x, Operand dy, Operand filters)
    {
        (_x, _dy, _filters) = (x, dy, filters);
        _plan = TapPlan.Forward(geometry);
        _rows = geometry.Batch * _plan.Count[0] * _plan.Count[1];
        _parts = Math.Min(Math.Max(1, _rows), Split.Count(geometry.Work, Split.SerialWork));
        _job = new PartJob(this);
    }

    internal override nuint ScratchBytes => (nuint)_parts * (nuint)Length * sizeof(float);

    private int Length => _plan.Taps.Length * _plan.TargetChannels;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(WorkerPool pool)
    {
        pool.Run(_job, _parts);
        int length = Length;
        float* parts = (float*)Scratch;
        for (int i = 0; i < length; i += S.Width)
        {
            int count = Math.Min(S.Width, length - i);
            V sum = S.LoadPartial(parts + i, count);
            for (int part = 1; part < _parts; part++)
            {
                sum = S.Add(sum, S.LoadPartial(parts + (nint)part * length + i, count));
            }

            S.StorePartial(_filters.Float + i, sum, count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Row(int row, float* gradient)
    {
        TapPlan plan = _plan;
        int h0 = row % plan.Count[1], d0 = row / plan.Count[1] % plan.Count[0], sample = row / plan.Count[1] / plan.Count[0];
        int channels = plan.TargetChannels, sourceW = plan.Source[2], step = plan.Step[2];
        float* dyRow = _dy.Float + (nint)row * plan.Count[2] * channels;
        foreach (Tap tap in plan.Taps)
        {
            int d = d0 * plan.Step[0] + tap.D, h = h0 * plan.Step[1] + tap.H;
            if (d < 0 || d >= plan.Source[0] || h < 0 || h >= plan.Source[1])
            {
                continue;
            }

            int first = tap.W >= 0 ? 0 : (-tap.W + step - 1) / step;
            int last = tap.W >= sourceW ? 0 : Math.Min(plan.Count[2], (sourceW - 1 - tap.W) / step + 1);
            float* x = _x.Float + (((nint)sample * plan.Source[0] + d) * plan.Source[1] + h) * sourceW * channels + (nint)tap.W * channels;
            for (int channel = 0; channel < channels; channel += S.Width)
            {
                int lanes = Math.Min(S.Width, channels - channel);
                float* sums = gradient + (nint)tap.Index * channels + channel;
                V sum = S.LoadPartial(sums, lanes);
                for (int w = first; w < last; w++)
                {
                    V dy = S.LoadPartial(dyRow + (nint)w * channels + channel, lanes);
                    sum = S.Fma(S.LoadPartial(x + (nint)w * step * channels + channel, lanes), dy, sum);
                }

                S.StorePartial(sums, sum, lanes);
            }
        }
    }

    private sealed class PartJob(DepthwiseFilterGradient<S, V> kernel) : Job
    {
        internal override void Run(int chunk)
        {
            float* gradient = (float*)kernel.Scratch + (nint)chunk * kernel.Length;
            new Span<float>(gradient, kernel.Length).Clear();
            int end = (int)Split.Start(kernel._rows, kernel._parts, chunk + 1);
            for (int row = (int)Split.Start(kernel._rows, kernel._parts, chunk); row < end; row++)
            {
                kernel.Row(row, gradient);
            }
        }
    }
}

using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Float32 depthwise convolution (one filter a channel) and its input gradient: vectors run over channels.</summary>
internal sealed unsafe class Depthwise<S, V> : Kernel
    where S : struct, ISimd<V>
    where V : struct
{
    private const int MaxChunks = 256;

    private readonly Operand _source;
    private readonly Operand _filters;
    private readonly Operand _target;
    private readonly Operand? _bias;
    private readonly Epilogue _epilogue;
    private readonly TapPlan[] _plans;
    private readonly int _batch;
    private readonly int _mostTaps;
    private readonly int _rows;
    private readonly int _chunks;
    private readonly Job _job;

    private Depthwise(
        ConvGeometry geometry, TapPlan[] plans, Operand source, Operand filters, Operand target, Operand? bias, Epilogue epilogue)
    {
        (_source, _filters, _target, _bias, _epilogue, _plans) = (source, filters, target, bias, epilogue, plans);
        _batch = geometry.Batch;
        _mostTaps = plans.Select(plan => plan.Taps.Length).DefaultIfEmpty(0).Max();
        _rows = plans.Sum(Rows);
        _chunks = geometry.Work < Split.SerialWork ? 1 : Math.Clamp(_rows, 1, MaxChunks);
        _job = new RowsJob(this);
    }

    internal static Depthwise<S, V> Forward(
        ConvGeometry geometry, Operand x, Operand filters, Operand y, Operand? bias, Epilogue epilogue) =>
        new(geometry, [TapPlan.Forward(geometry)], x, filters, y, bias, epilogue);

    internal static Depthwise<S, V> InputGradient(ConvGeometry geometry, Operand dy, Operand filters, Operand dx) =>
        new(geometry, [.. TapPlan.InputGradient(geometry)], dy, filters, dx, null, Epilogue.None);

    internal override void Run(WorkerPool pool) => pool.Run(_job, _chunks);

    private int Rows(TapPlan plan) => _batch * plan.Count[0] * plan.Count[1];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Row(TapPlan plan, int row, nint* taps)
    {
        int th = row % plan.Count[1], td = row / plan.Count[1] % plan.Count[0], sample = row / plan.Count[1] / plan.Count[0];
        int channels = plan.TargetChannels;
        float* source = _source.Float + (nint)sample * plan.Source[0] * plan.Source[1] * plan.Source[2] * channels;
        nint targetRow = ((nint)sample * plan.Target[0] + plan.Start[0] + td * plan.Stride[0]) * plan.Target[1]
            + plan.Start[1] + th * plan.Stride[1];
        float* filters = _filters.Float;
        float* bias = _bias is null ? null : _bias.Float;
        for (int tw = 0; tw < plan.Count[2]; tw++)
        {
            // The taps of this pixel that meet the source: where they read, and their filter.
            int count = 0;
            foreach (Tap tap in plan.Taps)
            {
                int d = td * plan.Step[0] + tap.D, h = th * plan.Step[1] + tap.H, w = tw * plan.Step[2] + tap.W;
                if (d >= 0 && d < plan.Source[0] && h >= 0 && h < plan.Source[1] && w >= 0 && w < plan.Source[2])
                {
                    taps[2 * count] = (((nint)d * plan.Source[1] + h) * plan.Source[2] + w) * channels;
                    taps[2 * count + 1] = (nint)tap.Index * channels;
                    count++;
                }
            }

            float* target = _target.Float + (targetRow * plan.Target[2] + plan.Start[2] + tw * plan.Stride[2]) * channels;
            int channel = 0;
            for (; channel + 2 * S.Width <= channels; channel += 2 * S.Width)
            {
                V sum0 = bias is null ? S.Zero : S.Load(bias + channel);
                V sum1 = bias is null ? S.Zero : S.Load(bias + channel + S.Width);
                for (int i = 0; i < count; i++)
                {
                    float* s = source + taps[2 * i] + channel;
                    float* f = filters + taps[2 * i + 1] + channel;
                    sum0 = S.Fma(S.Load(s), S.Load(f), sum0);
                    sum1 = S.Fma(S.Load(s + S.Width), S.Load(f + S.Width), sum1);
                }

                S.Store(target + channel, _epilogue == Epilogue.Relu ? S.MaxNative(S.Zero, sum0) : sum0);
                S.Store(target + channel + S.Width, _epilogue == Epilogue.Relu ? S.MaxNative(S.Zero, sum1) : sum1);
            }

            for (; channel < channels; channel += S.Width)
            {
                int lanes = Math.Min(S.Width, channels - channel);
                V sum = bias is null ? S.Zero : S.LoadPartial(bias + channel, lanes);
                for (int i = 0; i < count; i++)
                {
                    V s = S.LoadPartial(source + taps[2 * i] + channel, lanes);
                    sum = S.Fma(s, S.LoadPartial(filters + taps[2 * i + 1] + channel, lanes), sum);
                }

                S.StorePartial(target + channel, _epilogue == Epilogue.Relu ? S.MaxNative(S.Zero, sum) : sum, lanes);
            }
        }
    }

    private sealed class RowsJob(Depthwise<S, V> kernel) : Job
    {
        internal override void Run(int chunk)
        {
            nint* taps = (nint*)ThreadScratch.Get((nuint)(2 * kernel._mostTaps * sizeof(nint)));
            int row = (int)Split.Start(kernel._rows, kernel._chunks, chunk);
            int end = (int)Split.Start(kernel._rows, kernel._chunks, chunk + 1);
            int first = 0;
            foreach (TapPlan plan in kernel._plans)
            {
                int rows = kernel.Rows(plan);
                for (; row < end && row < first + rows; row++)
                {
                    kernel.Row(plan, row - first, taps);
                }

                first += rows;
            }
        }
    }
}

using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Float32 sums over everything but the last axis, as a member of a chain: the gradient of a convolution's bias.</summary>
internal static class ChannelSum
{
    /// <param name="samples">Samples of x.</param>
    /// <param name="rows">Rows of a sample.</param>
    /// <param name="channels">Elements of a row.</param>
    /// <param name="x">(samples, rows, channels).</param>
    /// <param name="y">(channels), overwritten.</param>
    internal static Kernel Make(int samples, int rows, int channels, Operand x, Operand y) => Simd.Make(new Maker(samples, rows, channels, x, y));

    private sealed record Maker(int Samples, int Rows, int Channels, Operand X, Operand Y) : IKernelMaker
    {
        public Kernel Make<S, V>() where S : struct, ISimd<V> where V : struct => new ChannelSum<S, V>(Samples, Rows, Channels, X, Y);
    }
}

/// <inheritdoc cref="ChannelSum"/>
/// <remarks>Rows are added in blocks, samples to their part, parts in order: the error grows slowly, and the threads do not matter.</remarks>
internal sealed unsafe class ChannelSum<S, V>(int samples, int rows, int channels, Operand x, Operand y) : Kernel, ISampleKernel
    where S : struct, ISimd<V>
    where V : struct
{
    private const int RowBlock = 64;

    public int Parts { get; set; } = 1;

    internal override nuint ScratchBytes => (nuint)Parts * (nuint)channels * sizeof(float);

    internal override void Run(WorkerPool pool)
    {
        StartPart(0);
        for (int sample = 0; sample < samples; sample++)
        {
            Sample(sample, 0);
        }

        End(pool);
    }

    public void StartPart(int part) => new Span<float>((float*)Scratch + (nint)part * channels, channels).Clear();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sample(int sample, int part)
    {
        float* from = (float*)x.At((nint)sample * rows * channels * sizeof(float));
        float* total = (float*)Scratch + (nint)part * channels;
        for (int channel = 0; channel < channels; channel += S.Width)
        {
            int lanes = Math.Min(S.Width, channels - channel);
            V sum = S.LoadPartial(total + channel, lanes);
            for (int block = 0; block < rows; block += RowBlock)
            {
                int end = Math.Min(rows, block + RowBlock);
                float* row = from + (nint)block * channels + channel;
                V some = S.Zero;
                for (int r = block; r < end; r++, row += channels)
                {
                    some = S.Add(some, lanes == S.Width ? S.Load(row) : S.LoadPartial(row, lanes));
                }

                sum = S.Add(sum, some);
            }

            S.StorePartial(total + channel, sum, lanes);
        }
    }

    public void End(WorkerPool pool)
    {
        for (int channel = 0; channel < channels; channel++)
        {
            float sum = 0;
            for (int part = 0; part < Parts; part++)
            {
                sum += ((float*)Scratch)[(nint)part * channels + channel];
            }

            y.Float[channel] = sum;
        }
    }
}

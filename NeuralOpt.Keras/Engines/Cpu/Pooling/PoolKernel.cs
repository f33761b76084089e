using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Walks the windows of a pooling: leaves work out one window for a range of channels.</summary>
/// <remarks>
/// A forward pass shares out rows of the output. A gradient adds to inputs that windows may share, so it shares out
/// samples, and channels where samples are few.
/// </remarks>
internal abstract unsafe class PoolKernel : Kernel, ISampleKernel
{
    private const int MaxChunks = 256;

    private readonly PoolGeometry _geometry;
    private readonly bool _gradient;
    private readonly int _rows;
    private readonly int _cuts;
    private readonly int _chunks;
    private readonly int _windowSize;
    private readonly Job _job;

    /// <param name="geometry">Sizes.</param>
    /// <param name="gradient">Whether inputs are written.</param>
    /// <param name="align">Channels are cut at multiples of it.</param>
    protected PoolKernel(PoolGeometry geometry, bool gradient, int align)
    {
        PoolGeometry g = geometry.Spatial3();
        (_geometry, _gradient) = (g, gradient);
        _windowSize = g.WindowSize;
        _rows = g.Output[0] * g.Output[1];
        InputLength = (nint)g.InputSize * g.Channels;
        Windows = g.OutputSize;
        bool serial = (long)g.Batch * g.OutputSize * g.Channels * _windowSize < Split.SerialWork;
        int vectors = Math.Max(1, g.Channels / align);
        _cuts = !gradient || serial || g.Batch == 0 ? 1 : Math.Clamp((Split.Chunks + g.Batch - 1) / g.Batch, 1, vectors);
        int units = g.Batch * (gradient ? _cuts : _rows);
        _chunks = serial ? Math.Min(1, units) : Math.Min(units, MaxChunks);
        _job = gradient ? new GradientJob(this, align) : new RowsJob(this, units);
    }

    protected int Channels => _geometry.Channels;

    /// <summary>Elements of one sample of the input.</summary>
    protected nint InputLength { get; }

    /// <summary>Windows of one sample.</summary>
    protected int Windows { get; }

    internal override void Run(WorkerPool pool) => pool.Run(_job, _gradient ? _geometry.Batch * _cuts : _chunks);

    public void Sample(int sample, int part)
    {
        nint* taps = Taps();
        if (_gradient)
        {
            Clear(sample, 0, Channels);
        }

        for (int row = 0; row < _rows; row++)
        {
            Row(sample, row, taps, 0, Channels);
        }
    }

    /// <summary>One window. <paramref name="taps"/> holds its <paramref name="count"/> elements that are no padding, in row-major order.</summary>
    /// <param name="sample">Which sample it is of.</param>
    /// <param name="taps">Where the first channel of each element is, from <paramref name="corner"/>.</param>
    /// <param name="count">How many.</param>
    /// <param name="corner">Where in the sample of the input.</param>
    /// <param name="window">Which of the sample's windows it is.</param>
    /// <param name="from">The first channel to work out.</param>
    /// <param name="to">The channel after the last.</param>
    protected abstract void Window(int sample, nint* taps, int count, nint corner, int window, int from, int to);

    /// <summary>Writes zeros for channels of a sample's input gradient.</summary>
    protected abstract void Clear(int sample, int from, int to);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Row(int sample, int row, nint* taps, int from, int to)
    {
        PoolGeometry g = _geometry;
        (int od, int oh) = (row / g.Output[1], row % g.Output[1]);
        int d0 = od * g.Strides[0] - g.PadLow[0], h0 = oh * g.Strides[1] - g.PadLow[1];
        int dFrom = Math.Max(0, d0), dTo = Math.Min(g.Input[0], d0 + g.Window[0]);
        int hFrom = Math.Max(0, h0), hTo = Math.Min(g.Input[1], h0 + g.Window[1]);
        int inputH = g.Input[1], inputW = g.Input[2], channels = g.Channels, outputW = g.Output[2];
        bool isInside = dTo - dFrom == g.Window[0] && hTo - hFrom == g.Window[1];
        for (int ow = 0; ow < outputW; ow++)
        {
            int w0 = ow * g.Strides[2] - g.PadLow[2];
            if (isInside && w0 >= 0 && w0 + g.Window[2] <= inputW)
            {
                nint corner = (((nint)d0 * inputH + h0) * inputW + w0) * channels;
                Window(sample, taps, _windowSize, corner, row * outputW + ow, from, to);
                continue;
            }

            nint* clipped = taps + _windowSize;
            int wFrom = Math.Max(0, w0), wTo = Math.Min(inputW, w0 + g.Window[2]);
            int count = 0;
            for (int d = dFrom; d < dTo; d++)
            {
                for (int h = hFrom; h < hTo; h++)
                {
                    nint at = (((nint)d * inputH + h) * inputW + wFrom) * channels;
                    for (int w = wFrom; w < wTo; w++, at += channels)
                    {
                        clipped[count++] = at;
                    }
                }
            }

            Window(sample, clipped, count, 0, row * outputW + ow, from, to);
        }
    }

    /// <summary>The elements of a whole window from its corner on, and room for those of one that the border clips.</summary>
    private nint* Taps()
    {
        PoolGeometry g = _geometry;
        nint* taps = (nint*)ThreadScratch.Get((nuint)(2 * _windowSize * sizeof(nint)));
        int count = 0;
        for (int d = 0; d < g.Window[0]; d++)
        {
            for (int h = 0; h < g.Window[1]; h++)
            {
                for (int w = 0; w < g.Window[2]; w++)
                {
                    taps[count++] = (((nint)d * g.Input[1] + h) * g.Input[2] + w) * g.Channels;
                }
            }
        }

        return taps;
    }

    private sealed class RowsJob(PoolKernel kernel, int units) : Job
    {
        internal override void Run(int chunk)
        {
            nint* taps = kernel.Taps();
            int end = (int)Split.Start(units, kernel._chunks, chunk + 1);
            for (int unit = (int)Split.Start(units, kernel._chunks, chunk); unit < end; unit++)
            {
                kernel.Row(unit / kernel._rows, unit % kernel._rows, taps, 0, kernel.Channels);
            }
        }
    }

    private sealed class GradientJob(PoolKernel kernel, int align) : Job
    {
        internal override void Run(int chunk)
        {
            nint* taps = kernel.Taps();
            (int sample, int cut) = (chunk / kernel._cuts, chunk % kernel._cuts);
            int from = (int)Split.Start(kernel.Channels, kernel._cuts, cut, align);
            int to = (int)Split.Start(kernel.Channels, kernel._cuts, cut + 1, align);
            kernel.Clear(sample, from, to);
            for (int row = 0; row < kernel._rows; row++)
            {
                kernel.Row(sample, row, taps, from, to);
            }
        }
    }
}

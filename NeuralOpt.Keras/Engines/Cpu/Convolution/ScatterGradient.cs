using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Float32 input gradient of a convolution by products that are added where they overlap.</summary>
/// <remarks>
/// An output pixel times all taps of a filter row is a run of memory in the input: for a row of the input, (pixels, Cout of
/// all filter rows that reach it) times (those, taps and Cin) by register tiles, then each row of the result is added to its
/// run. Taps and channels fill vectors together and no border is computed, where <see cref="TapConvolution{S, V}"/> fills vectors with channels alone and computes the border's zeros.
/// </remarks>
internal sealed unsafe class ScatterGradient<S, V> : Kernel, ISampleKernel
    where S : struct, ISimd<V>
    where V : struct
{
    /// <summary>From so many floats on, rows of the gradient may fall on the same few lines of the first cache.</summary>
    private const int AliasStride = 512;

    private readonly ConvGeometry _geometry;
    private readonly Operand _dy;
    private readonly Operand _filters;
    private readonly Operand _dx;
    private readonly int _runLength;
    private readonly int _slices;
    private readonly int _width;
    private readonly nint _packedLength;
    private readonly int _runs;
    private readonly int _chunks;
    private readonly Job _job;
    private readonly Job _packJob;

    internal ScatterGradient(ConvGeometry geometry, Operand dy, Operand filters, Operand dx)
    {
        (_dy, _filters, _dx) = (dy, filters, dx);
        _geometry = geometry.Spatial3();
        _runLength = _geometry.Kernel[2] * geometry.Cin;
        _slices = Pack<S, V>.Slices(_runLength);
        _width = Pack<S, V>.Padded(_runLength);
        _packedLength = (nint)Pack<S, V>.Length(geometry.Cout, _runLength);
        _runs = _geometry.Kernel[0] * _geometry.Kernel[1];
        _chunks = Math.Min(geometry.Batch, 4 * Split.Chunks);
        _job = new SamplesJob(this);
        _packJob = new PackJob(this);
    }

    internal override nuint ScratchBytes => (nuint)(_runs * _packedLength) * sizeof(float);

    /// <summary>Whether there are samples enough to share out, and less is computed in vain than by <see cref="TapConvolution{S, V}"/>.</summary>
    internal static bool Suits(ConvGeometry geometry)
    {
        int channels = geometry.Cin, run = channels * geometry.Kernel[^1];
        bool isPossible = geometry.Groups == 1 && geometry.Strides[^1] == 1 && geometry.Dilation[^1] == 1
            && geometry.Batch >= Split.Chunks && geometry.Cout % AliasStride != 0;

        // Adding a row of the result takes as long as some terms of its sums.
        double terms = (double)geometry.Cout * geometry.Taps / geometry.Kernel[^1];
        double ours = (double)run / Pack<S, V>.Padded(run) * terms / (terms + 5);
        double theirs = (double)channels / Pack<S, V>.Padded(channels) * Math.Min(1, (double)geometry.Output[^1] / geometry.Input[^1]);
        return isPossible && ours > theirs;
    }

    internal override void Run(WorkerPool pool)
    {
        Begin(pool);
        pool.Run(_job, _chunks);
    }

    public void Begin(WorkerPool pool) => pool.Run(_packJob, _runs);

    // A row of dx is the sum of what the rows of dy that reach it through a filter row give:
    //
    //      dy: pixels x (Cout of each filter row)  *  filters: those x (W taps x Cin)  =  product: pixels x (W taps x Cin)
    //
    //      pixel 0:  |-- W x Cin --|                     for each row of the input          dx's row: first cache, cleared
    //      pixel 1:     |-- W x Cin --|                    for each panel of pixels
    //      pixel 2:        |-- W x Cin --|                   for each slice of W x Cin      tile in registers, sum over the filter rows
    //      dx row:   |=====================|                 for each pixel: add its run where it belongs
    //
    // A pixel's run begins Cin floats after its neighbour's, so runs overlap and are added one after the other, out of the
    // first cache. The border is never computed: of the first and last runs only what lies inside the row is added.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sample(int sample, int part)
    {
        ConvGeometry g = _geometry;
        (int inputD, int inputH, int inputW) = (g.Input[0], g.Input[1], g.Input[2]);
        (int outputD, int outputH, int outputW) = (g.Output[0], g.Output[1], g.Output[2]);
        int cin = g.Cin, cout = g.Cout;
        nint inputRow = (nint)inputW * cin, outputRow = (nint)outputW * cout;
        float* dy = (float*)_dy.At(sample * outputD * outputH * outputRow * sizeof(float));
        float* row = (float*)_dx.At(sample * inputD * inputH * inputRow * sizeof(float));

        nint tableBytes = 2 * _runs * sizeof(nint);
        byte* local = ThreadScratch.Get((nuint)((tableBytes + 63) / 64 * 64 + ProductBlocks<S, V>.PanelRows * _width * sizeof(float)));
        float* product = (float*)(local + (tableBytes + 63) / 64 * 64);
        TileCall call = default;
        call.Offsets = (nint*)local;
        call.AStride = call.RunLength = cout;
        call.CStride = _width;
        int panels = ProductBlocks<S, V>.Panels(outputW);
        for (int d = 0; d < inputD; d++)
        {
            for (int h = 0; h < inputH; h++, row += inputRow)
            {
                new Span<float>(row, (int)inputRow).Clear();
                call.Runs = FilterRows(d, h, outputRow, call.Offsets);
                for (int panel = 0; panel < panels && call.Runs > 0; panel++)
                {
                    int from = ProductBlocks<S, V>.PanelStart(outputW, panels, panel);
                    int to = ProductBlocks<S, V>.PanelStart(outputW, panels, panel + 1);
                    Prefetch(dy + call.Offsets[0] + (nint)to * cout, (nint)(to - from) * cout);
                    call.A = dy + (nint)from * cout;
                    for (int slice = 0; slice < _slices; slice++)
                    {
                        int vectors = Pack<S, V>.Vectors(_runLength, slice);
                        nint column = slice * Pack<S, V>.SliceWidth;
                        call.B = (float*)Scratch + column * cout;
                        call.BStride = vectors * S.Width;
                        call.C = product + column;
                        Tile<S, V>.Rows(to - from, vectors, &call);
                    }

                    for (int pixel = from; pixel < to; pixel++)
                    {
                        nint start = (nint)(pixel - g.PadLow[2]) * cin;
                        nint first = Math.Max(0, -start), end = Math.Min(_runLength, inputRow - start);
                        Add(row + start + first, product + (nint)(pixel - from) * _width + first, end - first);
                    }
                }
            }
        }
    }

    /// <summary>The filter rows that reach a row of the input: where the gradient's row begins that each takes, and where its filters.</summary>
    private nint FilterRows(int d, int h, nint outputRow, nint* table)
    {
        ConvGeometry g = _geometry;
        nint count = 0;
        for (int run = 0; run < _runs; run++)
        {
            (int od, int restD) = Math.DivRem(d + g.PadLow[0] - run / g.Kernel[1] * g.Dilation[0], g.Strides[0]);
            (int oh, int restH) = Math.DivRem(h + g.PadLow[1] - run % g.Kernel[1] * g.Dilation[1], g.Strides[1]);
            if (restD == 0 && restH == 0 && od >= 0 && od < g.Output[0] && oh >= 0 && oh < g.Output[1])
            {
                table[2 * count] = ((nint)od * g.Output[1] + oh) * outputRow;
                table[2 * count + 1] = run * _packedLength;
                count++;
            }
        }

        return count;
    }

    /// <summary>Fetches the next pixels, which tiles read in many places at once: the processor does not foresee that.</summary>
    private static void Prefetch(float* at, nint length)
    {
        if (Sse.IsSupported)
        {
            for (nint i = 0; i < length; i += 16)
            {
                Sse.Prefetch0(at + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(float* target, float* source, nint length)
    {
        nint i = 0;
        for (; i + S.Width <= length; i += S.Width)
        {
            S.Store(target + i, S.Add(S.Load(target + i), S.Load(source + i)));
        }

        if (i < length)
        {
            int rest = (int)(length - i);
            S.StorePartial(target + i, S.Add(S.LoadPartial(target + i, rest), S.LoadPartial(source + i, rest)), rest);
        }
    }

    private sealed class SamplesJob(ScatterGradient<S, V> kernel) : Job
    {
        internal override void Run(int chunk)
        {
            int end = (int)Split.Start(kernel._geometry.Batch, kernel._chunks, chunk + 1);
            for (int sample = (int)Split.Start(kernel._geometry.Batch, kernel._chunks, chunk); sample < end; sample++)
            {
                kernel.Sample(sample, 0);
            }
        }
    }

    private sealed class PackJob(ScatterGradient<S, V> kernel) : Job
    {
        internal override void Run(int chunk)
        {
            int cout = kernel._geometry.Cout;
            Pack<S, V>.Slices(
                kernel._filters.Float + (nint)chunk * kernel._runLength * cout, cout, true, cout, kernel._runLength, 0, kernel._slices,
                (float*)kernel.Scratch + chunk * kernel._packedLength);
        }
    }
}

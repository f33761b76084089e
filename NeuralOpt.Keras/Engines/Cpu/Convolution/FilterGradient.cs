using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Float32 gradient of a convolution's filters: rank-1 updates of register tiles, pixel by pixel.</summary>
/// <remarks>
/// The rows of a tile are neighbouring floats of the input under one filter row, its columns are output channels; it stays in
/// registers over several output rows. Parts of the batch have partial gradients of their own, slice by slice of the output
/// channels and filled up to whole vectors, which are added in order; where those would take too much memory, output channels
/// are shared out instead.
/// </remarks>
internal sealed unsafe class FilterGradient<S, V> : Kernel, ISampleKernel
    where S : struct, ISimd<V>
    where V : struct
{
    /// <summary>Pixels for which a tile stays in registers: adding it to the gradient then hardly counts.</summary>
    private const int TilePixels = 600;

    /// <summary>Floats of the input that a block reads.</summary>
    private const long BlockFloats = 64 * 1024;

    private readonly Operand _x;
    private readonly Operand _dy;
    private readonly Operand _filters;
    private readonly TapPlan _plan;
    private readonly Tap[] _runs;
    private readonly int _runLength;
    private readonly int _slices;
    private readonly int _rows;
    private readonly nint _groupLength;
    private readonly nint _length;
    private readonly int _tileRows;
    private readonly int _cuts;
    private readonly int _bands;
    private readonly int _units;
    private int _parts;
    private int _sections;
    private int _sumChunks;
    private readonly Job _job;
    private readonly Job _sumJob;

    internal FilterGradient(ConvGeometry geometry, Operand x, Operand dy, Operand filters)
    {
        (_x, _dy, _filters) = (x, dy, filters);
        TapPlan plan = TapPlan.Forward(geometry);
        _plan = plan;
        int tapsPerRun = plan.TapsPerRun;
        _runs = [.. plan.Taps.Where((_, i) => i % tapsPerRun == 0)];
        _runLength = tapsPerRun * plan.SourceGroup;
        _slices = Pack<S, V>.Slices(plan.TargetGroup);
        _rows = plan.Taps.Length * plan.SourceGroup;
        _groupLength = (nint)Pack<S, V>.Length(_rows, plan.TargetGroup);
        _length = plan.Groups * _groupLength;

        int height = plan.Count[1];
        bool empty = geometry.Batch == 0 || plan.Count.Any(count => count == 0);
        if (!empty)
        {
            _tileRows = Math.Clamp(TilePixels / plan.Count[2], 1, height);
            _cuts = (plan.Count[2] + TilePixels - 1) / TilePixels;
            long planes = (long)geometry.Batch * plan.Count[0];
            int wanted = (int)Math.Max(1, (Split.Chunks + planes - 1) / planes);
            long row = (long)plan.Source[2] * plan.SourceChannels * plan.Step[1];
            int rows = (int)Math.Clamp(BlockFloats / Math.Max(1, row), _tileRows, height);
            _bands = Math.Clamp(Math.Max((height + rows - 1) / rows, wanted), 1, Math.Max(1, height / _tileRows));
            _units = (int)planes * _bands;
        }

        bool serial = geometry.Work < Split.SerialWork;
        _parts = serial ? 1 : (int)Math.Clamp(Convolution.PartialFloats / Math.Max(1, _length), 1, Math.Clamp(_units, 1, Split.Chunks));
        _sections = serial ? 1 : Math.Clamp(Split.Chunks / _parts, 1, plan.Groups * _slices);
        _sumChunks = SumChunks();
        _job = new PartJob(this);
        _sumJob = new SumJob(this);
    }

    internal override nuint ScratchBytes => (nuint)(_parts * _length) * sizeof(float);

    public int Parts
    {
        set
        {
            (_parts, _sections) = (value, 1);
            _sumChunks = SumChunks();
        }
    }

    internal override void Run(WorkerPool pool)
    {
        pool.Run(_job, _parts * _sections);
        End(pool);
    }

    public void StartPart(int part) => Clear(Gradient(part), 0, _plan.Groups * _slices);

    public void Sample(int sample, int part)
    {
        int units = _plan.Count[0] * _bands;
        for (int unit = sample * units; unit < (sample + 1) * units; unit++)
        {
            Band(unit, 0, _plan.Groups * _slices, Gradient(part));
        }
    }

    public void End(WorkerPool pool) => pool.Run(_sumJob, _sumChunks);

    private int SumChunks() => (int)Math.Min(Split.Count(_parts * _length, Split.SerialWork), (long)_plan.Groups * _slices * _rows);

    /// <summary>The partial gradient of a part.</summary>
    private float* Gradient(int part) => (float*)Scratch + part * _length;

    /// <summary>Where a slice of a group begins in a partial gradient.</summary>
    private nint SliceStart(int pair) => pair / _slices * _groupLength + (nint)(pair % _slices) * Pack<S, V>.SliceWidth * _rows;

    /// <summary>Zeros for some slices: others write the rest at the same time.</summary>
    private void Clear(float* gradient, int from, int to)
    {
        nint first = SliceStart(from), end = to == _plan.Groups * _slices ? _length : SliceStart(to);
        new Span<float>(gradient + first, checked((int)(end - first))).Clear();
    }

    // The gradient of a filter element is a sum over pixels, so pixels are what a tile adds up over:
    //
    //      x under one filter row        dy                     for each tile of some 600 pixels      x and dy: first cache
    //      +-- pixel 0: W x Cin --+      +-- pixel 0: Cout --+    for each slice of output channels   (a copy, if rows are crooked)
    //      |   pixel 1            |  T   |   pixel 1         |      for each filter row
    //      |   ...                |  x   |   ...             |        for each panel of W x Cin
    //      +----------------------+      +-------------------+          tile: += column of x * row of dy, pixel by pixel
    //
    // The tile (6 or 14 floats of W x Cin, 2 vectors of Cout) stays in registers for all its pixels and is added to the partial
    // gradient once, which therefore hardly counts. The part's gradient lies slice by slice, in whole vectors, and stays in the
    // second cache over the samples of the part; the parts are added at the end, in their order, whoever computed them.
    /// <summary>Adds one band of one sample to the gradient, for groups and slices of a section.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Band(int unit, int from, int to, float* gradient)
    {
        TapPlan plan = _plan;
        (int band, int plane) = (unit % _bands, unit / _bands);
        (int od, int sample) = (plane % plan.Count[0], plane / plan.Count[0]);
        (int sourceD, int sourceH, int sourceW) = (plan.Source[0], plan.Source[1], plan.Source[2]);
        (int height, int width) = (plan.Count[1], plan.Count[2]);
        int first = (int)Split.Start(height, _bands, band), last = (int)Split.Start(height, _bands, band + 1);
        int channels = plan.SourceChannels, outputs = plan.TargetChannels, stepH = plan.Step[1];

        int firstD = Math.Max(0, od * plan.Step[0] + _runs[0].D), lastD = Math.Min(sourceD - 1, od * plan.Step[0] + _runs[^1].D);
        int firstH = Math.Max(0, first * stepH + _runs[0].H), lastH = Math.Min(sourceH - 1, (last - 1) * stepH + _runs[^1].H);
        int firstW = plan.MinW, lastW = (width - 1) * plan.Step[2] + plan.MaxW;
        bool inPlace = firstW >= 0 && lastW < sourceW;
        int boxH = Math.Max(0, lastH - firstH + 1), boxW = lastW - firstW + 1;
        nint boxLength = inPlace ? 0 : (nint)Math.Max(0, lastD - firstD + 1) * boxH * boxW * channels;
        nint copyLength = (nint)_tileRows * width * Pack<S, V>.SliceWidth;
        float* copy = (float*)ThreadScratch.Get((nuint)(copyLength + boxLength) * sizeof(float));
        float* box = copy + copyLength;

        float* image = (float*)_x.At((nint)sample * sourceD * sourceH * sourceW * channels * sizeof(float));
        float* gradients = (float*)_dy.At((nint)sample * plan.Count[0] * height * width * outputs * sizeof(float));
        nint pixelRow = (nint)sourceW * channels, pixelPlane = sourceH * pixelRow;
        (int originD, int originH, int originW) = (0, 0, 0);
        if (!inPlace)
        {
            TapConvolution<S, V>.CopyBox(image, plan, firstD, lastD, firstH, lastH, firstW, boxW, box);
            image = box;
            pixelRow = (nint)boxW * channels;
            pixelPlane = boxH * pixelRow;
            (originD, originH, originW) = (firstD, firstH, firstW);
        }

        int panels = ProductBlocks<S, V>.Panels(_runLength);

        // Rows that begin inside a cache line cost two reads a vector.
        bool isCopied = outputs % S.Width != 0 && panels * _runs.Length >= 4;
        TileCall call = default;
        call.AStride = plan.Step[2] * channels;
        call.ARun = stepH * pixelRow;
        for (int tileIndex = 0; tileIndex < (last - first + _tileRows - 1) / _tileRows * _cuts; tileIndex++)
        {
            // A tile of pixels: some whole rows, or a part of one long row.
            int row0 = first + tileIndex / _cuts * _tileRows, row1 = Math.Min(last, row0 + _tileRows);
            int column0 = (int)Split.Start(width, _cuts, tileIndex % _cuts), pixels = (int)Split.Start(width, _cuts, tileIndex % _cuts + 1) - column0;
            call.RunLength = pixels;
            for (int pair = from; pair < to; pair++)
            {
                (int group, int slice) = (pair / _slices, pair % _slices);
                int column = slice * Pack<S, V>.SliceWidth;
                int vectors = Pack<S, V>.Vectors(plan.TargetGroup, slice);
                int sliceWidth = vectors * S.Width, columns = Math.Min(sliceWidth, plan.TargetGroup - column);
                int channel = group * plan.TargetGroup + column;
                float* dy = gradients + ((nint)od * height + row0) * width * outputs + (nint)column0 * outputs + channel;
                call.BStride = outputs;
                if (columns < sliceWidth || isCopied)
                {
                    Pack<S, V>.Copy(dy, outputs, (nint)(row1 - row0) * pixels, columns, copy, sliceWidth);
                    dy = copy;
                    call.BStride = sliceWidth;
                }

                call.BRun = width * call.BStride;
                foreach (Tap tap in _runs)
                {
                    int d = od * plan.Step[0] + tap.D;
                    int from0 = row0, to0 = row1;
                    while (from0 < to0 && from0 * stepH + tap.H < 0)
                    {
                        from0++;
                    }

                    while (from0 < to0 && (to0 - 1) * stepH + tap.H >= sourceH)
                    {
                        to0--;
                    }

                    if (d < 0 || d >= sourceD || from0 >= to0)
                    {
                        continue;
                    }

                    call.Runs = to0 - from0;
                    call.B = dy + (from0 - row0) * call.BRun;
                    float* a = image + (d - originD) * pixelPlane + (nint)(from0 * stepH + tap.H - originH) * pixelRow
                        + (nint)(tap.W - originW + column0 * plan.Step[2]) * channels + group * plan.SourceGroup;
                    for (int panel = 0; panel < panels; panel++)
                    {
                        int m0 = ProductBlocks<S, V>.PanelStart(_runLength, panels, panel);
                        int rows = ProductBlocks<S, V>.PanelStart(_runLength, panels, panel + 1) - m0;
                        call.A = a + m0;
                        call.C = gradient + SliceStart(pair) + ((nint)tap.Index * plan.SourceGroup + m0) * sliceWidth;
                        call.CStride = sliceWidth;
                        call.Accumulate = true;
                        Tile<S, V>.Columns(rows, vectors, &call);
                    }
                }
            }
        }
    }

    private sealed class PartJob(FilterGradient<S, V> kernel) : Job
    {
        internal override void Run(int chunk)
        {
            (int part, int section) = (chunk / kernel._sections, chunk % kernel._sections);
            int pairs = kernel._plan.Groups * kernel._slices;
            int from = (int)Split.Start(pairs, kernel._sections, section), to = (int)Split.Start(pairs, kernel._sections, section + 1);
            float* gradient = kernel.Gradient(part);
            kernel.Clear(gradient, from, to);
            int end = (int)Split.Start(kernel._units, kernel._parts, part + 1);
            for (int unit = (int)Split.Start(kernel._units, kernel._parts, part); unit < end; unit++)
            {
                kernel.Band(unit, from, to, gradient);
            }
        }
    }

    /// <summary>Adds the partial gradients and puts the slices side by side.</summary>
    private sealed class SumJob(FilterGradient<S, V> kernel) : Job
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal override void Run(int chunk)
        {
            int rows = kernel._rows, group = kernel._plan.TargetGroup;
            long units = (long)kernel._plan.Groups * kernel._slices * rows;
            long end = Split.Start(units, kernel._sumChunks, chunk + 1);
            for (long unit = Split.Start(units, kernel._sumChunks, chunk); unit < end; unit++)
            {
                (int pair, int row) = ((int)(unit / rows), (int)(unit % rows));
                int slice = pair % kernel._slices, column = slice * Pack<S, V>.SliceWidth;
                int width = Pack<S, V>.Vectors(group, slice) * S.Width;
                float* from = (float*)kernel.Scratch + kernel.SliceStart(pair) + (nint)row * width;
                float* target = kernel._filters.Float + (nint)row * kernel._plan.TargetChannels + (nint)pair / kernel._slices * group + column;
                for (int i = 0; i < width; i += S.Width)
                {
                    V sum = S.Load(from + i);
                    for (int part = 1; part < kernel._parts; part++)
                    {
                        sum = S.Add(sum, S.Load(from + part * kernel._length + i));
                    }

                    S.StorePartial(target + i, sum, Math.Min(S.Width, group - column - i));
                }
            }
        }
    }
}

using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Float32 convolution and its input gradient, read straight from the image by register tiles.</summary>
/// <remarks>
/// The rows of a tile are neighbouring positions of one target row and its columns are target channels; the terms of its
/// sums are runs of memory in the source, one a filter row. Rows of the filter that fall outside the source are left out;
/// columns that do are read from a copy with a border of zeros.
/// </remarks>
internal sealed unsafe class TapConvolution<S, V> : Kernel, ISampleKernel
    where S : struct, ISimd<V>
    where V : struct
{
    private const int MaxChunks = 256;

    /// <summary>Floats of the source that a block reads: a quarter of a second cache of 1 MB.</summary>
    private const long BlockFloats = 64 * 1024;

    private readonly Operand _source;
    private readonly Operand _filters;
    private readonly Operand _target;
    private readonly Operand? _bias;
    private readonly Epilogue _epilogue;
    private readonly bool _gradient;
    private readonly int _filterColumns;
    private readonly Phase[] _phases;
    private readonly long _packedLength;
    private readonly int _blocks;
    private readonly int _chunks;
    private readonly int _packUnits;
    private readonly int _packChunks;
    private readonly Job _job;
    private readonly Job _packJob;

    private TapConvolution(
        ConvGeometry geometry, TapPlan[] plans, bool gradient, Operand source, Operand filters, Operand target, Operand? bias, Epilogue epilogue)
    {
        (_source, _filters, _target, _bias, _epilogue) = (source, filters, target, bias, epilogue);
        _gradient = gradient;
        _filterColumns = geometry.Cout;
        _phases = new Phase[plans.Length];
        for (int i = 0; i < plans.Length; i++)
        {
            var phase = new Phase(plans[i], geometry.Batch, _packedLength, _blocks, _packUnits);
            _phases[i] = phase;
            _packedLength += phase.PackedLength;
            _blocks += phase.Blocks;
            _packUnits += phase.PackUnits;
        }

        _chunks = geometry.Work < Split.SerialWork ? 1 : Math.Clamp(_blocks, 1, MaxChunks);
        _packChunks = Math.Min(Math.Max(1, _packUnits), Split.Count(_packedLength, 32 * 1024));
        _job = new BlocksJob(this);
        _packJob = new PackJob(this);
    }

    internal override nuint ScratchBytes => (nuint)_packedLength * sizeof(float);

    internal static TapConvolution<S, V> Forward(
        ConvGeometry geometry, Operand x, Operand filters, Operand y, Operand? bias, Epilogue epilogue) =>
        new(geometry, [TapPlan.Forward(geometry)], false, x, filters, y, bias, epilogue);

    internal static TapConvolution<S, V> InputGradient(ConvGeometry geometry, Operand dy, Operand filters, Operand dx) =>
        new(geometry, [.. TapPlan.InputGradient(geometry)], true, dy, filters, dx, null, Epilogue.None);

    internal override void Run(WorkerPool pool)
    {
        if (_blocks == 0)
        {
            return;
        }

        Begin(pool);
        pool.Run(_job, _chunks);
    }

    public void Begin(WorkerPool pool) => pool.Run(_packJob, _packChunks);

    public void Sample(int sample, int part)
    {
        foreach (Phase phase in _phases)
        {
            int blocks = phase.Plan.Count[0] * phase.Bands * phase.Cuts;
            for (int block = sample * blocks; block < (sample + 1) * blocks; block++)
            {
                Block(phase, block);
            }
        }
    }

    /// <summary>Packs one tap of one slice of one group.</summary>
    private void PackUnit(Phase phase, int unit)
    {
        TapPlan plan = phase.Plan;
        int taps = plan.Taps.Length;
        (int group, int slice, int tap) = (unit / taps / phase.Slices, unit / taps % phase.Slices, unit % taps);
        int from = slice * Pack<S, V>.SliceWidth;
        int columns = Math.Min(Pack<S, V>.SliceWidth, plan.TargetGroup - from);
        int width = Pack<S, V>.Vectors(plan.TargetGroup, slice) * S.Width;
        float* packed = (float*)Scratch + phase.PackedStart + group * phase.GroupLength
            + (nint)from * phase.Terms + tap * plan.SourceGroup * width;
        int index = plan.Taps[tap].Index;
        if (_gradient)
        {
            // The filters lie (tap, input, output): terms are outputs, columns are inputs.
            float* filters = _filters.Float + ((nint)index * plan.TargetGroup + from) * _filterColumns + group * plan.SourceGroup;
            if (columns < width)
            {
                new Span<float>(packed, plan.SourceGroup * width).Clear();
            }

            Pack<S, V>.Transpose(filters, _filterColumns, columns, plan.SourceGroup, packed, width);
        }
        else
        {
            float* filters = _filters.Float + (nint)index * plan.SourceGroup * _filterColumns + group * plan.TargetGroup + from;
            Pack<S, V>.Copy(filters, _filterColumns, plan.SourceGroup, columns, packed, width);
        }
    }

    // A block is a band of target rows of one sample, or a cut of one:
    //
    //      source (or its copy with a border)          target
    //      +--+--+--+--+--+                            for each slice of target channels     the slice's filters: second cache,
    //      |##|##|##|  |  |  run: one filter row,        for each row of the band              then first, for all rows
    //      +--+--+--+--+--+  W taps x channels             for each panel of 6 or 14 pixels
    //      |##|##|##|  |  |  lie side by side                tile: sum over the runs         pixels x 2 vectors, in registers
    //      +--+--+--+--+--+
    //
    // The next pixel's run begins one pixel further on in the same memory, so neighbours share all but one tap: the tile's
    // rows are read from the image itself and no matrix of windows is ever written. A band's source is at most 256 KB, so it
    // stays in the second cache while all slices of the filters pass over it; each target element is written once.
    // Filter rows that miss the source are left out of the row's table; columns that do read the zeros of the copied border.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Block(Phase phase, int block)
    {
        TapPlan plan = phase.Plan;
        (int cut, int rest) = (block % phase.Cuts, block / phase.Cuts);
        (int band, int plane) = (rest % phase.Bands, rest / phase.Bands);
        (int td, int sample) = (plane % plan.Count[0], plane / plan.Count[0]);
        int th0 = (int)Split.Start(plan.Count[1], phase.Bands, band), th1 = (int)Split.Start(plan.Count[1], phase.Bands, band + 1);
        int tw0 = (int)Split.Start(plan.Count[2], phase.Cuts, cut), tw1 = (int)Split.Start(plan.Count[2], phase.Cuts, cut + 1);
        int sourceC = plan.SourceChannels, targetC = plan.TargetChannels, rows = th1 - th0;
        (int sourceD, int sourceH, int sourceW) = (plan.Source[0], plan.Source[1], plan.Source[2]);
        (int stepD, int stepH, int stepW) = (plan.Step[0], plan.Step[1], plan.Step[2]);

        // The part of the source that the block reads, and whether it can be read in place.
        int firstD = Math.Max(0, td * stepD + phase.MinD), lastD = Math.Min(sourceD - 1, td * stepD + phase.MaxD);
        int firstH = Math.Max(0, th0 * stepH + phase.MinH), lastH = Math.Min(sourceH - 1, (th1 - 1) * stepH + phase.MaxH);
        int firstW = tw0 * stepW + phase.MinW, lastW = (tw1 - 1) * stepW + phase.MaxW;
        bool inPlace = firstW >= 0 && lastW < sourceW;
        int boxH = Math.Max(0, lastH - firstH + 1), boxW = lastW - firstW + 1;
        nint boxLength = inPlace ? 0 : (nint)Math.Max(0, lastD - firstD + 1) * boxH * boxW * sourceC;

        int tileLength = (ProductBlocks<S, V>.PanelRows + 1) * Pack<S, V>.SliceWidth;
        nint runTable = 2 * phase.Runs.Length;
        byte* local = ThreadScratch.Get((nuint)((boxLength + tileLength) * sizeof(float) + (rows * (runTable + 1) + runTable) * sizeof(nint) + 8));
        float* tile = (float*)local;
        float* box = tile + tileLength;
        nint* tables = (nint*)(local + (boxLength + tileLength + 1) / 2 * 2 * sizeof(float));

        float* source = (float*)_source.At((nint)sample * sourceD * sourceH * sourceW * sourceC * sizeof(float));
        float* result = (float*)_target.At((nint)sample * plan.Target[0] * plan.Target[1] * plan.Target[2] * targetC * sizeof(float));
        if (!inPlace)
        {
            CopyBox(source, plan, firstD, lastD, firstH, lastH, firstW, boxW, box);
        }

        nint pixelRow = (nint)(inPlace ? sourceW : boxW) * sourceC;
        nint pixelPlane = (inPlace ? sourceH : boxH) * pixelRow;
        (int originD, int originH, int originW) = inPlace ? (0, 0, 0) : (firstD, firstH, firstW);
        float* image = inPlace ? source : box;

        // For each row the filter rows that meet the source. B counts in vectors of a slice, whose width comes later.
        for (int row = 0; row < rows; row++)
        {
            nint* table = tables + row * (runTable + 1);
            nint count = 0;
            for (int run = 0; run < phase.Runs.Length; run++)
            {
                Tap tap = phase.Runs[run];
                int d = td * stepD + tap.D, h = (th0 + row) * stepH + tap.H;
                if (d >= 0 && d < sourceD && h >= 0 && h < sourceH)
                {
                    table[1 + 2 * count] = (d - originD) * pixelPlane + (h - originH) * pixelRow + (nint)(tap.W - originW) * sourceC;
                    table[2 + 2 * count] = (nint)run * phase.RunLength;
                    count++;
                }
            }

            table[0] = count;
        }

        nint* offsets = tables + rows * (runTable + 1);
        int panels = ProductBlocks<S, V>.Panels(tw1 - tw0);
        TileCall call = default;
        call.Offsets = offsets;
        call.RunLength = phase.RunLength;
        call.AStride = stepW * sourceC;
        call.Epilogue = _epilogue;
        nint targetStride = (nint)plan.Stride[2] * targetC;
        for (int group = 0; group < plan.Groups; group++)
        {
            for (int slice = 0; slice < phase.Slices; slice++)
            {
                int from = slice * Pack<S, V>.SliceWidth;
                int vectors = Pack<S, V>.Vectors(plan.TargetGroup, slice);
                int width = vectors * S.Width, columns = Math.Min(width, plan.TargetGroup - from);
                int channel = group * plan.TargetGroup + from;
                call.B = (float*)Scratch + phase.PackedStart + group * phase.GroupLength + (nint)from * phase.Terms;
                call.BStride = width;
                call.Bias = _bias is null ? null : _bias.Float + channel;
                if (columns < width && call.Bias is not null)
                {
                    float* tileBias = tile + ProductBlocks<S, V>.PanelRows * Pack<S, V>.SliceWidth;
                    Pack<S, V>.Copy(call.Bias, 0, 1, columns, tileBias, width);
                    call.Bias = tileBias;
                }

                for (int row = 0; row < rows; row++)
                {
                    nint* table = tables + row * (runTable + 1);
                    call.Runs = table[0];
                    for (nint run = 0; run < call.Runs; run++)
                    {
                        offsets[2 * run] = table[1 + 2 * run];
                        offsets[2 * run + 1] = table[2 + 2 * run] * width;
                    }

                    nint targetRow = (nint)(plan.Start[0] + td * plan.Stride[0]) * plan.Target[1]
                        + plan.Start[1] + (th0 + row) * plan.Stride[1];
                    float* target = result + (targetRow * plan.Target[2] + plan.Start[2]) * targetC + channel;
                    for (int panel = 0; panel < panels; panel++)
                    {
                        int t0 = tw0 + ProductBlocks<S, V>.PanelStart(tw1 - tw0, panels, panel);
                        int t1 = tw0 + ProductBlocks<S, V>.PanelStart(tw1 - tw0, panels, panel + 1);
                        call.A = image + (nint)t0 * stepW * sourceC + group * plan.SourceGroup;
                        if (columns == width)
                        {
                            call.C = target + t0 * targetStride;
                            call.CStride = targetStride;
                            Tile<S, V>.Rows(t1 - t0, vectors, &call);
                        }
                        else
                        {
                            call.C = tile;
                            call.CStride = width;
                            Tile<S, V>.Rows(t1 - t0, vectors, &call);
                            ProductBlocks<S, V>.CopyOut(tile, width, t1 - t0, columns, target + t0 * targetStride, targetStride);
                        }
                    }
                }
            }
        }
    }

    /// <summary>Copies rows of a sample with zeros where they end before <paramref name="boxW"/> pixels.</summary>
    internal static void CopyBox(
        float* source, TapPlan plan, int firstD, int lastD, int firstH, int lastH, int firstW, int boxW, float* box)
    {
        int channels = plan.SourceChannels, sourceW = plan.Source[2];
        int inside = Math.Clamp(-firstW, 0, boxW), end = Math.Clamp(sourceW - firstW, inside, boxW);
        for (int d = firstD; d <= lastD; d++)
        {
            for (int h = firstH; h <= lastH; h++, box += (nint)boxW * channels)
            {
                float* row = source + (((nint)d * plan.Source[1] + h) * sourceW + firstW + inside) * channels;
                int length = (end - inside) * channels;
                new Span<float>(box, inside * channels).Clear();
                new Span<float>(row, length).CopyTo(new Span<float>(box + (nint)inside * channels, length));
                new Span<float>(box + (nint)end * channels, (boxW - end) * channels).Clear();
            }
        }
    }

    /// <summary>A plan with what is worked out from it once.</summary>
    private sealed class Phase
    {
        internal Phase(TapPlan plan, int batch, long packedStart, int firstBlock, int firstPackUnit)
        {
            Plan = plan;
            (PackedStart, FirstBlock, FirstPackUnit) = ((nint)packedStart, firstBlock, firstPackUnit);
            int tapsPerRun = plan.TapsPerRun;
            Runs = [.. plan.Taps.Where((_, i) => i % tapsPerRun == 0)];
            RunLength = tapsPerRun * plan.SourceGroup;
            Terms = plan.Taps.Length * plan.SourceGroup;
            Slices = Pack<S, V>.Slices(plan.TargetGroup);
            GroupLength = (nint)Pack<S, V>.Length(Terms, plan.TargetGroup);
            PackUnits = plan.Groups * Slices * plan.Taps.Length;
            if (plan.Taps.Length > 0)
            {
                (MinD, MaxD) = (plan.Taps.Min(tap => tap.D), plan.Taps.Max(tap => tap.D));
                (MinH, MaxH) = (plan.Taps.Min(tap => tap.H), plan.Taps.Max(tap => tap.H));
                (MinW, MaxW) = (plan.MinW, plan.MaxW);
            }

            (Bands, Cuts) = Cut(batch);
            Blocks = batch * plan.Count[0] * Bands * Cuts;
        }

        internal TapPlan Plan { get; }

        /// <summary>The first tap of each run.</summary>
        internal Tap[] Runs { get; }

        internal int RunLength { get; }

        internal int Terms { get; }

        internal int Slices { get; }

        internal nint GroupLength { get; }

        internal nint PackedStart { get; }

        internal long PackedLength => (long)GroupLength * Plan.Groups;

        internal int PackUnits { get; }

        internal int FirstPackUnit { get; }

        internal int FirstBlock { get; }

        internal int Blocks { get; }

        internal int Bands { get; }

        internal int Cuts { get; }

        internal int MinD { get; }

        internal int MaxD { get; }

        internal int MinH { get; }

        internal int MaxH { get; }

        internal int MinW { get; }

        internal int MaxW { get; }

        /// <summary>Bands of rows and cuts of columns such that a block fits the cache and there are blocks enough to share.</summary>
        private (int Bands, int Cuts) Cut(int batch)
        {
            if (batch == 0 || Plan.Count.Any(count => count == 0))
            {
                return (0, 0);
            }

            long planes = (long)batch * Plan.Count[0];
            int wanted = (int)Math.Max(1, (Split.Chunks + planes - 1) / planes);
            long column = (long)(MaxD - MinD + 1) * Plan.SourceChannels;
            long row = column * ((Plan.Count[2] - 1) * (long)Plan.Step[2] + MaxW - MinW + 1);
            int bands = 1;
            if (Plan.Count[1] > 1)
            {
                long fit = (BlockFloats / Math.Max(1, row) - (MaxH - MinH + 1)) / Plan.Step[1] + 1;
                int rows = (int)Math.Clamp(fit, Math.Min(4, Plan.Count[1]), Plan.Count[1]);
                bands = Math.Clamp(Math.Max((Plan.Count[1] + rows - 1) / rows, wanted), 1, Plan.Count[1]);
            }

            int least = 4 * ProductBlocks<S, V>.PanelRows;
            int cuts = bands >= wanted && Plan.Count[1] > 1
                ? 1
                : Math.Clamp((int)Math.Max(row / BlockFloats, (wanted + bands - 1) / bands), 1, Math.Max(1, Plan.Count[2] / least));
            return (bands, cuts);
        }
    }

    private sealed class BlocksJob(TapConvolution<S, V> kernel) : Job
    {
        internal override void Run(int chunk)
        {
            int block = (int)Split.Start(kernel._blocks, kernel._chunks, chunk);
            int end = (int)Split.Start(kernel._blocks, kernel._chunks, chunk + 1);
            foreach (Phase phase in kernel._phases)
            {
                for (; block < end && block < phase.FirstBlock + phase.Blocks; block++)
                {
                    kernel.Block(phase, block - phase.FirstBlock);
                }
            }
        }
    }

    private sealed class PackJob(TapConvolution<S, V> kernel) : Job
    {
        internal override void Run(int chunk)
        {
            int unit = (int)Split.Start(kernel._packUnits, kernel._packChunks, chunk);
            int end = (int)Split.Start(kernel._packUnits, kernel._packChunks, chunk + 1);
            foreach (Phase phase in kernel._phases)
            {
                for (; unit < end && unit < phase.FirstPackUnit + phase.PackUnits; unit++)
                {
                    kernel.PackUnit(phase, unit - phase.FirstPackUnit);
                }
            }
        }
    }
}

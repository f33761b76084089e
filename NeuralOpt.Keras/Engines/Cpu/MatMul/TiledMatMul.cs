using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Float32 matrix product by packed panels and register tiles.</summary>
/// <remarks>
/// Five plans, chosen by the sizes alone: small products run entry by entry on one thread each; a product with few results
/// and many terms splits its terms and adds the partial results in order; a product of one panel of rows reads B in place;
/// one of a few panels packs each slice of B where it is used; every other one packs B once and cuts the result into blocks.
/// </remarks>
internal sealed unsafe class TiledMatMul<S, V> : Kernel
    where S : struct, ISimd<V>
    where V : struct
{
    /// <summary>Multiply-adds that one core does in 5 us: a second would gain no more than waking it costs.</summary>
    private const long SmallProduct = 2 * Split.SerialWork;

    private const long LargeEntry = 4_000_000;
    private const int LargePack = 256 * 1024;
    private const long MostLocalPack = 96 * 1024;
    private const int BlockColumns = 512;
    private const int PanelsPerBlock = 10;
    private const long SumGrain = 16 * 1024;

    /// <summary>Results of a product with many terms whose partial sums stay in the second cache.</summary>
    private const int MostSplitResult = 64 * 1024;

    /// <summary>Up to so many panels, packing B in a pass of its own costs more than the cache saves.</summary>
    private const int FewPanels = 4;

    /// <summary>With so many columns in each part of B, packing A for each part costs less.</summary>
    private const int ManyColumns = 256;

    private readonly MatMulShape _shape;
    private readonly Operand _a;
    private readonly Operand _b;
    private readonly Operand _c;
    private readonly Operand? _bias;
    private readonly Epilogue _epilogue;
    private readonly bool _accumulate;
    private readonly Plan _plan;
    private readonly int _packChunks;
    private readonly int _panels;
    private readonly int _slices;
    private readonly int _panelBlocks;
    private readonly int _sliceBlocks;
    private readonly int _parts;
    private readonly Job _job;
    private readonly Job? _packJob;
    private readonly Job? _sumJob;
    private readonly int _sumChunks;
    private int _entry;

    internal TiledMatMul(
        MatMulShape shape, Operand a, Operand b, Operand c, Operand? bias, Epilogue epilogue, bool accumulate)
    {
        (_shape, _a, _b, _c, _bias, _epilogue, _accumulate) = (shape, a, b, c, bias, epilogue, accumulate);
        _panels = ProductBlocks<S, V>.Panels(shape.M);
        _slices = Pack<S, V>.Slices(shape.N);
        _plan = ChoosePlan();
        switch (_plan)
        {
            case Plan.Entries:
                _parts = (int)Math.Clamp(Math.Min(shape.Batch, shape.Batch * shape.Work / Split.SerialWork), 1, 4 * Split.Chunks);
                _job = new EntriesJob(this);
                break;
            case Plan.SplitTerms:
                _parts = Math.Clamp(shape.K / 512, 2, Split.Chunks);
                _job = new TermsJob(this);
                _sumJob = new SumJob(this);
                _sumChunks = Math.Min(shape.M, Split.Count((long)_parts * shape.M * shape.N, SumGrain));
                break;
            case Plan.Columns:
                _parts = Math.Min(_slices, Split.Chunks);
                _job = new ColumnsJob(this);
                break;
            default:
                int slicesPerBlock = BlockColumns / Pack<S, V>.SliceWidth;
                _sliceBlocks = (_slices + slicesPerBlock - 1) / slicesPerBlock;
                _panelBlocks = Math.Max((_panels + PanelsPerBlock - 1) / PanelsPerBlock, (Split.Chunks + _sliceBlocks - 1) / _sliceBlocks);
                _panelBlocks = Math.Min(_panelBlocks, _panels);
                if (_panelBlocks * _sliceBlocks < Split.Chunks)
                {
                    _sliceBlocks = Math.Min(_slices, (Split.Chunks + _panelBlocks - 1) / _panelBlocks);
                }

                _job = new BlocksJob(this);
                if (_plan == Plan.Blocks)
                {
                    _packChunks = Math.Min(_slices, Split.Count((long)shape.K * shape.N, 32 * 1024));
                    _packJob = new PackJob(this);
                }

                break;
        }
    }

    private enum Plan
    {
        Entries,
        SplitTerms,
        InPlace,
        Columns,
        Blocks,
    }

    internal override nuint ScratchBytes => _plan switch
    {
        Plan.SplitTerms => (nuint)_parts * (nuint)_shape.M * (nuint)_shape.N * sizeof(float),
        Plan.Blocks => (nuint)Pack<S, V>.Length(_shape.K, _shape.N) * sizeof(float),
        _ => 0,
    };

    internal override void Run(WorkerPool pool)
    {
        if (_shape.M == 0 || _shape.N == 0)
        {
            return;
        }

        if (_plan == Plan.Entries)
        {
            pool.Run(_job, _parts);
            return;
        }

        for (_entry = 0; _entry < _shape.Batch; _entry++)
        {
            if (_packJob is not null && (_entry == 0 || _shape.OffsetB(_entry) != _shape.OffsetB(_entry - 1)))
            {
                pool.Run(_packJob, _packChunks);
            }

            pool.Run(_job, _plan is Plan.SplitTerms or Plan.Columns ? _parts : _panelBlocks * _sliceBlocks);
            if (_plan == Plan.SplitTerms)
            {
                pool.Run(_sumJob!, _sumChunks);
            }
        }
    }

    private Plan ChoosePlan()
    {
        bool small = _shape.Work < SmallProduct
            || (_shape.Batch >= 4 && _shape.Work < LargeEntry && Pack<S, V>.Length(_shape.K, _shape.N) <= LargePack);
        if (small)
        {
            return Plan.Entries;
        }

        bool isDeep = (long)_shape.M * _shape.N <= MostSplitResult && _shape.K >= 16 * Math.Max(_shape.M, _shape.N);
        if (_shape.K >= 1024 && ((long)_panels * _slices < Split.Chunks || isDeep))
        {
            return Plan.SplitTerms;
        }

        bool inPlace = _panels == 1 && !_shape.TransposeB && _shape.N % S.Width == 0;
        int parts = Math.Min(_slices, Split.Chunks);
        bool isLocal = (long)_shape.K * Pack<S, V>.SliceWidth * ((_slices + parts - 1) / parts) <= MostLocalPack;
        bool columns = _slices >= 4 && isLocal && (_panels <= FewPanels || _shape.N / parts >= ManyColumns);
        return inPlace ? Plan.InPlace : columns ? Plan.Columns : Plan.Blocks;
    }

    private Product ProductOf(int entry) => new()
    {
        M = _shape.M,
        N = _shape.N,
        K = _shape.K,
        A = _a.Float + _shape.OffsetA(entry),
        AStride = _shape.TransposeA ? _shape.M : _shape.K,
        TransposeA = _shape.TransposeA,
        B = _b.Float + _shape.OffsetB(entry),
        BStride = _shape.TransposeB ? _shape.K : _shape.N,
        C = _c.Float + (long)entry * _shape.M * _shape.N,
        CStride = _shape.N,
        Bias = _bias is null ? null : _bias.Float,
        Accumulate = _accumulate,
        Epilogue = _epilogue,
    };

    /// <summary>Adds the partial products of some rows in order, then bias and epilogue.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddParts(int from, int to)
    {
        int n = _shape.N;
        nint length = (nint)_shape.M * n;
        float* row = (float*)Scratch + (nint)from * n;
        float* c = _c.Float + _entry * length + (nint)from * n;
        float* bias = _bias is null ? null : _bias.Float;
        for (int m = from; m < to; m++, row += n, c += n)
        {
            for (int j = 0; j < n; j += S.Width)
            {
                int count = Math.Min(S.Width, n - j);
                V sum = S.LoadPartial(row + j, count);
                for (int part = 1; part < _parts; part++)
                {
                    sum = S.Add(sum, S.LoadPartial(row + part * length + j, count));
                }

                sum = _accumulate ? S.Add(sum, S.LoadPartial(c + j, count)) : sum;
                sum = bias is null ? sum : S.Add(sum, S.LoadPartial(bias + j, count));
                sum = _epilogue == Epilogue.Relu ? S.MaxNative(S.Zero, sum) : sum;
                S.StorePartial(c + j, sum, count);
            }
        }
    }

    private static float* Local(long packedLength, out float* packed)
    {
        // Partial copies write whole vectors, hence the slack behind the panel.
        nint scratch = (ProductBlocks<S, V>.ScratchLength + 15) / 16 * 16;
        float* memory = (float*)ThreadScratch.Get((nuint)(scratch + packedLength) * sizeof(float));
        packed = memory + scratch;
        return memory;
    }

    private sealed class PackJob(TiledMatMul<S, V> kernel) : Job
    {
        internal override void Run(int chunk)
        {
            MatMulShape shape = kernel._shape;
            Product product = kernel.ProductOf(kernel._entry);
            int from = (int)Split.Start(kernel._slices, kernel._packChunks, chunk);
            int to = (int)Split.Start(kernel._slices, kernel._packChunks, chunk + 1);
            Pack<S, V>.Slices(
                product.B, product.BStride, shape.TransposeB, shape.K, shape.N, from, to, (float*)kernel.Scratch);
        }
    }

    private sealed class BlocksJob(TiledMatMul<S, V> kernel) : Job
    {
        internal override void Run(int chunk)
        {
            Product product = kernel.ProductOf(kernel._entry);
            product.Packed = kernel._plan == Plan.Blocks ? (float*)kernel.Scratch : null;
            (int panelBlock, int sliceBlock) = (chunk / kernel._sliceBlocks, chunk % kernel._sliceBlocks);
            ProductBlocks<S, V>.Run(
                in product,
                (int)Split.Start(kernel._panels, kernel._panelBlocks, panelBlock),
                (int)Split.Start(kernel._panels, kernel._panelBlocks, panelBlock + 1),
                (int)Split.Start(kernel._slices, kernel._sliceBlocks, sliceBlock),
                (int)Split.Start(kernel._slices, kernel._sliceBlocks, sliceBlock + 1),
                Local(0, out _));
        }
    }

    private sealed class ColumnsJob(TiledMatMul<S, V> kernel) : Job
    {
        internal override void Run(int chunk)
        {
            MatMulShape shape = kernel._shape;
            Product product = kernel.ProductOf(kernel._entry);
            int from = (int)Split.Start(kernel._slices, kernel._parts, chunk), to = (int)Split.Start(kernel._slices, kernel._parts, chunk + 1);
            int first = from * Pack<S, V>.SliceWidth, columns = Math.Min(shape.N, to * Pack<S, V>.SliceWidth) - first;
            float* scratch = Local(Pack<S, V>.Length(shape.K, columns), out float* packed);

            // Slices are found by their place in all of B.
            product.Packed = packed - (nint)first * shape.K;
            Pack<S, V>.Slices(product.B, product.BStride, shape.TransposeB, shape.K, shape.N, from, to, product.Packed);
            ProductBlocks<S, V>.Run(in product, 0, kernel._panels, from, to, scratch);
        }
    }

    private sealed class TermsJob(TiledMatMul<S, V> kernel) : Job
    {
        internal override void Run(int chunk)
        {
            MatMulShape shape = kernel._shape;
            Product product = kernel.ProductOf(kernel._entry);
            int from = (int)Split.Start(shape.K, kernel._parts, chunk);
            int k = (int)Split.Start(shape.K, kernel._parts, chunk + 1) - from;
            float* scratch = Local(Pack<S, V>.Length(k, shape.N), out float* packed);
            product.A += from * (shape.TransposeA ? product.AStride : 1);
            product.B += from * (shape.TransposeB ? 1 : product.BStride);
            Pack<S, V>.Slices(product.B, product.BStride, shape.TransposeB, k, shape.N, 0, kernel._slices, packed);
            product.K = k;
            product.Packed = packed;
            product.C = (float*)kernel.Scratch + (nint)chunk * shape.M * shape.N;
            product.Bias = null;
            product.Accumulate = false;
            product.Epilogue = Epilogue.None;
            ProductBlocks<S, V>.Run(in product, 0, kernel._panels, 0, kernel._slices, scratch);
        }
    }

    private sealed class SumJob(TiledMatMul<S, V> kernel) : Job
    {
        internal override void Run(int chunk) => kernel.AddParts(
            (int)Split.Start(kernel._shape.M, kernel._sumChunks, chunk), (int)Split.Start(kernel._shape.M, kernel._sumChunks, chunk + 1));
    }

    private sealed class EntriesJob(TiledMatMul<S, V> kernel) : Job
    {
        internal override void Run(int chunk)
        {
            MatMulShape shape = kernel._shape;
            bool inPlace = kernel._panels == 1 && !shape.TransposeB && shape.N % S.Width == 0;
            float* scratch = Local(inPlace ? 0 : Pack<S, V>.Length(shape.K, shape.N), out float* packed);
            int end = (int)Split.Start(shape.Batch, kernel._parts, chunk + 1);
            for (int first = (int)Split.Start(shape.Batch, kernel._parts, chunk), entry = first; entry < end; entry++)
            {
                Product product = kernel.ProductOf(entry);
                if (!inPlace)
                {
                    if (entry == first || shape.OffsetB(entry) != shape.OffsetB(entry - 1))
                    {
                        Pack<S, V>.Slices(
                            product.B, product.BStride, shape.TransposeB, shape.K, shape.N, 0, kernel._slices, packed);
                    }

                    product.Packed = packed;
                }

                ProductBlocks<S, V>.Run(in product, 0, kernel._panels, 0, kernel._slices, scratch);
            }
        }
    }
}

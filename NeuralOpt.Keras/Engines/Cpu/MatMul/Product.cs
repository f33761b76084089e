using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>One matrix product on its way through the tiles: where its matrices are and how they lie.</summary>
internal unsafe struct Product
{
    internal int M;
    internal int N;
    internal int K;
    internal float* A;

    /// <summary>From a row of A as stored to the next.</summary>
    internal nint AStride;
    internal bool TransposeA;

    /// <summary>B as <see cref="Pack{S, V}"/> lays it, or null to read <see cref="B"/> in place.</summary>
    internal float* Packed;
    internal float* B;
    internal nint BStride;
    internal float* C;
    internal nint CStride;
    internal float* Bias;
    internal bool Accumulate;
    internal Epilogue Epilogue;
}

/// <summary>Runs blocks of a <see cref="Product"/>: K in blocks that keep a panel of A in the first cache, rows in panels, columns in slices.</summary>
internal static unsafe class ProductBlocks<S, V>
    where S : struct, ISimd<V>
    where V : struct
{
    /// <summary>Steps of K at a time: a panel of A is then 6 to 14 KB, and 16 slices of B at most half of the second cache.</summary>
    internal static int KBlock => S.Width == 4 ? 512 : 256;

    /// <summary>Rows of a register tile: what 32 or 16 registers hold with two vectors a row.</summary>
    internal static int PanelRows => S.Registers >= 32 ? 14 : 6;

    /// <summary>Floats of working memory for <see cref="Run"/>.</summary>
    internal static int ScratchLength => PanelRows * (KBlock + 4) + S.Width + (PanelRows + 1) * Pack<S, V>.SliceWidth;

    internal static int Panels(int m) => (m + PanelRows - 1) / PanelRows;

    /// <summary>The first row of a panel; rows are spread evenly, so that the last panel is no thinner than the others.</summary>
    internal static int PanelStart(int m, int panels, int panel) => (int)((long)m * panel / panels);

    // What is computed when, and what stays where:
    //
    //               slice (2 vectors wide)
    //                  | B |                        for each block of K              a panel of A fits the first cache
    //             K   |   |  packed: K x width       for each panel of rows          that panel is copied once
    //                  |   |                            for each slice of columns    the slice's block of B is in the second cache
    //      K                                               tile: C += A * B          C's tile stays in registers
    //   [panel A]     [tile C]  6 or 14 rows
    //
    // The tile reads a column of A and a row of B for each step of K: panel rows + 2 loads for 2 x panel rows multiply-adds.
    // The slices go round inside of a panel, so a panel of A comes from the first cache for all but the first of them, while
    // the slices of B, which all panels share, come from the second. C is read and written once for each block of K.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Run(in Product product, int panelFrom, int panelTo, int sliceFrom, int sliceTo, float* scratch)
    {
        int m = product.M, n = product.N, k = product.K;
        int panels = Panels(m), sliceWidth = Pack<S, V>.SliceWidth;

        // Copying a panel pays when several slices read it. Rows a multiple of 2 KB apart fall on the same few
        // lines of the first cache, so those are copied even for one slice.
        int slices = sliceTo - sliceFrom;
        bool packA = product.TransposeA ? slices > 1 : slices >= 3 || (product.AStride % 512 == 0 && k >= 64);
        float* panelCopy = scratch;
        float* tile = scratch + PanelRows * (KBlock + 4) + S.Width;
        float* tileBias = tile + PanelRows * sliceWidth;

        int blocks = Math.Max(1, (k + KBlock - 1) / KBlock);
        TileCall call = default;
        call.Runs = 1;
        nint* start = stackalloc nint[2];
        start[0] = start[1] = 0;
        call.Offsets = start;
        for (int block = 0; block < blocks; block++)
        {
            int k0 = (int)((long)k * block / blocks);
            int kc = (int)((long)k * (block + 1) / blocks) - k0;
            call.RunLength = kc;
            call.Accumulate = product.Accumulate || block > 0;
            call.Epilogue = block == blocks - 1 ? product.Epilogue : Epilogue.None;
            bool biased = block == 0 && product.Bias is not null;
            for (int panel = panelFrom; panel < panelTo; panel++)
            {
                int m0 = PanelStart(m, panels, panel);
                int rows = PanelStart(m, panels, panel + 1) - m0;
                bool byColumns = product.TransposeA || packA;
                call.A = product.TransposeA ? product.A + k0 * product.AStride + m0 : product.A + m0 * product.AStride + k0;
                call.AStride = product.AStride;
                if (packA)
                {
                    if (product.TransposeA)
                    {
                        Pack<S, V>.Copy(call.A, call.AStride, kc, rows, panelCopy, rows);
                    }
                    else
                    {
                        Pack<S, V>.Transpose(call.A, call.AStride, rows, kc, panelCopy, rows);
                    }

                    call.A = panelCopy;
                    call.AStride = rows;
                }

                for (int slice = sliceFrom; slice < sliceTo; slice++)
                {
                    int n0 = slice * sliceWidth;
                    int vectors = Pack<S, V>.Vectors(n, slice);
                    int width = vectors * S.Width;
                    if (product.Packed is not null)
                    {
                        call.B = product.Packed + (nint)n0 * k + k0 * width;
                        call.BStride = width;
                    }
                    else
                    {
                        call.B = product.B + k0 * product.BStride + n0;
                        call.BStride = product.BStride;
                    }

                    call.Bias = biased ? product.Bias + n0 : null;
                    float* c = product.C + m0 * product.CStride + n0;
                    call.C = c;
                    call.CStride = product.CStride;
                    int columns = Math.Min(width, n - n0);
                    bool whole = columns == width;
                    if (!whole)
                    {
                        // Past the last column lies the next row, or nothing: compute beside and copy.
                        call.C = tile;
                        call.CStride = width;
                        if (call.Accumulate)
                        {
                            Pack<S, V>.Copy(c, product.CStride, rows, columns, tile, width);
                        }

                        if (biased)
                        {
                            Pack<S, V>.Copy(call.Bias, 0, 1, columns, tileBias, width);
                            call.Bias = tileBias;
                        }
                    }

                    if (byColumns)
                    {
                        Tile<S, V>.Columns(rows, vectors, &call);
                    }
                    else
                    {
                        Tile<S, V>.Rows(rows, vectors, &call);
                    }

                    if (!whole)
                    {
                        CopyOut(tile, width, rows, columns, c, product.CStride);
                    }
                }
            }
        }
    }

    /// <summary>Copies the first columns of a tile to memory that ends with them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void CopyOut(float* tile, nint width, int rows, int columns, float* target, nint stride)
    {
        for (int row = 0; row < rows; row++, tile += width, target += stride)
        {
            int i = 0;
            for (; i + S.Width <= columns; i += S.Width)
            {
                S.Store(target + i, S.Load(tile + i));
            }

            if (i < columns)
            {
                S.StorePartial(target + i, S.Load(tile + i), columns - i);
            }
        }
    }
}

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Sizes of <c>C[b] = op(A[b]) op(B[b])</c>: C is M x N, the sum runs over K, all row-major and contiguous.</summary>
/// <param name="M">Rows of C.</param>
/// <param name="N">Columns of C.</param>
/// <param name="K">Terms of each sum; 0 gives zeros (and bias).</param>
/// <param name="TransposeA">A is stored K x M.</param>
/// <param name="TransposeB">B is stored N x K.</param>
/// <param name="OffsetsA">Where the matrix of each batch entry begins in A, in elements; equal offsets broadcast. Null: one entry at 0.</param>
/// <param name="OffsetsB">The same for B, of the same length. Entry b of C begins at b M N.</param>
internal sealed record MatMulShape(
    int M, int N, int K, bool TransposeA = false, bool TransposeB = false, long[]? OffsetsA = null, long[]? OffsetsB = null)
{
    internal int Batch => OffsetsA?.Length ?? 1;

    /// <summary>Multiply-adds of one batch entry.</summary>
    internal long Work => (long)M * N * K;

    /// <summary>Batch entries at equal distances; a distance of 0 broadcasts.</summary>
    internal static MatMulShape Strided(
        int m, int n, int k, bool transposeA, bool transposeB, int batch, long strideA, long strideB) =>
        new(m, n, k, transposeA, transposeB, Steps(batch, strideA), Steps(batch, strideB));

    internal long OffsetA(int entry) => OffsetsA is null ? 0 : OffsetsA[entry];

    internal long OffsetB(int entry) => OffsetsB is null ? 0 : OffsetsB[entry];

    /// <summary>The same product with the batch laid into the rows, where one B serves all entries and A is contiguous.</summary>
    internal MatMulShape Folded()
    {
        if (Batch == 0)
        {
            return new MatMulShape(0, N, K);
        }

        if (OffsetsA is null || OffsetsB is null || TransposeA || (long)M * Batch > int.MaxValue)
        {
            return this;
        }

        for (int i = 0; i < Batch; i++)
        {
            if (OffsetsA[i] != (long)i * M * K || OffsetsB[i] != 0)
            {
                return this;
            }
        }

        return new MatMulShape(M * Batch, N, K, false, TransposeB);
    }

    private static long[] Steps(int batch, long stride)
    {
        var offsets = new long[batch];
        for (int i = 0; i < batch; i++)
        {
            offsets[i] = i * stride;
        }

        return offsets;
    }
}

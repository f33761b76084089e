using System.Runtime.InteropServices;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>OpenBLAS, if it is installed (Debian's libopenblas0-pthread).</summary>
internal static unsafe partial class OpenBlas
{
    private const string Library = "libopenblas.so.0";
    private const int RowMajor = 101;
    private const int AsItIs = 111;

    internal static bool IsThere { get; } = NativeLibrary.TryLoad(Library, out _);

    /// <summary>The product of the matrices of <paramref name="product"/>, on so many threads.</summary>
    internal static void Run(Sgemm product, int threads)
    {
        SetThreads(threads);
        (int m, int n, int k) = (product.M, product.N, product.K);
        Multiply(RowMajor, AsItIs, AsItIs, m, n, k, 1, product.A, k, product.B, n, 0, product.C, n);
    }

    [LibraryImport(Library, EntryPoint = "openblas_set_num_threads")]
    private static partial void SetThreads(int threads);

    [LibraryImport(Library, EntryPoint = "cblas_sgemm")]
    private static partial void Multiply(
        int order, int transposeA, int transposeB, int m, int n, int k, float alpha, float* a, int lda, float* b, int ldb, float beta, float* c, int ldc);
}

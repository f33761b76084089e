using System.Runtime.InteropServices;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>OpenBLAS, if it is installed (Debian's libopenblas0-pthread).</summary>
internal static unsafe partial class OpenBlas
{
    private const string Library = "libopenblas.so.0";
    private const int RowMajor = 101;
    private const int AsItIs = 111;

    /// <summary>Why it cannot be compared with; null where it can.</summary>
    internal static string? Fault { get; } = Find();

    /// <summary>Version, and for which processor its kernels are.</summary>
    internal static string Version
        => $"{Marshal.PtrToStringUTF8(GetConfig())?.Split(' ') switch { [var name, var number, ..] => $"{name} {number}", _ => "OpenBLAS" }} for {Marshal.PtrToStringUTF8(GetCoreName())}";

    /// <summary>The product of the matrices of <paramref name="product"/>, on so many threads.</summary>
    internal static void Run(Sgemm product, int threads)
    {
        SetThreads(threads);
        (int m, int n, int k) = (product.M, product.N, product.K);
        Multiply(RowMajor, AsItIs, AsItIs, m, n, k, 1, product.A, k, product.B, n, 0, product.C, n);
    }

    private static string? Find()
    {
        NativeEnvironment.Set(PeerCheck.Settings);
        if (PeerCheck.NoPeers is { } reason)
        {
            return reason;
        }

        if (!NativeLibrary.TryLoad(Library, out _))
        {
            return "OpenBLAS is not there (Debian's libopenblas0-pthread).";
        }

        Sgemm product = new(512, 512, 512);
        return PeerCheck.Fault(product.Flops, 1, () => Timing.Milliseconds(() => Run(product, 1), 0)) is { } fault
            ? $"{Version}: {fault}; look at OPENBLAS_CORETYPE, or install Debian's libopenblas0-pthread."
            : null;
    }

    [LibraryImport(Library, EntryPoint = "openblas_get_config")]
    private static partial nint GetConfig();

    [LibraryImport(Library, EntryPoint = "openblas_get_corename")]
    private static partial nint GetCoreName();

    [LibraryImport(Library, EntryPoint = "openblas_set_num_threads")]
    private static partial void SetThreads(int threads);

    [LibraryImport(Library, EntryPoint = "cblas_sgemm")]
    private static partial void Multiply(
        int order, int transposeA, int transposeB, int m, int n, int k, float alpha, float* a, int lda, float* b, int ldb, float beta, float* c, int ldc);
}

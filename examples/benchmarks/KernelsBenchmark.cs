namespace NeuralOpt.Keras.Benchmarks;

internal static class KernelsBenchmark
{
    internal static Report Run(Options options) => new("kernels", "");
}

using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras.Tests.Engines.Cpu;

/// <summary>Runs one primitive on the CPU engine.</summary>
internal static class Primitives
{
    internal static Tensor Run(Primitive primitive, TensorSpec output, params Tensor[] inputs)
    {
        Tensor y = Tensor.Uninitialized(output);
        new NeuralOpt.Keras.Engines.Cpu.CpuEngine().Execute(primitive, inputs, y);
        return y;
    }

    internal static Tensor Of<T>(Shape shape, params T[] values) where T : unmanaged => Tensor.From<T>(values, shape);

    /// <summary>Numbers from -range to range that follow a fixed pattern.</summary>
    internal static float[] Numbers(int count, float range = 2, int seed = 1)
    {
        System.Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() * 2) - 1) * range)];
    }
}

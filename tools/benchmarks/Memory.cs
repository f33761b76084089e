using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>Memory for kernels that are timed by themselves.</summary>
internal static class Memory
{
    /// <summary>So many floats in [-0.5, 0.5).</summary>
    internal static Buffer Random(long length)
    {
        Buffer buffer = Buffer.Zeros(Math.Max(1, length) * sizeof(float));
        System.Random random = new(1);
        foreach (ref float value in buffer.Span<float>())
        {
            value = random.NextSingle() - 0.5f;
        }

        return buffer;
    }

    /// <summary>Gives a kernel the working memory that it asks for.</summary>
    internal static unsafe Buffer Scratch(Kernel kernel)
    {
        Buffer buffer = Buffer.Zeros(Math.Max(64, (long)kernel.ScratchBytes));
        kernel.Scratch = buffer.Address;
        return buffer;
    }
}

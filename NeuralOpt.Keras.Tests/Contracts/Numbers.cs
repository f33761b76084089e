namespace NeuralOpt.Keras.Tests;

/// <summary>Comparisons of tensors in tests.</summary>
internal static class Numbers
{
    internal static void AreClose(Tensor expected, Tensor actual, double tolerance = 1e-5, string what = "value")
    {
        Assert.AreEqual(expected.Shape, actual.Shape, what);
        double[] a = expected.ToArray<double>();
        double[] b = actual.ToArray<double>();
        for (int i = 0; i < a.Length; i++)
        {
            Assert.IsTrue(a[i].Equals(b[i]) || Math.Abs(a[i] - b[i]) <= tolerance * (1 + Math.Abs(a[i])), $"{what}[{i}]: expected {a[i]}, got {b[i]}");
        }
    }

    /// <summary>Uniform numbers that are the same at every run.</summary>
    internal static Tensor Uniform(Shape shape, double from = 0, double to = 1, int seed = 1)
    {
        System.Random random = new(seed);
        return Tensor.From<float>([.. Enumerable.Range(0, shape.Size()).Select(_ => (float)(from + ((to - from) * random.NextDouble())))], shape);
    }
}

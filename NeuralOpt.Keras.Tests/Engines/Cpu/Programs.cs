using NeuralOpt.Keras.Engines;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests.Engines.Cpu;

/// <summary>Compares programs as they are planned with the same graph run node by node.</summary>
internal static class Programs
{
    /// <summary>Runs a function of tensors both ways, compares, and counts the kernels.</summary>
    internal static int Agree(Func<Tensor[], Tensor[]> body, params Tensor[] inputs)
        => Compare(Trace(body, inputs), inputs);

    /// <summary>Runs a graph plainly and joined, compares, and counts the kernels.</summary>
    internal static int Compare(Graph graph, params Tensor[] inputs)
    {
        Tensor[] plain = new CpuProgram(graph, fuse: false).Run(inputs);
        CpuProgram program = new(graph);
        program.Run(inputs);
        Tensor[] joined = program.Run(inputs);
        AssertClose(plain, joined, 2e-5);
        return program.KernelCount;
    }

    /// <summary>Asserts that all elements agree, those above 1 relatively.</summary>
    internal static void AssertClose(Tensor[] plain, Tensor[] joined, double tolerance)
    {
        for (int i = 0; i < plain.Length; i++)
        {
            (double[] a, double[] b) = (plain[i].ToArray<double>(), joined[i].ToArray<double>());
            Assert.HasCount(a.Length, b);
            for (int k = 0; k < a.Length; k++)
            {
                if (double.IsNaN(a[k]))
                {
                    Assert.IsTrue(double.IsNaN(b[k]), $"output {i}, element {k}");
                    continue;
                }

                Assert.AreEqual(a[k], b[k], tolerance * Math.Max(1, Math.Abs(a[k])), $"output {i}, element {k}");
            }
        }
    }

    /// <summary>The graph of a function of tensors like the inputs.</summary>
    internal static Graph Trace(Func<Tensor[], Tensor[]> body, Tensor[] inputs)
    {
        using Trace trace = new();
        foreach (Tensor y in body(Array.ConvertAll(inputs, t => (Tensor)trace.Feed(t.Spec))))
        {
            trace.Graph.AddOutput(trace.ValueOf(y));
        }

        return trace.Graph;
    }

    internal static Tensor Numbers(Shape shape, int seed) => Primitives.Of(shape, Primitives.Numbers(shape.Size(), 2, seed));
}

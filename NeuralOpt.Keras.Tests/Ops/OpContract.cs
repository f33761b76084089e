namespace NeuralOpt.Keras.Tests;

/// <summary>What holds for every op.</summary>
internal static class OpContract
{
    /// <summary>The gradient of a weighted sum agrees with central differences in double precision.</summary>
    internal static void CheckGradient(Func<Tensor[], Tensor> op, Tensor[] x, double tolerance = 1e-5)
    {
        using GradientTape tape = new();
        foreach (Tensor t in x)
        {
            tape.Watch(t);
        }

        Tensor y = op(x);
        Tensor weights = Weights(y);
        Tensor?[] gradients = tape.Gradient(y, x, weights);
        for (int k = 0; k < x.Length; k++)
        {
            for (int i = 0; i < x[k].Size; i += Math.Max(1, x[k].Size / 7))
            {
                const double step = 1e-5;
                double numeric = Difference(Moved(op, x, k, i, step), Moved(op, x, k, i, -step), weights) / (2 * step);
                double exact = gradients[k]?.ReadDouble(i) ?? 0;
                Assert.AreEqual(numeric, exact, tolerance * Math.Max(1, Math.Abs(numeric)), $"gradient by input {k}, element {i}");
            }
        }
    }

    /// <summary>A compiled function gives, bit for bit, what eager ops give.</summary>
    internal static void CheckCompiled(Func<Tensor[], Tensor> op, Tensor[] x)
    {
        Tensor eager = op(x);
        Function compiled = Function.Compile(t => [op(t)]);
        for (int run = 0; run < 2; run++)
        {
            Tensor y = compiled.Call(x)[0];
            Assert.AreEqual(eager.Spec, y.Spec);
            CollectionAssert.AreEqual(Bits(eager), Bits(y), $"run {run}");
        }
    }

    /// <summary>With an unknown first axis the shape is that of the real result, or unknown where it depends on it.</summary>
    internal static void CheckSymbolic(Func<Tensor[], Tensor> op, Tensor[] x, bool openFirstAxis = true)
    {
        Tensor real = op(x);
        Tensor known = op([.. x.Select(static t => (Tensor)new KerasTensor(t.Shape, t.DType))]);
        Assert.AreEqual(real.Spec, known.Spec, "all axes known");
        if (!openFirstAxis)
        {
            return;
        }

        // Only the first input has a batch; the others are weights or its equals.
        Tensor open = op([.. x.Select(t => t.Rank == x[0].Rank && t.Shape.At(0) == x[0].Shape.At(0) ? Open(t) : new KerasTensor(t.Shape, t.DType))]);
        Assert.AreEqual(real.DType, open.DType);
        Assert.IsTrue(open.Shape.IsCompatibleWith(real.Shape), $"inferred {open.Shape}, real {real.Shape}");
    }

    private static Tensor Open(Tensor t) => new KerasTensor(t.Shape.With(0, null), t.DType);

    private static Tensor Moved(Func<Tensor[], Tensor> op, Tensor[] x, int input, int element, double step)
    {
        Tensor[] moved = [.. x];
        moved[input] = x[input] + Ops.Zeros(x[input].Shape, DType.Float64);
        moved[input].WriteDouble(element, x[input].ReadDouble(element) + step);
        return op(moved);
    }

    // Differences first: what did not move cancels exactly.
    private static double Difference(Tensor above, Tensor below, Tensor weights)
        => Enumerable.Range(0, weights.Size).Sum(i => (above.ReadDouble(i) - below.ReadDouble(i)) * weights.ReadDouble(i));

    private static Tensor Weights(Tensor y)
    {
        Tensor w = Tensor.Uninitialized(y.Spec);
        for (int i = 0; i < w.Size; i++)
        {
            w.WriteDouble(i, Math.Cos(1.3 * i) + 0.2);
        }

        return w;
    }

    private static byte[] Bits(Tensor t) => t.Buffer.Span<byte>()[..(int)t.Spec.Bytes].ToArray();
}

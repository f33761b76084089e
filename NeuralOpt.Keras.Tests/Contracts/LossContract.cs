using NeuralOpt.Keras.Losses;

namespace NeuralOpt.Keras.Tests;

/// <summary>What every loss does.</summary>
internal static class LossContract
{
    /// <param name="make">Makes the loss with its default reduction.</param>
    /// <param name="yTrue">Labels.</param>
    /// <param name="yPred">Predictions, away from kinks.</param>
    internal static void Check(Func<Loss> make, Tensor yTrue, Tensor yPred)
    {
        Loss loss = make();
        Tensor value = loss.Apply(yTrue, yPred);
        Assert.AreEqual(Shape.Scalar, value.Shape);
        Assert.IsTrue(double.IsFinite(value.Item()));

        Numbers.AreClose(value, ConfigContract.Copy(loss).Apply(yTrue, yPred), 0, "the copy's value");
        Numbers.AreClose(value, Function.Compile((t, p) => loss.Apply(t, p))(yTrue, yPred), 1e-6, "the compiled value");
        ChecksReductions(loss, yTrue, yPred);
        ChecksGradient(ConfigContract.With(loss, "dtype", "float64"), yTrue, yPred.AsType(DType.Float64));
    }

    private static void ChecksReductions(Loss loss, Tensor yTrue, Tensor yPred)
    {
        Tensor each = ConfigContract.With(loss, "reduction", "none").Apply(yTrue, yPred);
        if (each.Rank == 0)
        {
            return;
        }

        Numbers.AreClose(Ops.Sum(each), ConfigContract.With(loss, "reduction", "sum").Apply(yTrue, yPred), 1e-5, "the sum");
        Tensor weight = Numbers.Uniform(each.Shape[0], 0.5, 2);
        Tensor columns = Ops.Reshape(weight, Shape.Of([each.Shape[0], .. Enumerable.Repeat(1, each.Rank - 1)]));
        if (each.Mask is null)
        {
            Numbers.AreClose(Ops.Mean(each), loss.Apply(yTrue, yPred), 1e-5, "the mean");
            Numbers.AreClose(Ops.Sum(each * columns) / (double)each.Size, loss.Apply(yTrue, yPred, columns), 1e-5, "the weighted mean");
        }
    }

    private static void ChecksGradient(Loss loss, Tensor yTrue, Tensor yPred)
    {
        using GradientTape tape = new();
        tape.Watch(yPred);
        Tensor gradient = tape.Gradient(loss.Apply(yTrue, yPred), yPred)!;
        double[] x = yPred.ToArray<double>();
        for (int i = 0; i < x.Length; i++)
        {
            const double H = 1e-5;
            double at = x[i];
            x[i] = at + H;
            double above = loss.Apply(yTrue, Tensor.From<double>(x, yPred.Shape)).Item();
            x[i] = at - H;
            double below = loss.Apply(yTrue, Tensor.From<double>(x, yPred.Shape)).Item();
            x[i] = at;
            double expected = (above - below) / (2 * H);
            Assert.AreEqual(expected, gradient.ReadDouble(i), 1e-6 * (1 + Math.Abs(expected)), $"{loss.Name}: gradient {i}");
        }
    }
}

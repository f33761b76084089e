using NeuralOpt.Keras.Initializers;

namespace NeuralOpt.Keras.Tests;

/// <summary>What every initializer does.</summary>
internal static class InitializerContract
{
    internal static void Check(Func<Initializer> make)
    {
        Initializer initializer = make();
        foreach (DType dtype in (DType[])[DType.Float32, DType.Float64])
        {
            Tensor values = initializer.Apply((6, 4), dtype);
            Assert.AreEqual(new TensorSpec((6, 4), dtype), values.Spec);
            Assert.IsTrue(values.ToArray<double>().All(double.IsFinite), $"{initializer}");
            Numbers.AreClose(values, initializer.Apply((6, 4), dtype), 0, "the values of a second call");
            Numbers.AreClose(values, ConfigContract.Copy(initializer).Apply((6, 4), dtype), 0, "the copy's values");
        }

        Assert.AreEqual((Shape)(0, 4), initializer.Apply((0, 4)).Shape);
    }
}

using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras.Tests;

/// <summary>The block that the engine does whole, against its meaning in ops.</summary>
[TestClass]
public class DropoutKernelTests
{
    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(7)]
    [DataRow(8)]
    [DataRow(9)]
    [DataRow(1023)]
    [DataRow(100_003)]
    public void Dropout_whole_is_its_decomposition_bit_for_bit(int length)
    {
        foreach (double rate in new[] { 0.1, 0.25, 0.4, 0.5, 0.999 })
        {
            Tensor x = RandomOps.Normal(length, seed: 3);
            Tensor whole = RandomOps.Dropout(x, rate, seed: 7);
            Tensor u = RandomOps.Uniform(length, seed: 7);
            Tensor parts = Ops.Where(Ops.GreaterEqual(u, rate), x * (1.0 / (1.0 - rate)), 0);
            CollectionAssert.AreEqual(parts.ToArray<float>(), whole.ToArray<float>(), $"rate {rate}");
        }
    }

    [TestMethod]
    public void Its_gradient_draws_the_same_numbers()
    {
        Tensor x = RandomOps.Normal((33, 5), seed: 3);
        using GradientTape tape = new();
        tape.Watch(x);
        Tensor y = RandomOps.Dropout(x, 0.3, seed: 11);
        Tensor dx = tape.Gradient(y, x)!;
        CollectionAssert.AreEqual(RandomOps.Dropout(Ops.OnesLike(x), 0.3, seed: 11).ToArray<float>(), dx.ToArray<float>());
    }

    [TestMethod]
    public void A_dtype_that_the_engine_does_not_do_whole_runs_as_its_meaning()
    {
        Assert.IsFalse(Device.Current.Supports(new NeuralOpt.Keras.Engines.Dropout(0.5), [new(4, DType.Float64)]));
        float[] y = RandomOps.Dropout(Ops.Ones(64, DType.Float64), 0.5, seed: 1).ToArray<float>();
        Assert.IsTrue(y.All(v => v is 0 or 2) && y.Distinct().Count() == 2);
    }
}

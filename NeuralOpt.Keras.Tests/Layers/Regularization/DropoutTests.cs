using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Regularization;

[TestClass]
public sealed class DropoutTests() : LayerContract<Dropout>(() => new(0.4, seed: 1), [(2, 4, 3)], (2, 4, 3))
{
    [TestMethod]
    public void Dropout_drops_in_training_only_and_scales_the_rest()
    {
        Dropout dropout = new(0.5, seed: 1);
        Tensor x = Ops.Ones((50, 20));
        Assert.AreSame(x, dropout.Apply(x));
        float[] y = dropout.Apply(x, training: true).ToArray<float>();
        Assert.IsTrue(y.All(v => v is 0 or 2));
        Assert.AreEqual(1.0, y.Average(), 0.1);
        CollectionAssert.AreNotEqual(y, dropout.Apply(x, training: true).ToArray<float>());
    }

    [TestMethod]
    public void The_same_seed_drops_the_same()
        => CollectionAssert.AreEqual(
            new Dropout(0.5, seed: 3).Apply(Ops.Ones((9, 9)), training: true).ToArray<float>(),
            new Dropout(0.5, seed: 3).Apply(Ops.Ones((9, 9)), training: true).ToArray<float>());

    [TestMethod]
    public void Only_a_rate_above_0_has_a_generator()
    {
        Assert.IsEmpty(new Dropout(0).Variables);
        Assert.HasCount(1, new Dropout(0.1).Variables);
        Assert.IsEmpty(new Dropout(0.1).Weights);
    }

    [TestMethod]
    public void Dropout_refuses_a_rate_of_1()
        => Assert.AreEqual("Dropout: rate must be in [0, 1). Received: 1.", Assert.ThrowsExactly<KerasArgumentException>(() => new Dropout(1)).Message);

    [TestMethod]
    public void Dropout_refuses_NaN()
        => Assert.AreEqual("Dropout: rate must be in [0, 1). Received: NaN.", Assert.ThrowsExactly<KerasArgumentException>(() => new Dropout(double.NaN)).Message);
}

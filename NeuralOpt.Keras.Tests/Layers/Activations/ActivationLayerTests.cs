using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Activations;

[TestClass]
public sealed class ReLUTests() : LayerContract<ReLU>(() => new(6, 0.1, 0.2), [(2, 4, 5)], (2, 4, 5))
{
    [TestMethod]
    public void ReLU_refuses_a_negative_slope()
        => Assert.AreEqual("ReLU: negativeSlope must be a finite number of at least 0. Received: -1.", Assert.ThrowsExactly<KerasArgumentException>(() => new ReLU(negativeSlope: -1)).Message);
}

[TestClass]
public sealed class LeakyReLUTests() : LayerContract<LeakyReLU>(() => new(), [(2, 4, 5)], (2, 4, 5))
{
    [TestMethod]
    public void Alpha_is_the_older_word_for_the_slope()
        => Assert.AreEqual(-0.2, new LeakyReLU(alpha: 0.2).Apply(new[] { -1.0 }.Select(v => v).ToArray()).Item(), 1e-7);

    [TestMethod]
    public void LeakyReLU_refuses_NaN()
        => Assert.AreEqual("LeakyReLU: negativeSlope must be a finite number of at least 0. Received: NaN.", Assert.ThrowsExactly<KerasArgumentException>(() => new LeakyReLU(double.NaN)).Message);
}

[TestClass]
public sealed class ELUTests() : LayerContract<ELU>(() => new(0.7), [(2, 4, 5)], (2, 4, 5));

[TestClass]
public sealed class PReLUTests() : LayerContract<PReLU>(() => new(sharedAxes: [1]), [(2, 4, 5)], (2, 4, 5), trainable: 1);

[TestClass]
public sealed class SoftmaxTests() : LayerContract<Softmax>(() => new(1), [(2, 4, 5)], (2, 4, 5))
{
    [TestMethod]
    public void What_is_masked_gets_no_share()
    {
        Tensor y = new Softmax().Apply(new float[,] { { 1, 1, 5 } }, mask: (Tensor)new[,] { { true, true, false } });
        CollectionAssert.AreEqual(new[] { 0.5f, 0.5f, 0f }, y.ToArray<float>());
    }
}

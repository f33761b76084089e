using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Core;

[TestClass]
public sealed class ActivationTests() : LayerContract<Activation>(() => new("tanh"), [(2, 3)], (2, 3))
{
    [TestMethod]
    public void An_unknown_activation_is_refused_with_the_known_ones()
        => Assert.Contains("relu, relu6", Assert.ThrowsExactly<KerasArgumentException>(() => new Activation("rleu")).Message);
}

[TestClass]
public sealed class IdentityLayerTests() : LayerContract<Identity>(() => new(), [(2, 3)], (2, 3));

[TestClass]
public sealed class MaskingTests() : LayerContract<Masking>(() => new(0.5), [(2, 4, 3)], (2, 4, 3))
{
    [TestMethod]
    public void Steps_of_the_value_alone_are_masked_and_become_0()
    {
        Tensor y = new Masking(9).Apply(new float[,,] { { { 9, 9 }, { 9, 1 } } });
        CollectionAssert.AreEqual(new[] { false, true }, y.Mask!.ToArray<bool>());
        CollectionAssert.AreEqual(new[] { 0f, 0f, 9f, 1f }, y.ToArray<float>());
    }
}

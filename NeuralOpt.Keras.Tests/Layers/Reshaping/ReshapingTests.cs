using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Reshaping;

[TestClass]
public sealed class FlattenTests() : LayerContract<Flatten>(() => new(), [(2, 3, 4)], (2, 12));

[TestClass]
public sealed class ReshapeTests() : LayerContract<Reshape>(() => new((6, -1)), [(2, 3, 4)], (2, 6, 2))
{
    [TestMethod]
    public void Reshape_refuses_another_number_of_elements()
        => Assert.AreEqual(
            "Reshape 'r': the input must have as many elements as the target shape (5). Received shape: (2, 3, 4).",
            Assert.ThrowsExactly<ShapeException>(() => new Reshape(5, name: "r").Apply(Ops.Ones((2, 3, 4)))).Message);
}

[TestClass]
public sealed class PermuteTests() : LayerContract<Permute>(() => new((2, 1)), [(2, 3, 4)], (2, 4, 3))
{
    [TestMethod]
    public void Permute_refuses_the_batch()
        => Assert.AreEqual("Permute: dims must be the axes from 1 to 2, each once. Received: (0, 1).", Assert.ThrowsExactly<KerasArgumentException>(() => new Permute((0, 1))).Message);
}

[TestClass]
public sealed class RepeatVectorTests() : LayerContract<RepeatVector>(() => new(3), [(2, 4)], (2, 3, 4))
{
    [TestMethod]
    public void RepeatVector_refuses_0_times()
        => Assert.AreEqual("RepeatVector: n must be at least 1. Received: 0.", Assert.ThrowsExactly<KerasArgumentException>(() => new RepeatVector(0)).Message);
}

using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Convolutional;

[TestClass]
public sealed class Conv1DTests() : LayerContract<Conv1D>(() => new(6, 3), [(2, 7, 4)], (2, 5, 6), trainable: 2)
{
    [TestMethod]
    public void Causal_padding_lets_no_step_see_a_later_one()
    {
        Conv1D conv = new(1, 2, padding: "causal", kernelInitializer: "ones");
        CollectionAssert.AreEqual(new[] { 1f, 3f, 5f }, conv.Apply(new float[,,] { { { 1 }, { 2 }, { 3 } } }).ToArray<float>());
    }
}

using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Preprocessing;

[TestClass]
public sealed class RescalingTests() : LayerContract<Rescaling>(() => new(0.5, -1.0), [(2, 4)], (2, 4))
{
    [TestMethod]
    public void Bytes_become_floating_point()
    {
        Tensor y = new Rescaling(1.0 / 255).Apply(new byte[] { 0, 255 });
        Assert.AreEqual(DType.Float32, y.DType);
        CollectionAssert.AreEqual(new[] { 0f, 1f }, y.ToArray<float>());
    }
}

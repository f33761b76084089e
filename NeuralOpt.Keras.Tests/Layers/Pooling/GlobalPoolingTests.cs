using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Pooling;

[TestClass]
public sealed class GlobalMaxPooling1DTests() : LayerContract<GlobalMaxPooling1D>(() => new(), [(2, 7, 3)], (2, 3));

[TestClass]
public sealed class GlobalMaxPooling2DTests() : LayerContract<GlobalMaxPooling2D>(() => new(), [(2, 6, 4, 3)], (2, 3));

[TestClass]
public sealed class GlobalMaxPooling3DTests() : LayerContract<GlobalMaxPooling3D>(() => new(), [(2, 4, 4, 2, 2)], (2, 2));

[TestClass]
public sealed class GlobalAveragePooling1DTests() : LayerContract<GlobalAveragePooling1D>(() => new(), [(2, 7, 3)], (2, 3))
{
    [TestMethod]
    public void Masked_steps_do_not_count()
    {
        Sequential model = new([new Embedding(4, 2, maskZero: true, embeddingsInitializer: "ones"), new GlobalAveragePooling1D()]);
        CollectionAssert.AreEqual(new[] { 1f, 1f }, model.Apply(new[,] { { 3, 0, 0 } }).ToArray<float>());
        Tensor y = new GlobalAveragePooling1D().Apply(new float[,,] { { { 2 }, { 8 } } }, mask: (Tensor)new[,] { { true, false } });
        Assert.AreEqual(2, y.Item());
        Assert.IsNull(y.Mask);
    }
}

[TestClass]
public sealed class GlobalAveragePooling2DTests() : LayerContract<GlobalAveragePooling2D>(() => new(), [(2, 6, 4, 3)], (2, 3));

[TestClass]
public sealed class GlobalAveragePooling3DTests() : LayerContract<GlobalAveragePooling3D>(() => new(), [(2, 4, 4, 2, 2)], (2, 2));

using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Pooling;

[TestClass]
public sealed class MaxPooling1DTests() : LayerContract<MaxPooling1D>(() => new(2), [(2, 7, 3)], (2, 3, 3));

[TestClass]
public sealed class MaxPooling2DTests() : LayerContract<MaxPooling2D>(() => new(2), [(2, 6, 4, 3)], (2, 3, 2, 3))
{
    [TestMethod]
    public void MaxPooling2D_refuses_a_window_of_0()
        => Assert.AreEqual("MaxPooling2D: poolSize must be one number or 2 numbers of at least 1. Received: (0,).", Assert.ThrowsExactly<KerasArgumentException>(() => new MaxPooling2D(0)).Message);

    [TestMethod]
    public void Same_padding_keeps_the_length_at_stride_1()
        => Assert.AreEqual((Shape)(1, 5, 5, 1), new MaxPooling2D(3, strides: 1, padding: "same").Apply(Ops.Ones((1, 5, 5, 1))).Shape);
}

[TestClass]
public sealed class MaxPooling3DTests() : LayerContract<MaxPooling3D>(() => new(2), [(2, 4, 4, 2, 2)], (2, 2, 2, 1, 2));

[TestClass]
public sealed class AveragePooling1DTests() : LayerContract<AveragePooling1D>(() => new(2), [(2, 7, 3)], (2, 3, 3));

[TestClass]
public sealed class AveragePooling2DTests() : LayerContract<AveragePooling2D>(() => new(2), [(2, 6, 4, 3)], (2, 3, 2, 3));

[TestClass]
public sealed class AveragePooling3DTests() : LayerContract<AveragePooling3D>(() => new(2), [(2, 4, 4, 2, 2)], (2, 2, 2, 1, 2));

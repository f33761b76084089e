using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Convolutional;

[TestClass]
public sealed class Conv1DTransposeTests() : LayerContract<Conv1DTranspose>(() => new(3, 3, strides: 2), [(2, 6, 4)], (2, 13, 3), trainable: 2)
{
    [TestMethod]
    public void Conv1DTranspose_refuses_causal_padding()
        => Assert.AreEqual("Conv1DTranspose: padding must be one of 'valid', 'same'. Received: 'causal'.", Assert.ThrowsExactly<KerasArgumentException>(() => new Conv1DTranspose(1, 1, padding: "causal")).Message);
}

[TestClass]
public sealed class Conv2DTransposeTests() : LayerContract<Conv2DTranspose>(() => new(3, 3, strides: 2), [(2, 3, 4, 2)], (2, 7, 9, 3), trainable: 2);

[TestClass]
public sealed class Conv3DTransposeTests() : LayerContract<Conv3DTranspose>(() => new(3, 3, strides: 2), [(2, 2, 2, 2, 2)], (2, 5, 5, 5, 3), trainable: 2);

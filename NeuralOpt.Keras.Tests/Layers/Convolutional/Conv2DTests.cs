using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Convolutional;

[TestClass]
public sealed class Conv2DTests() : LayerContract<Conv2D>(() => new(6, 3), [(2, 6, 5, 4)], (2, 4, 3, 6), trainable: 2)
{
    [TestMethod]
    public void Conv2D_refuses_a_window_larger_than_its_input()
        => Assert.StartsWith("Conv2D 'c': ", Assert.ThrowsExactly<ShapeException>(() => new Conv2D(2, 7, name: "c").Apply(Ops.Ones((1, 5, 5, 1)))).Message);

    [TestMethod]
    public void Channels_first_gives_the_transpose_of_channels_last()
    {
        Conv2D last = new(3, (2, 3), kernelInitializer: new Initializers.RandomNormal(seed: 1));
        Conv2D first = new(3, (2, 3), dataFormat: "channels_first", kernelInitializer: new Initializers.RandomNormal(seed: 1));
        Tensor x = new Initializers.RandomNormal(seed: 2).Apply((2, 4, 5, 2));
        Tensor y = Ops.Transpose(first.Apply(Ops.Transpose(x, (int[])[0, 3, 1, 2])), (int[])[0, 2, 3, 1]);
        CollectionAssert.AreEqual(last.Apply(x).ToArray<float>(), y.ToArray<float>());
    }

    [TestMethod]
    public void Conv2D_refuses_filters_below_1()
        => Assert.AreEqual("Conv2D: filters must be at least 1. Received: -1.", Assert.ThrowsExactly<KerasArgumentException>(() => new Conv2D(-1, 3)).Message);

    [TestMethod]
    public void Conv2D_refuses_a_kernel_of_0()
        => Assert.AreEqual("Conv2D: kernelSize must be one number or 2 numbers of at least 1. Received: (3, 0).", Assert.ThrowsExactly<KerasArgumentException>(() => new Conv2D(1, (3, 0))).Message);

    [TestMethod]
    public void Conv2D_refuses_strides_of_0()
        => Assert.AreEqual("Conv2D: strides must be one number or 2 numbers of at least 1. Received: (0,).", Assert.ThrowsExactly<KerasArgumentException>(() => new Conv2D(1, 3, strides: 0)).Message);

    [TestMethod]
    public void Conv2D_refuses_an_unknown_padding()
        => Assert.AreEqual("Conv2D: padding must be one of 'valid', 'same'. Received: 'causal'.", Assert.ThrowsExactly<KerasArgumentException>(() => new Conv2D(1, 3, padding: "causal")).Message);

    [TestMethod]
    public void Conv2D_refuses_an_unknown_data_format()
        => Assert.AreEqual("Conv2D: dataFormat must be one of 'channels_last', 'channels_first'. Received: 'NHWC'.", Assert.ThrowsExactly<KerasArgumentException>(() => new Conv2D(1, 3, dataFormat: "NHWC")).Message);

    [TestMethod]
    public void Conv2D_refuses_filters_that_groups_do_not_divide()
        => Assert.AreEqual("Conv2D: filters must be divisible by groups. Received: 3 and 2.", Assert.ThrowsExactly<KerasArgumentException>(() => new Conv2D(3, 3, groups: 2)).Message);
}

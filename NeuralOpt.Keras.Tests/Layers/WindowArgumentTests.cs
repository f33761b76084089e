using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests;

/// <summary>A window, stride or size below what it may be is told of by the name of the argument.</summary>
[TestClass]
public sealed class WindowArgumentTests
{
    [TestMethod]
    public void Layers_speak_of_the_argument()
    {
        Refused("AveragePooling2D: poolSize must be one number or 2 numbers of at least 1. Received: (-5,).", () => new AveragePooling2D(-5));
        Refused("MaxPooling1D: poolSize must be a number of at least 1. Received: (-5,).", () => new MaxPooling1D(-5));
        Refused("MaxPooling2D: strides must be one number or 2 numbers of at least 1. Received: (2, -2).", () => new MaxPooling2D(2, (2, -2)));
        Refused("Conv2D: kernelSize must be one number or 2 numbers of at least 1. Received: (3, -3).", () => new Conv2D(4, (3, -3)));
        Refused("Conv1D: strides must be a number of at least 1. Received: (-2,).", () => new Conv1D(4, 3, strides: -2));
        Refused("Conv3D: dilationRate must be one number or 3 numbers of at least 1. Received: (-7,).", () => new Conv3D(4, 3, dilationRate: -7));
        Refused("UpSampling2D: size must be one number or 2 numbers of at least 1. Received: (-2,).", () => new UpSampling2D(-2));
        Refused("Conv2DTranspose: outputPadding must be one number or 2 numbers of at least 0. Received: (-3,).", () => new Conv2DTranspose(4, 3, outputPadding: -3));
    }

    [TestMethod]
    public void Functions_speak_of_the_argument()
    {
        Refused("MaxPool: poolSize must be one number or 2, each at least 1. Received: (-5,).", () => Ops.MaxPool(Ops.Ones((1, 4, 4, 1)), -5));
        Refused("AveragePool: strides must be one number or 2, each at least 1. Received: (-5,).", () => Ops.AveragePool(Ops.Ones((1, 4, 4, 1)), 2, -5));
        Refused("Conv: dilationRate must be one number or 2, each at least 1. Received: (1, -2).", () => Ops.Conv(Ops.Ones((1, 4, 4, 1)), Ops.Ones((1, 1, 1, 1)), dilationRate: (1, -2)));
    }

    [TestMethod]
    public void A_shape_with_such_a_length_is_refused_where_it_is_used()
    {
        const string sentence = "Shape: every axis must be at least 0, or null or -1 for an unknown length. Received: (-5,).";
        Refused(sentence, () => Ops.Zeros(-5));
        Refused(sentence, () => ((Shape)(-5)).Rank);
        Refused(sentence, () => new Input(-5));
        Refused(sentence, () => new Shape(-5));
    }

    private static void Refused(string message, Func<object?> call) => Assert.AreEqual(message, Assert.Throws<ArgumentException>(call).Message);
}

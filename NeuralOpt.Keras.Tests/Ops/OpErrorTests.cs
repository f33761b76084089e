namespace NeuralOpt.Keras.Tests;

/// <summary>Bad input: one sentence that says where, what must hold, and what came.</summary>
[TestClass]
public sealed class OpErrorTests
{
    private static readonly Tensor s_image = Ops.Zeros((1, 4, 5, 3));

    [TestMethod]
    public void Conv_refuses_a_window_larger_than_its_inputs()
        => Throws<ShapeException>(
            "Conv: the window, dilated, must not be larger than the inputs. Received shapes: (1, 4, 5, 3), (5, 1, 3, 2).",
            () => Ops.Conv(s_image, Ops.Zeros((5, 1, 3, 2))));

    [TestMethod]
    public void Conv_refuses_channels_that_differ()
        => Throws<ShapeException>(
            "Conv: the channels of the inputs must be those of the kernel, or a multiple of them that divides the filters. Received shapes: (1, 4, 5, 3), (1, 1, 2, 2).",
            () => Ops.Conv(s_image, Ops.Zeros((1, 1, 2, 2))));

    [TestMethod]
    public void Conv_refuses_an_unknown_padding()
        => Throws<KerasArgumentException>(
            "Conv: padding must be 'valid' or 'same'. Received: 'full'.",
            () => Ops.Conv(s_image, Ops.Zeros((1, 1, 3, 2)), padding: "full"));

    [TestMethod]
    public void Conv_refuses_strides_below_one()
        => Throws<KerasArgumentException>(
            "Conv: strides must be one number or 2, each at least 1. Received: (0, 1).",
            () => Ops.Conv(s_image, Ops.Zeros((1, 1, 3, 2)), (0, 1)));

    [TestMethod]
    public void Conv_refuses_an_unknown_data_format()
        => Throws<KerasArgumentException>(
            "Conv: dataFormat must be 'channels_last' or 'channels_first'. Received: 'NHWC'.",
            () => Ops.Conv(s_image, Ops.Zeros((1, 1, 3, 2)), dataFormat: "NHWC"));

    [TestMethod]
    public void ConvTranspose_refuses_an_output_padding_as_large_as_the_strides()
        => Throws<KerasArgumentException>(
            "ConvTranspose: outputPadding must be less than the strides (2, 2), one number or one for each spatial axis. Received: (2,).",
            () => Ops.ConvTranspose(s_image, Ops.Zeros((1, 1, 2, 3)), 2, outputPadding: 2));

    [TestMethod]
    public void MaxPool_refuses_a_window_larger_than_its_inputs()
        => Throws<ShapeException>(
            "MaxPool: the window (5, 5) must not be larger than the inputs. Received shapes: (1, 4, 5, 3).",
            () => Ops.MaxPool(s_image, 5));

    [TestMethod]
    public void Pools_refuse_a_tensor_without_spatial_axes()
        => Throws<ShapeException>(
            "AveragePool: inputs must have 1 to 3 spatial axes beside batch and channels. Received shape: (2, 3).",
            () => Ops.AveragePool(Ops.Zeros((2, 3)), 2));

    [TestMethod]
    public void Matmul_refuses_matrices_that_do_not_fit()
        => Throws<ShapeException>(
            "Matmul: the last axis of x1 must be as long as the last but one of x2. Received shapes: (2, 3), (2, 3).",
            () => Ops.Matmul(Ops.Zeros((2, 3)), Ops.Zeros((2, 3))));

    [TestMethod]
    public void Einsum_refuses_subscripts_that_do_not_fit()
    {
        Throws<KerasArgumentException>(
            "Einsum: the subscripts must have a letter for each axis. Received: 'ij->i' for shapes (2,).",
            () => Ops.Einsum("ij->i", Ops.Zeros(2)));
        Throws<ShapeException>(
            "Einsum: 'j' in 'ij,jk->ik' must have one length. Received shapes: (2, 3), (2, 3).",
            () => Ops.Einsum("ij,jk->ik", Ops.Zeros((2, 3)), Ops.Zeros((2, 3))));
    }

    [TestMethod]
    public void SparseCategoricalCrossentropy_refuses_a_label_that_is_no_class()
    {
        Throws<KerasArgumentOutOfRangeException>(
            "SparseCategoricalCrossentropy: the targets must be at least 0 and below 3. Received: 3.",
            () => Ops.SparseCategoricalCrossentropy((int[])[0, 3], Ops.Ones((2, 3))));
        Throws<KerasArgumentOutOfRangeException>(
            "SparseCategoricalCrossentropy: the targets must be at least 0 and below 3. Received: -1.",
            () => Ops.SparseCategoricalCrossentropy((int[])[-1, 0], Ops.Ones((2, 3))));
    }

    [TestMethod]
    public void Crossentropies_refuse_shapes_that_differ()
        => Throws<ShapeException>(
            "CategoricalCrossentropy: target and output must have the same shape. Received shapes: (2, 2), (2, 3).",
            () => Ops.CategoricalCrossentropy(Ops.Ones((2, 2)), Ops.Ones((2, 3))));

    [TestMethod]
    public void Reductions_refuse_an_axis_that_does_not_exist()
        => Throws<KerasArgumentException>(
            "Mean: axis must be between -2 and 1 for a tensor of rank 2. Received: 2.",
            () => Ops.Mean(Ops.Ones((2, 2)), 2));

    [TestMethod]
    public void Max_refuses_an_empty_axis()
        => Throws<ShapeException>("Max: a reduced axis must not be empty. Received shapes: (0, 2).", () => Ops.Max(Ops.Zeros((0, 2)), 0));

    [TestMethod]
    public void Norm_refuses_an_unknown_order()
    {
        Throws<KerasArgumentException>("Norm: ord must be a number, 'fro' or 'nuc'. Received: 'max'.", () => Ops.Norm(Ops.Ones(2), "max"));
        Assert.ThrowsExactly<KerasArgumentException>(() => Ops.Norm(Ops.Ones((2, 2, 2)), 1));
    }

    [TestMethod]
    public void Bits_refuse_floating_point()
        => Throws<KerasArgumentException>("BitwiseAnd: the inputs must be integers. Received dtype: float32.", () => Ops.BitwiseAnd(1.5, Ops.Ones(2)));

    [TestMethod]
    public void Glu_refuses_an_odd_axis()
        => Throws<ShapeException>("Glu: axis -1 must have an even length. Received shape: (2, 3).", () => Ops.Glu(Ops.Ones((2, 3))));

    private static void Throws<T>(string message, Func<Tensor> op) where T : Exception
        => Assert.AreEqual(message, Assert.Throws<T>(() => op()).Message);
}

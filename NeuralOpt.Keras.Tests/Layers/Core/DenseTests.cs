using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Core;

[TestClass]
public sealed class DenseTests() : LayerContract<Dense>(() => new(4), [(2, 3)], (2, 4), trainable: 2)
{
    [TestMethod]
    public void Dense_refuses_units_below_1()
        => Assert.AreEqual("Dense: units must be at least 1. Received: 0.", Assert.ThrowsExactly<KerasArgumentException>(() => new Dense(0)).Message);

    [TestMethod]
    public void Dense_refuses_an_input_whose_last_axis_changed()
    {
        Dense dense = new(4, name: "d");
        dense.Apply(Ops.Ones((2, 3)));
        Assert.AreEqual(
            "Dense 'd': the last axis of the input must be 3, as when it was built. Received shape: (2, 5).",
            Assert.ThrowsExactly<ShapeException>(() => dense.Apply(Ops.Ones((2, 5)))).Message);
    }

    [TestMethod]
    public void Dense_takes_more_axes_and_multiplies_along_the_last()
    {
        Dense dense = new(2, kernelInitializer: "ones", useBias: false);
        Tensor y = dense.Apply(Ops.Ones((2, 5, 3)));
        Assert.AreEqual((Shape)(2, 5, 2), y.Shape);
        CollectionAssert.AreEqual(Enumerable.Repeat(3f, 20).ToArray(), y.ToArray<float>());
    }

    [TestMethod]
    public void Weights_carry_the_model_in_their_path()
    {
        Sequential model = new([new Dense(2, inputDim: 3, name: "d")], name: "m");
        CollectionAssert.AreEqual(new[] { "m/d/kernel", "m/d/bias" }, model.Weights.Select(v => v.Path).ToArray());
    }

    [TestMethod]
    public void The_activity_penalty_is_divided_by_the_batch()
    {
        Dense dense = new(1, kernelInitializer: "ones", useBias: false, activityRegularizer: new Regularizers.L1(0.5), kernelRegularizer: new Regularizers.L2(0.1));
        dense.Apply(Ops.Ones((4, 3)));
        Assert.HasCount(2, dense.Losses);
        Assert.AreEqual(1.5, dense.Losses[0].Item(), 1e-6);
        Assert.AreEqual(0.3, dense.Losses[1].Item(), 1e-6);
    }

    [TestMethod]
    public void A_layer_that_is_not_trainable_has_no_trainable_weights()
    {
        Dense dense = new(2, trainable: false);
        dense.Apply(Ops.Ones((1, 3)));
        Assert.IsEmpty(dense.TrainableWeights);
        dense.Trainable = true;
        Assert.HasCount(2, dense.TrainableWeights);
    }

    [TestMethod]
    public void Building_twice_makes_one_set_of_weights()
    {
        Dense dense = new(2);
        dense.Build((null, 3));
        Variable kernel = dense.Kernel!;
        dense.Apply(Ops.Ones((1, 3)));
        Assert.AreSame(kernel, dense.Kernel);
        Assert.HasCount(2, dense.Weights);
    }
}

using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests.Layers;

[TestClass]
public sealed class LayerTests
{
    [TestMethod]
    public void Layers_and_variables_in_fields_belong_to_a_layer()
    {
        Block block = new();
        block.Apply(Ops.Ones((2, 3)));
        Assert.HasCount(6, block.Weights);
        Assert.HasCount(5, block.TrainableWeights);
        CollectionAssert.AreEqual(
            new[] { "block/dense_b/kernel", "block/dense_b/bias", "block/dense_a/kernel", "block/dense_a/bias" },
            block.Weights.Where(v => v.Path.Contains("dense")).Select(v => v.Path).ToArray());
        block.Trainable = false;
        Assert.IsEmpty(block.TrainableWeights);
        Assert.IsFalse(block.A.Trainable);
    }

    [TestMethod]
    public void Losses_of_inner_layers_are_those_of_the_last_call()
    {
        Block block = new();
        block.Apply(Ops.Ones((2, 3)));
        block.Apply(Ops.Ones((2, 3)));
        Assert.HasCount(1, block.Losses);
    }

    [TestMethod]
    public void Gradients_are_asked_for_with_arrays_of_variables()
    {
        Dense dense = new(2);
        Variable[] weights = [.. dense.Weights];
        using GradientTape tape = new();
        Tensor loss = Ops.Sum(dense.Apply(Ops.Ones((1, 3))));
        Assert.IsEmpty(tape.Gradient(loss, weights));
    }

    [TestMethod]
    public void Input_comes_to_the_dtype_of_the_layer()
        => Assert.AreEqual(DType.Float64, new Dense(2, dtype: "float64").Apply(Ops.Ones((1, 3))).DType);

    [TestMethod]
    public void An_unknown_dtype_and_a_bad_name_are_refused()
    {
        Assert.ThrowsExactly<KerasArgumentException>(() => new Dense(2, dtype: "float33"));
        Assert.AreEqual("Dense: a name must not be empty or contain '/'. Received: 'a/b'.", Assert.ThrowsExactly<KerasArgumentException>(() => new Dense(2, name: "a/b")).Message);
    }

    private sealed class Block : Layer
    {
        private readonly Variable _shift = new(Ops.Zeros(2), name: "shift");
        private readonly Variable _count = new(Ops.Zeros(1), trainable: false, name: "count");
        private readonly List<Layer> _more = [new Dense(2, name: "dense_b", activityRegularizer: "l2")];

        internal Block()
            : base("block")
        {
        }

        internal Dense A { get; } = new(4, name: "dense_a");

        protected override Tensor Call(Tensor inputs, CallContext context) => _more[0].Apply(A.Apply(inputs)) + _shift + (Ops.Sum(_count) * 0);
    }
}

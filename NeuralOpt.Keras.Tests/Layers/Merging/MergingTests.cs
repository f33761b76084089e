using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Merging;

[TestClass]
public sealed class AddTests() : LayerContract<Add>(() => new(), [(2, 3, 4), (2, 1, 4)], (2, 3, 4))
{
    [TestMethod]
    public void Inputs_that_do_not_broadcast_are_refused()
        => Assert.AreEqual(
            "Add 'a': the inputs must broadcast, and have one batch. Received shapes: (2, 3), (2, 4).",
            Assert.ThrowsExactly<ShapeException>(() => new Add(name: "a").Apply([Ops.Ones((2, 3)), Ops.Ones((2, 4))])).Message);

    [TestMethod]
    public void A_step_counts_if_it_does_in_one_input()
    {
        Embedding embedding = new(5, 2, maskZero: true);
        Tensor y = new Add().Apply([embedding.Apply(new[,] { { 1, 0, 0 } }), embedding.Apply(new[,] { { 0, 2, 0 } })]);
        CollectionAssert.AreEqual(new[] { true, true, false }, y.Mask!.ToArray<bool>());
        Assert.IsNull(new Add().Apply([embedding.Apply(new[,] { { 1, 0 } }), Ops.Ones((1, 2, 2))]).Mask);
    }
}

[TestClass]
public sealed class AverageTests() : LayerContract<Average>(() => new(), [(2, 3, 4), (2, 1, 4)], (2, 3, 4));

[TestClass]
public sealed class MaximumTests() : LayerContract<Maximum>(() => new(), [(2, 3, 4), (2, 1, 4)], (2, 3, 4));

[TestClass]
public sealed class MinimumTests() : LayerContract<Minimum>(() => new(), [(2, 3, 4), (2, 1, 4)], (2, 3, 4));

[TestClass]
public sealed class MultiplyTests() : LayerContract<Multiply>(() => new(), [(2, 3, 4), (2, 1, 4)], (2, 3, 4));

[TestClass]
public sealed class SubtractTests() : LayerContract<Subtract>(() => new(), [(2, 3, 4), (2, 3, 4)], (2, 3, 4));

[TestClass]
public sealed class ConcatenateTests() : LayerContract<Concatenate>(() => new(1), [(2, 3, 4), (2, 1, 4)], (2, 4, 4))
{
    [TestMethod]
    public void Concatenate_refuses_unequal_shapes()
        => Assert.AreEqual(
            "Concatenate 'c': the inputs must have equal lengths at all axes but -1. Received shapes: (2, 3), (3, 3).",
            Assert.ThrowsExactly<ShapeException>(() => new Concatenate(name: "c").Apply([Ops.Ones((2, 3)), Ops.Ones((3, 3))])).Message);
}

[TestClass]
public sealed class DotTests() : LayerContract<Dot>(() => new((2, 1), normalize: true), [(2, 3, 4), (2, 4, 5)], (2, 3, 5))
{
    [TestMethod]
    public void Two_vectors_give_one_number()
        => Assert.AreEqual((Shape)(2, 1), new Dot(1).Apply([Ops.Ones((2, 3)), Ops.Ones((2, 3))]).Shape);
}

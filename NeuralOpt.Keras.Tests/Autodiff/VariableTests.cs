namespace NeuralOpt.Keras.Tests;

[TestClass]
public class VariableTests
{
    [TestMethod]
    public void A_variable_stands_for_its_value()
    {
        Variable v = new(new[] { 1f, 2f }, name: "v");
        CollectionAssert.AreEqual(new[] { 2f, 4f }, (v.Value + v).ToArray<float>());
        Assert.AreEqual("<Variable path=v, shape=(2,), dtype=float32>", v.ToString());
    }

    [TestMethod]
    public void Assigning_replaces_adds_and_subtracts()
    {
        Variable v = new(new[] { 1f, 2f });
        v.Assign(new[] { 5f, 6f });
        v.AssignAdd(1);
        v.AssignSub(new[] { 1f, 2f });
        CollectionAssert.AreEqual(new[] { 5f, 5f }, v.Value.ToArray<float>());
    }

    [TestMethod]
    public void A_value_is_brought_to_the_dtype()
    {
        Variable v = new(new[] { 1f });
        v.Assign(new[] { 3 });
        Assert.AreEqual(DType.Float32, v.Value.DType);
        Assert.AreEqual(3, v.Value.Item());
    }

    [TestMethod]
    public void Another_shape_is_refused()
    {
        Variable v = new(Ops.Zeros((2, 3)), name: "kernel");
        ShapeException e = Assert.ThrowsExactly<ShapeException>(() => v.Assign(Ops.Zeros((3, 2))));
        Assert.AreEqual("Variable 'kernel': a value must have shape (2, 3). Received: (3, 2).", e.Message);
    }

    [TestMethod]
    public void The_initial_tensor_is_copied()
    {
        Tensor t = new[] { 1f };
        Variable v = new(t);
        v.Assign(new[] { 2f });
        Assert.AreEqual(1, t.Item());
    }
}

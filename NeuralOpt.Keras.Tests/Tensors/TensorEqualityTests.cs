namespace NeuralOpt.Keras.Tests;

[TestClass]
public class TensorEqualityTests
{
    private readonly Tensor _a = new[] { 1, 2, 3 };
    private readonly Tensor _b = new[] { 1, 2, 4 };

    [TestMethod]
    public void Equal_signs_compare_element_by_element()
    {
        Assert.AreEqual(2.0 / 3, Ops.Mean(_a == _b).Item(), 1e-7);
        CollectionAssert.AreEqual(new[] { 1, 1, 0 }, Ops.Where(_a == _b, 1, 0).ToArray<int>());
        Assert.AreEqual(1.0, Ops.Sum(_a != _b).Item());
        CollectionAssert.AreEqual(new[] { false, true, false }, (_a == 2).ToArray<bool>());
        CollectionAssert.AreEqual(new[] { true, true, false }, (4.0 != _b).ToArray<bool>());
    }

    [TestMethod]
    public void They_broadcast_and_refuse_what_does_not()
    {
        Assert.AreEqual(Shape.Of(3, 3), (Ops.Reshape(_a, (3, 1)) == _b).Shape);
        Assert.ThrowsExactly<ShapeException>(() => _ = _a == new[] { 1, 2 });
    }

    [TestMethod]
    public void Equals_asks_for_the_same_object()
    {
        Tensor same = Ops.Copy(_a);
        Assert.IsTrue(_a.Equals(_a));
        Assert.IsFalse(_a.Equals(same));
        Assert.AreEqual(1, new HashSet<Tensor> { _a, _a }.Count);
    }
}

namespace NeuralOpt.Keras.Tests;

[TestClass]
public sealed class ShapeSizeTests
{
    [TestMethod]
    [DataRow(65536, 65536, 65536, 65536)]
    [DataRow(1 << 30, 1 << 30, 16, 1)]
    [DataRow(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue)]
    [DataRow(1 << 16, 1 << 15, 1, 1)]
    public void A_product_of_lengths_never_wraps(int a, int b, int c, int d)
    {
        Shape shape = (a, b, c, d);
        ShapeException e = Assert.ThrowsExactly<ShapeException>(() => shape.Size());
        Assert.Contains($"a tensor must have at most 2147483647 elements. Received: {shape}", e.Message);
        Assert.ThrowsExactly<ShapeException>(() => Ops.Zeros(shape));
    }

    [TestMethod]
    public void An_axis_of_no_elements_makes_a_tensor_of_none_wherever_it_stands()
    {
        Assert.AreEqual(0, new Shape[] { (0, 1 << 30, 1 << 30), (1 << 30, 1 << 30, 0), (1 << 30, 0, 1 << 30) }.Sum(s => s.Size()));
        Assert.AreEqual(int.MaxValue, Shape.Of(int.MaxValue, 1).Size());
    }

    [TestMethod]
    public void What_wraps_is_refused_where_it_is_made_so_that_nothing_is_read_of_it()
    {
        Assert.ThrowsExactly<ShapeException>(() => Ops.Ones((1 << 30, 1 << 30, 16))[5, 7]);
        Assert.ThrowsExactly<ShapeException>(() => Ops.Sum(Ops.Ones((1 << 30, 1 << 30, 16)), axis: (0, 1)));
    }
}

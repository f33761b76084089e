using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class ShapeTests
{
    [TestMethod]
    public void A_length_is_a_number_and_a_shape_an_argument()
    {
        Tensor x = Ops.Zeros((60, 28, 28));
        int n = x.Shape[0];
        Assert.AreEqual(60, n);
        Assert.AreEqual(28, x.Shape[^1]);
        Assert.AreEqual(28, x.Shape[-1]);
        Assert.AreEqual(16, new Dense(Ops.Zeros((2, 16)).Shape[1]).Units);
        Assert.AreEqual(x.Shape, Ops.Ones(x.Shape).Shape);
        Assert.AreEqual(Shape.Scalar, Ops.Zeros(shape: []).Shape);
        Assert.AreEqual(Shape.Scalar, Ops.Zeros([]).Shape);
        Assert.IsNull(Shape.Of(null, 3).At(0));
        Assert.AreEqual(
            "Shape: the length of axis 0 must be known here; Shape.At gives it as null. Received: (null, 3).",
            Assert.ThrowsExactly<ShapeException>(() => Shape.Of(null, 3)[0]).Message);
    }

    [TestMethod]
    public void A_shape_is_made_from_numbers_lists_and_tuples()
    {
        Shape[] same = [new(2, 3), (2, 3), [2, 3], Shape.Of(2, 3), new[] { 2, 3 }, new List<int> { 2, 3 }, Shape.Of((IEnumerable<int>)[2, 3])];
        Assert.AreEqual(1, same.Distinct().Count());
        Assert.AreEqual(new Shape(1, 2, 3, 4, 5, 6), (1, 2, 3, 4, 5, 6));
        Assert.AreEqual("(null, 3)", new Shape(-1, 3).ToString());
    }

    [TestMethod]
    public void A_range_is_cut_where_the_axes_end()
    {
        Shape s = (1, 2, 3);
        Assert.AreEqual<Shape>((2, 3), s[1..]);
        Assert.AreEqual<Shape>((1, 2), s[..^1]);
        Assert.AreEqual<Shape>((2, 3), s[1..9]);
        Assert.AreEqual(Shape.Scalar, s[5..]);
        Assert.AreEqual(Shape.Scalar, s[2..1]);
        Assert.AreEqual<Shape>((1, 2), s[^5..2]);
    }

    [TestMethod]
    public void Wrong_axes_and_lengths_are_sentences()
    {
        Shape s = (2, 3);
        Check("Shape: the axis must be between -2 and 1 of (2, 3). Received: 2.", () => s[2]);
        Check("Shape: the axis must be between -2 and 1 of (2, 3). Received: -3.", () => s[^3]);
        Check("Shape: the axis must be between -2 and 1 of (2, 3). Received: 7.", () => s.With(7, 1));
        Check("Shape: the axis must be left out, as a scalar has none. Received: 0.", () => Shape.Scalar[0]);
        Check("Shape: every axis must be at least 0, or null or -1 for an unknown length. Received: (2, -5).", () => s.With(^1, -5));
    }

    [TestMethod]
    public void Axes_are_numbers_lists_and_tuples_of_up_to_six()
    {
        Tensor x = Ops.Ones((1, 2, 1, 2, 1, 2));
        Assert.AreEqual(8.0, Ops.Sum(x, (0, 1, 2, 3, 4, 5)).Item());
        Assert.AreEqual<Shape>(2, Ops.Sum(x, (0, 1, 2, 3, 4)).Shape);
        Assert.AreEqual<Shape>((1, 2), Ops.Sum(x, (0, 1, 2, 3)).Shape);
        Assert.AreEqual<Shape>((2, 1, 2, 1, 2), Ops.Sum(x, new List<int> { 0 }).Shape);
        Assert.AreEqual(x.Shape, Ops.Sum(x, axis: []).Shape);
    }

    private static void Check(string message, Func<object> call) => Assert.AreEqual(message, Assert.ThrowsExactly<ShapeException>(call).Message);
}

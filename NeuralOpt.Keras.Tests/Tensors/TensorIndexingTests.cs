namespace NeuralOpt.Keras.Tests;

[TestClass]
public sealed class TensorIndexingTests
{
    private static readonly Tensor s_cube = Ops.Reshape(Ops.Arange(24), (2, 3, 4));

    [TestMethod]
    public void An_index_takes_its_axis_away()
    {
        Check("[[12 13 14 15]\n [16 17 18 19]\n [20 21 22 23]]", s_cube[1]);
        Check("[20 21 22 23]", s_cube[^1, -1]);
        Check("23", s_cube[-1, -1, -1]);
    }

    [TestMethod]
    public void A_range_is_cut_where_the_axis_ends()
    {
        Check("[[[4 5]\n  [8 9]]]", s_cube[..1, 1.., ..2]);
        Check("[[[ 4  5  6  7]\n  [ 8  9 10 11]]]", s_cube[..^1, 1..100]);
        Check("[]", s_cube[5..]);
        Assert.AreEqual<Shape>((0, 3, 4), s_cube[5..].Shape);
    }

    [TestMethod]
    public void A_step_walks_forwards_and_backwards()
    {
        Tensor line = Ops.Arange(7);
        Check("[1 4]", line[Slice.Step(1, null, 3)]);
        Check("[6 5 4 3 2 1 0]", line[Slice.Step(null, null, -1)]);
        Check("[5 3]", line[Slice.Step(-2, 1, -2)]);
        Check("[6 3 0]", line[Slice.Step(100, null, -3)]);
        Check("[]", line[Slice.Step(2, 5, -1)]);
    }

    [TestMethod]
    public void An_ellipsis_stands_for_the_axes_that_are_left()
    {
        Check("[[ 0  4  8]\n [12 16 20]]", s_cube["...", 0]);
        Check("[[ 0  4  8]\n [12 16 20]]", s_cube[Slice.Ellipsis, 0]);
        Check("[ 4 16]", s_cube[.., 1, "...", 0]);
    }

    [TestMethod]
    public void A_new_axis_has_length_1()
    {
        Assert.AreEqual<Shape>((1, 2, 3, 1, 4), s_cube[null, .., .., Slice.NewAxis].Shape);
        Assert.AreEqual<Shape>((1, 2, 3, 4), s_cube[null].Shape);
        Assert.AreEqual<Shape>((3, 1), s_cube[0, .., null, 0].Shape);
    }

    [TestMethod]
    public void A_mask_selects_where_it_is_true()
    {
        Check("[10 11 12 13 14 15 16 17 18 19 20 21 22 23]", s_cube[s_cube > 9]);
        Check("[[12 13 14 15]\n [16 17 18 19]\n [20 21 22 23]]", s_cube[new[] { false, true }][0]);
        Check("[[ 0  4  8]\n [ 2  6 10]]", s_cube[0, .., (Tensor)new[] { true, false, true, false }]);
    }

    [TestMethod]
    public void A_list_selects_along_its_axis()
    {
        Check("[[ 8  9 10 11]\n [ 0  1  2  3]\n [ 8  9 10 11]]", s_cube[0, [2, 0, -1]]);
        Check("[2 0]", Ops.Arange(3)[[2, 0]]);
        Check("[ 0 17]", s_cube[[0, 1], [0, 1], [0, 1]]);
        Assert.AreEqual<Shape>((2, 3, 2, 2), s_cube[.., .., (Tensor)new[,] { { 0, 1 }, { 2, 3 } }].Shape);
    }

    [TestMethod]
    public void Lists_apart_put_their_axes_first_as_in_NumPy()
    {
        Assert.AreEqual<Shape>((2, 3), s_cube[0, .., [0, 1]].Shape);
        Check("[[0 4 8]\n [1 5 9]]", s_cube[0, .., [0, 1]]);
        Assert.AreEqual<Shape>((2, 2), s_cube[.., [0, 1], [2, 3]].Shape);
        Check("[[ 2  7]\n [14 19]]", s_cube[.., [0, 1], [2, 3]]);
    }

    [TestMethod]
    public void An_index_outside_its_axis_is_refused()
    {
        Assert.ThrowsExactly<KerasArgumentOutOfRangeException>(() => s_cube[2]);
        Assert.ThrowsExactly<KerasArgumentOutOfRangeException>(() => s_cube[0, -4]);
        Assert.ThrowsExactly<KerasArgumentOutOfRangeException>(() => s_cube[[0, 2]]);
        StringAssert.Contains(Assert.ThrowsExactly<ShapeException>(() => s_cube[0, 0, 0, 0]).Message, "Received: 4 for shape (2, 3, 4)");
        Assert.ThrowsExactly<ShapeException>(() => s_cube[(Tensor)new[] { true, false, true }]);
        Assert.ThrowsExactly<KerasArgumentException>(() => s_cube[(Tensor)new[] { 0.5 }]);
        Assert.ThrowsExactly<KerasArgumentException>(() => s_cube["...."]);
    }

    [TestMethod]
    public void What_was_read_is_a_copy()
    {
        Tensor x = new float[,] { { 1, 2 }, { 3, 4 } };
        Tensor row = x[0];
        row[0] = 9;
        Tensor all = x["..."];
        all[0] = 8;
        Tensor more = x[null];
        more[0] = 7;
        Check("[[1. 2.]\n [3. 4.]]", x);
    }

    [TestMethod]
    public void Writing_broadcasts_and_converts_the_value()
    {
        Tensor x = new float[2, 3];
        x[.., 1] = 5;
        x[0, ^1] = 2.5;
        x[1, [0, 2]] = new[] { 7, 8 };
        Check("[[0.  5.  2.5]\n [7.  5.  8. ]]", x);
        x[x > 6] = -1;
        Check("[[ 0.   5.   2.5]\n [-1.   5.  -1. ]]", x);
        x[..] = new float[] { 1, 2, 3 };
        Check("[[1. 2. 3.]\n [1. 2. 3.]]", x);
        Assert.ThrowsExactly<ShapeException>(() => x[0] = new float[] { 1, 2 });
    }

    [TestMethod]
    public void Writing_walks_as_reading_does()
    {
        Slice?[][] selections =
        [
            [1], [Slice.All, ^1], ["...", 2], [0, 1, 2], [Slice.Step(null, null, -1), null, Slice.All, Slice.Step(3, 0, -2)], [Slice.All, (5..)], [null, 1, (0..2)], [],
            [s_cube > 11], [Slice.All, new[] { 0, 2 }, 1],
        ];
        foreach (Slice?[] selection in selections)
        {
            Tensor x = Ops.Zeros((2, 3, 4), DType.Int32);
            Tensor values = Ops.Copy(s_cube)[selection] + 1;
            x[selection] = values;
            Check(values.ToString(), x[selection]);
            Assert.AreEqual(Ops.Sum(values).Item(), Ops.Sum(x).Item());
        }
    }

    [TestMethod]
    public void Writing_into_the_value_of_a_variable_leaves_the_variable()
    {
        Variable v = new(new float[] { 1, 2 });
        Tensor x = v.Value;
        x[0] = 9;
        Check("[9. 2.]", x);
        Check("[1. 2.]", v.Value);
    }

    [TestMethod]
    public void Reading_is_differentiable()
    {
        Tensor x = new float[,] { { 1, 2, 3 }, { 4, 5, 6 } };
        using GradientTape tape = new();
        tape.Watch(x);
        Tensor y = Ops.Sum(x[1, Slice.Step(null, null, -2)] * new float[] { 10, 20 }) + Ops.Sum(x[.., [0, 0]]);
        Check("[[ 2.  0.  0.]\n [22.  0. 10.]]", tape.Gradient(y, x)!);
    }

    [TestMethod]
    public void A_symbolic_tensor_is_read_but_not_written()
    {
        KerasTensor x = new((null, 10, 3));
        Assert.AreEqual<Shape>((null, 3), x[.., -1].Shape);
        Assert.AreEqual<Shape>((10, 3), x[0].Shape);
        Assert.AreEqual<Shape>((null, 5, 3), x[.., Slice.Step(null, null, 2)].Shape);
        Assert.AreEqual<Shape>((null, 10, 3), x[1..].Shape);
        StringAssert.Contains(Assert.ThrowsExactly<KerasInvalidOperationException>(() => x[0] = 1).Message, "cannot be written");
    }

    [TestMethod]
    public void A_compiled_step_indexes_as_eager_code_does()
    {
        Func<Tensor, Tensor> step = Function.Compile(x => x[1.., -1] + x[[0], 0]);
        Check("[5. 7.]", step(new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }));
    }

    [TestMethod]
    public void A_tensor_is_taken_apart_along_its_first_axis()
    {
        var ((a, b), (c, d)) = Ops.Arange(4).Reshape((2, 2));
        Check("0", a);
        Check("2", c);
        Assert.AreEqual(4.0, b.Item() + d.Item());
        Assert.AreEqual(3, s_cube[0].Length);
        Assert.AreEqual(24 * 23 / 2, s_cube.SelectMany(m => m).Sum(r => Ops.Sum(r).Item()));
        Assert.ThrowsExactly<ShapeException>(() => { var (_, _, _) = s_cube; });
        Assert.ThrowsExactly<ShapeException>(() => Ops.Sum(s_cube).Length);
    }

    private static void Check(string expected, Tensor actual) => Assert.AreEqual(expected, actual.ToString());
}

namespace NeuralOpt.Keras.Tests;

/// <summary>Shaping, indexing and creation where there is a choice: ties, ends, empty tensors, errors; expected text from NumPy.</summary>
[TestClass]
public sealed class OpShapingTests
{
    [TestMethod]
    public void TopK_gives_the_lower_index_of_equal_elements_first()
    {
        (Tensor values, Tensor indices) = Ops.TopK((int[])[3, 5, 3, 5], 3);
        Check("[5 5 3]", values);
        Check("[1 3 0]", indices);
        Assert.ThrowsExactly<ShapeException>(() => Ops.TopK((int[])[1, 2], 3));
    }

    [TestMethod]
    public void InTopK_counts_only_greater_predictions_and_finite_targets()
        => Check("[ True False  True False]", Ops.InTopK(
            (int[])[0, 1, 2, 0],
            new[,] { { 0.5, 0.5, 0.1 }, { 0.5, 0.1, 0.4 }, { 0.1, 0.2, 0.2 }, { double.NaN, 0, 1 } },
            1));

    [TestMethod]
    public void Sort_is_stable_and_puts_NaN_last()
    {
        Check("[1 3 0 2]", Ops.Argsort((double[])[2, 1, double.NaN, 1]));
        Check("[ 1.  1.  2. nan]", Ops.Sort((double[])[2, 1, double.NaN, 1]));
        Check("[1 2 3 4]", Ops.Sort(new[,] { { 4, 1 }, { 3, 2 } }, axis: null));
        Check("[False  True]", Ops.Sort((bool[])[true, false]));
    }

    [TestMethod]
    public void Argpartition_puts_one_element_in_its_place()
        => Check("[1 3 0 2]", Ops.Argpartition((double[])[0.7, 0.1, 0.9, 0.4], 1));

    [TestMethod]
    public void Searchsorted_takes_either_side_of_equal_elements()
    {
        Check("[0 1 1 3]", Ops.Searchsorted((int[])[1, 3, 3], (int[])[0, 2, 3, 4]));
        Check("[0 1 3 3]", Ops.Searchsorted((int[])[1, 3, 3], (int[])[0, 2, 3, 4], "right"));
        Check("[0 1 1 2]", Ops.Digitize((double[])[0.5, 1, 1.5, 2], (double[])[1, 2]));
        Assert.ThrowsExactly<KerasArgumentException>(() => Ops.Searchsorted((int[])[1], 1, "middle"));
    }

    [TestMethod]
    public void Bincount_counts_and_weighs()
    {
        Check("[1 2 0 1 0]", Ops.Bincount((int[])[1, 0, 3, 1], minlength: 5));
        Check("[0.5 3.  0.  4. ]", Ops.Bincount((int[])[1, 0, 3, 1], (float[])[1, 0.5f, 4, 2]));
        Check("[[1 1 0]\n [0 0 2]]", Ops.Bincount(new[,] { { 0, 1 }, { 2, 2 } }));
    }

    [TestMethod]
    public void Histogram_counts_the_upper_edge_in_the_last_bin()
    {
        (Tensor counts, Tensor edges) = Ops.Histogram((double[])[0, 1, 2, 3, 4], 2);
        Check("[2. 3.]", counts);
        Check("[0. 2. 4.]", edges);
        Check("[1. 1.]", Ops.Histogram((double[])[0, 1, 2, 3, 4], 2, (0.5, 2.5)).Counts);
    }

    [TestMethod]
    public void Unique_tells_index_inverse_and_counts()
    {
        Tensor[] all = Ops.Unique((int[])[3, 1, 3, 2], true, returnIndex: true, returnInverse: true, returnCounts: true);
        CollectionAssert.AreEqual(new[] { "[1 2 3]", "[1 3 0]", "[2 0 2 1]", "[1 1 2]" }, all.Select(t => t.ToString()).ToArray());
        Check("[[1 2]\n [3 4]]", Ops.Unique(new[,] { { 3, 4 }, { 1, 2 }, { 3, 4 } }, axis: 0));
        Check("[1 3 9]", Ops.Unique((int[])[3, 1], size: 3, fillValue: 9));
        Check("[1]", Ops.Unique((int[])[3, 1], size: 1));
    }

    [TestMethod]
    public void Segments_without_elements_have_the_neutral_element()
    {
        Check("[5 0]", Ops.SegmentSum((int[])[5], (int[])[0], 2));
        Check("[          5 -2147483648]", Ops.SegmentMax((int[])[5], (int[])[0], 2));
        Check("[         5 2147483647]", Ops.SegmentMin((int[])[5], (int[])[0], 2));
        Check("[5 1]", Ops.SegmentProd((int[])[5], (int[])[0], 2));
        Check("[5 3]", Ops.SegmentSum((int[])[5, 3, 9], (int[])[0, 1, -1]));
    }

    [TestMethod]
    public void The_gradient_of_a_product_is_right_where_a_factor_is_0()
    {
        Tensor x = new double[] { 0, 2, 3, 0, 0, 4 };
        using GradientTape tape = new();
        tape.Watch(x);
        Check("[6. 0. 0. 0. 0. 0.]", tape.Gradient(Ops.Sum(Ops.SegmentProd(x, (int[])[0, 0, 0, 1, 1, 1], 2)), x)!);
    }

    [TestMethod]
    public void Diagonals_begin_where_they_should()
    {
        Check("[[0 0 0]\n [1 0 0]\n [0 2 0]]", Ops.Diag((int[])[1, 2], -1));
        Check("[1 5]", Ops.Diag(Ops.Arange(6).Reshape((2, 3)), 1));
        Check("[]", Ops.Diag(Ops.Arange(6).Reshape((2, 3)), 3));
        Check("[[0. 1. 0.]\n [0. 0. 1.]]", Ops.Eye(2, 3, 1));
        Check("[[1. 0. 0.]\n [1. 1. 0.]]", Ops.Tri(2, 3));
    }

    [TestMethod]
    public void Saturating_a_cast_keeps_the_ends_of_the_range()
    {
        Check("[  0   7 255]", Ops.SaturateCast((float[])[-3, 7, 300], DType.UInt8));
        Check("[-2147483648  2147483520]", Ops.SaturateCast((float[])[-1e20f, 1e20f], DType.Int32));
        Check("[255]", Ops.SaturateCast((int[])[70000], "uint8"));
    }

    [TestMethod]
    public void Rearrange_splits_and_joins_axes()
    {
        Tensor x = Ops.Arange(12).Reshape((2, 6));
        Check("[[ 0  6  3  9]\n [ 1  7  4 10]\n [ 2  8  5 11]]", Ops.Rearrange(x, "b (h w) -> w (h b)", ("h", 2)));
        Assert.AreEqual<Shape>((2, 1, 6), Ops.Rearrange(x, "a b -> a 1 b").Shape);
        Assert.ThrowsExactly<KerasArgumentException>(() => Ops.Rearrange(x, "a b -> a"));
        Assert.ThrowsExactly<KerasArgumentException>(() => Ops.Rearrange(x, "(a b) c -> a b c"));
        Assert.ThrowsExactly<KerasArgumentException>(() => Ops.Rearrange(x, "a (b c) -> a b c", ("b", 4)));
    }

    [TestMethod]
    public void Spaces_keep_both_ends_exactly()
    {
        Tensor x = Ops.Linspace(0.1, 0.7, 7);
        Assert.AreEqual(0.1f, (float)x[0]);
        Assert.AreEqual(0.7f, (float)x[^1]);
        Check("[0.  0.2 0.4 0.6 0.8]", Ops.Linspace(0, 1, 5, endpoint: false));
        Check("[0 2 5 7]", Ops.Linspace(0, 7.5, 4, dtype: DType.Int32));
        Check("[3.]", Ops.Linspace(3, 5, 1));
        Check("[]", Ops.Linspace(3, 5, 0));
        Check("[1. 1.]", Ops.Hamming(1)[0] * Ops.Ones(2));
    }

    [TestMethod]
    public void Shapes_that_do_not_fit_are_refused_with_what_came()
    {
        Tensor x = Ops.Arange(6).Reshape((2, 3));
        StringAssert.Contains(Assert.ThrowsExactly<ShapeException>(() => Ops.Split(x, 2, 1)).Message, "Received: 2 sections, shape (2, 3)");
        Assert.ThrowsExactly<ShapeException>(() => Ops.Pad(x, [(1, 1), (1, 1), (1, 1)]));
        Assert.ThrowsExactly<ShapeException>(() => Ops.Pad(x, 3, "reflect"));
        Assert.ThrowsExactly<KerasArgumentException>(() => Ops.Pad(x, 1, "edge"));
        Assert.ThrowsExactly<ShapeException>(() => Ops.Slice(x, (int[])[1, 0], (2, 3)));
        Assert.ThrowsExactly<ShapeException>(() => Ops.Repeat(x, (int[])[1, 2], 1));
        Assert.ThrowsExactly<KerasArgumentException>(() => Ops.Rot90(x, 1, (0, 0)));
        Assert.ThrowsExactly<KerasArgumentException>(() => Ops.Meshgrid([x], "yx"));
        Assert.ThrowsExactly<KerasArgumentException>(() => Ops.Select([], []));
    }

    [TestMethod]
    public void Conditions_and_loops_run_in_eager_code_and_in_a_compiled_step()
    {
        Func<Tensor, Tensor> branch = x => Ops.Cond(Ops.Sum(x) > 0, () => x * 2, () => x - 1) + Ops.Switch(5, [t => t, t => t * 10], x);
        Func<Tensor, Tensor> compiled = Function.Compile(branch);
        Check("[12. 24.]", branch((float[])[1, 2]));
        Check("[12. 24.]", compiled((float[])[1, 2]));
        Check("[-12. -23.]", compiled((float[])[-1, -2]));
        Check("8", Ops.WhileLoop(t => t < 5, t => t * 2, Ops.Cast(1, "int32")));
        Check("24", Ops.ForiLoop(1, 5, (i, s) => s * i, 1));
        Check("4", Ops.WhileLoop(_ => true, t => t * 2, 1, maximumIterations: 2));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    public void A_described_model_reshapes_whatever_batch_comes(int batch)
    {
        Tensor x = new NeuralOpt.Keras.Layers.Input((4, 1));
        Tensor y = Ops.Squeeze(x[.., 1..3], 2);
        NeuralOpt.Keras.Model model = new(x, Ops.ExpandDims(Ops.Sort(y), 1)[.., 0, ^1]);
        Tensor data = Ops.Reshape(Ops.Arange(4.0 * batch, dtype: DType.Float32), (batch, 4, 1));
        Check(data[.., 2, 0].ToString(), model.Apply(data));
    }

    private static void Check(string expected, Tensor actual) => Assert.AreEqual(expected, actual.ToString());
}

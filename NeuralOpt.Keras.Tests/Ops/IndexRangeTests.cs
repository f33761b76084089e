using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests;

/// <summary>An index outside its axis is an error that names who took it, the index and the length: at once, and in a compiled step.</summary>
[TestClass]
public sealed class IndexRangeTests
{
    [TestMethod]
    public void Take_says_the_index_and_the_length()
        => Refused("Take: indices must be between -3 and 2 for an axis of length 3. Received: 3.", () => Ops.Take(F(1, 2, 3), I(3)));

    [TestMethod]
    public void Take_from_an_empty_axis_says_that_it_is_empty()
        => Refused("Take: indices must be of an axis that is not empty. Received: 0 for an axis of length 0.", () => Ops.Take(Ops.Zeros(0), I(0)));

    [TestMethod]
    public void Take_counts_small_signed_indices_from_the_end_and_never_wraps_large_unsigned_ones()
    {
        Assert.AreEqual(3.0, Ops.Take(F(1, 2, 3), Tensor.From(new sbyte[] { -1 })).Item());
        Refused("Take: indices must be between -3 and 2 for an axis of length 3. Received: 4294967295.", () => Ops.Take(F(1, 2, 3), Tensor.From(new[] { uint.MaxValue })));
    }

    [TestMethod]
    public void Scatter_refuses_an_index_outside_the_result()
    {
        Refused("Scatter: indices must be at least 0 and below 3. Received: 5.", () => Ops.Scatter(Tensor.From(new[,] { { 5 } }), F(1), 3));
        Refused("Scatter: indices must be of an axis that is not empty. Received: 5 for an axis of length 0.", () => Ops.Scatter(Tensor.From(new[,] { { 5 } }), F(1), 0));
        Refused("Scatter: indices must be at least 0 and below 3. Received: -1.", () => Ops.Scatter(Tensor.From(new[,] { { -1 } }), F(1), 3));
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("add")]
    [DataRow("max")]
    [DataRow("min")]
    [DataRow("mul")]
    public void ScatterUpdate_refuses_an_index_outside_the_inputs(string? reduction)
        => Refused(
            "ScatterUpdate: indices must be at least 0 and below 2. Received: 9.",
            () => Ops.ScatterUpdate(F(0, 0), Tensor.From(new[,] { { 9 } }), F(5), reduction));

    [TestMethod]
    public void ScatterUpdate_refuses_each_axis_of_an_index()
        => Refused(
            "ScatterUpdate: indices must be at least 0 and below 2. Received: 2.",
            () => Ops.ScatterUpdate(Ops.Zeros((2, 2)), Tensor.From(new[,] { { 0, 2 } }), F(5)));

    [TestMethod]
    public void Slices_must_lie_within_the_tensor()
    {
        Refused("SliceUpdate: the block must lie within (3,). Received: start (2), shape (2,).", () => Ops.SliceUpdate(F(1, 2, 3), I(2), F(8, 9)));
        Refused("SliceUpdate: the block must lie within (2, 3). Received: start (0, 2), shape (1, 2).", () => Ops.SliceUpdate(Ops.Zeros((2, 3)), I(0, 2), Ops.Ones((1, 2))));
        Refused("Slice: the block must lie within (3,). Received: start (-1), shape (2,).", () => Ops.Slice(F(1, 2, 3), I(-1), 2));
        CollectionAssert.AreEqual(new float[] { 1, 8, 9 }, Ops.SliceUpdate(F(1, 2, 3), I(1), F(8, 9)).ToArray<float>());
    }

    [TestMethod]
    public void Compiled_slices_must_lie_within_the_tensor()
    {
        Function update = Function.Compile((Tensor[] x) => new[] { Ops.SliceUpdate(x[0], x[1], x[2]) });
        CollectionAssert.AreEqual(new float[] { 1, 8, 9 }, update.Call(F(1, 2, 3), I(1), F(8, 9))[0].ToArray<float>());
        Refused("SliceUpdate: the start along axis 0 must be at least 0 and below 2. Received: 2.", () => update.Call(F(1, 2, 3), I(2), F(8, 9)));
        Function slice = Function.Compile((Tensor[] x) => new[] { Ops.Slice(x[0], x[1], 2) });
        Refused("Slice: the start along axis 0 must be at least 0 and below 2. Received: -1.", () => slice.Call(F(1, 2, 3), I(-1)));
    }

    [TestMethod]
    public void Segments_below_zero_are_left_out_and_others_refused()
    {
        CollectionAssert.AreEqual(new float[] { 1, 0 }, Ops.SegmentSum(F(1, 2), I(0, -1), 2).ToArray<float>());
        Refused("SegmentSum: segment ids must be at least 0 and below 2. Received: 2.", () => Ops.SegmentSum(F(1, 2), I(0, 2), 2));
        Refused("SegmentMax: segment ids must be at least 0 and below 1. Received: 1.", () => Ops.SegmentMax(F(1, 2), I(0, 1), 1));
        Refused("SegmentMin: segment ids must be at least 0 and below 1. Received: 1.", () => Ops.SegmentMin(F(1, 2), I(0, 1), 1));
        Refused("SegmentProd: segment ids must be at least 0 and below 1. Received: 1.", () => Ops.SegmentProd(F(1, 2), I(0, 1), 1));
    }

    [TestMethod]
    [DataRow("sum")]
    [DataRow("max")]
    [DataRow("prod")]
    public void What_a_segment_leaves_out_gets_no_gradient(string kind)
    {
        Tensor x = F(2, 3, 5);
        using GradientTape tape = new();
        tape.Watch(x);
        Tensor y = kind switch
        {
            "sum" => Ops.SegmentSum(x, I(0, -1, 1), 2),
            "max" => Ops.SegmentMax(x, I(0, -1, 1), 2),
            _ => Ops.SegmentProd(x, I(0, -1, 1), 2),
        };
        CollectionAssert.AreEqual(new float[] { 1, 0, 1 }, tape.Gradient(Ops.Sum(y), x)!.ToArray<float>());
    }

    [TestMethod]
    public void Bincount_refuses_negative_numbers_and_fractions()
    {
        Refused("Bincount: the numbers must be at least 0. Received: -1.", () => Ops.Bincount(I(1, -1)));
        Refused("Bincount: the numbers must be whole numbers. Received: 1.5.", () => Ops.Bincount(F(1.5f)));
        CollectionAssert.AreEqual(new[] { 0, 2, 1 }, Ops.Bincount(I(1, 2, 1)).ToArray<int>());
    }

    [TestMethod]
    public void UnravelIndex_refuses_an_index_outside_the_shape()
    {
        Refused("UnravelIndex: indices must be between -6 and 5 for an axis of length 6. Received: 9.", () => Ops.UnravelIndex(I(9), (2, 3)));
        Refused("UnravelIndex: indices must be between -6 and 5 for an axis of length 6. Received: -7.", () => Ops.UnravelIndex(I(-7), (2, 3)));
        CollectionAssert.AreEqual(new[] { 1 }, Ops.UnravelIndex(I(-1), (2, 3))[0].ToArray<int>());
    }

    [TestMethod]
    public void TakeAlongAxis_refuses_an_index_outside_the_axis()
        => Refused("TakeAlongAxis: indices must be between -2 and 1 for an axis of length 2. Received: -3.", () => Ops.TakeAlongAxis(F(1, 2), I(-3), 0));

    [TestMethod]
    public void OneHot_gives_zeros_outside_the_classes_as_in_Keras()
    {
        CollectionAssert.AreEqual(new float[6], Ops.OneHot(I(-1, 3), 3).ToArray<float>());
        CollectionAssert.AreEqual(new float[] { 0, 1 }, Ops.OneHot(F(1), 2).ToArray<float>());
        Refused("OneHot: the numbers must be whole numbers. Received: 1.5.", () => Ops.OneHot(F(1.5f), 3));
    }

    [TestMethod]
    public void An_embedding_names_itself_the_index_and_the_length()
    {
        Embedding words = new(4, 2, name: "words");
        Refused("Embedding 'words': inputs must be between -4 and 3 for an axis of length 4. Received: 4.", () => words.Apply(I(4)));
        Refused("Embedding 'words': inputs must be between -4 and 3 for an axis of length 4. Received: -5.", () => words.Apply(I(-5)));
        Refused("Embedding 'words': inputs must be between -4 and 3 for an axis of length 4. Received: 4294967295.", () => words.Apply(Tensor.From(new[] { uint.MaxValue })));
        Refused("Embedding 'words': inputs must be whole numbers. Received: NaN.", () => words.Apply(F(float.NaN)));
        Refused("Embedding 'words': inputs must be whole numbers. Received: 1.5.", () => words.Apply(F(1.5f)));
        CollectionAssert.AreEqual(words.Apply(I(3)).ToArray<float>(), words.Apply(I(-1)).ToArray<float>());
        CollectionAssert.AreEqual(words.Apply(I(3)).ToArray<float>(), words.Apply(F(3)).ToArray<float>());
    }

    [TestMethod]
    public void An_embedding_names_itself_in_a_compiled_step()
    {
        Sequential model = new([new Input(2), new Embedding(4, 1, name: "words"), new Flatten(), new Dense(1)]);
        model.Compile("sgd", "mse");
        Refused(
            "Embedding 'words': inputs must be between -4 and 3 for an axis of length 4. Received: 7.",
            () => model.Fit(Tensor.From(new[,] { { 0, 7 } }), F(1), verbose: 0));
        Refused(
            "Embedding 'words': inputs must be whole numbers. Received: NaN.",
            () => model.Predict(Tensor.From(new[,] { { 0, float.NaN } }), verbose: 0));
    }

    private static Tensor F(params float[] values) => Tensor.From(values);

    private static Tensor I(params int[] values) => Tensor.From(values);

    private static void Refused(string message, Action call)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(call);
        Assert.AreEqual(message, error.Message);
        Assert.IsInstanceOfType<IKerasException>(error);
    }
}

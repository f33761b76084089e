using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests;

/// <summary>Lengths that callers' numbers make: refused in a sentence where an axis cannot hold them, never wrapped.</summary>
[TestClass]
public sealed class LengthsTests
{
    private const int M = int.MaxValue;

    private static readonly Dictionary<string, (Func<object> Try, string Sentence)> s_refused = new()
    {
        ["average pool"] = (() => Ops.AveragePool(Ops.Ones((1, 8, 8, 3)), M, strides: 1, padding: "same"), "AveragePool: an axis must be at most 2147483647 long. Received: 2147483647 * 2147483647"),
        ["average pool of a line"] = (() => Ops.AveragePool(Ops.Ones((1, 8, 3)), M, strides: 1, padding: "same"), "AveragePool: an axis must be at most 2147483647 long. Received: 2147483654"),
        ["maximum pool of a line"] = (() => Ops.MaxPool(Ops.Ones((1, 8, 3)), M, strides: 1, padding: "same"), "MaxPool: an axis must be at most 2147483647 long"),
        ["maximum pool beyond the input"] = (() => Ops.MaxPool(Ops.Ones((1, 8, 3)), M, strides: 1), "MaxPool: the window (2147483647) must not be larger than the inputs"),
        ["cropping"] = (() => new Cropping2D(M).Apply(Ops.Ones((1, 8, 8, 3))), "something must be left of each axis. Received shape: (1, 8, 8, 3)"),
        ["cropping of a line"] = (() => new Cropping1D((M, M)).Apply(Ops.Ones((1, 8, 3))), "something must be left of each axis"),
        ["zero padding"] = (() => new ZeroPadding2D(M).Apply(Ops.Ones((1, 8, 8, 3))), "an axis must be at most 2147483647 long. Received: 4294967302"),
        ["pad"] = (() => Ops.Pad(Ops.Ones((5, 3)), [(M, M), (0, 0)]), "an axis must be at most 2147483647 long. Received: 4294967299"),
        ["pad of many axes"] = (() => Ops.Pad(Ops.Ones((5, 3)), M / 3), "a tensor must have at most 2147483647 elements"),
        ["diag"] = (() => Ops.Diag(Ops.Ones(6), M), "Diagflat: an axis must be at most 2147483647 long. Received: 2147483653"),
        ["diag of a product that wraps"] = (() => Ops.Diag(Ops.Ones(6), 1 << 16), "a tensor must have at most 2147483647 elements"),
        ["diag below"] = (() => Ops.Diag(Ops.Ones(6), int.MinValue), "Diagflat: an axis must be at most 2147483647 long"),
        ["index of what wraps"] = (() => Ops.Ones((1 << 30, 1 << 30, 16))[5, 7], "a tensor must have at most 2147483647 elements"),
        ["sum of what wraps"] = (() => Ops.Sum(Ops.Ones((1 << 30, 1 << 30, 16)), axis: (0, 1)), "a tensor must have at most 2147483647 elements"),
        ["zeros of what wraps"] = (() => Ops.Zeros((65536, 65536, 65536, 65536)), "Received: (65536, 65536, 65536, 65536)"),
        ["dilated window"] = (() => new Conv2D(2, 3, dilationRate: 1 << 30).Apply(Ops.Ones((1, 8, 8, 3))), "a window with its dilation must be at most 2147483647 long. Received: 3 elements, 1073741824 apart"),
        ["dilated window that fits 32 bits"] = (() => new Conv1D(2, 2, dilationRate: 1 << 30).Apply(Ops.Ones((1, 8, 3))), "the window, dilated, must not be larger than the inputs"),
        ["causal dilation"] = (() => new Conv1D(2, 3, padding: "causal", dilationRate: 1 << 30).Apply(Ops.Ones((1, 8, 3))), "an axis must be at most 2147483647 long"),
        ["transposed stride"] = (() => new Conv1DTranspose(2, 3, strides: M).Apply(Ops.Ones((1, 8, 3))), "ConvTranspose: an axis must be at most 2147483647 long"),
        ["transposed dilation"] = (() => new Conv1DTranspose(2, 3, dilationRate: M).Apply(Ops.Ones((1, 8, 3))), "a window with its dilation must be at most 2147483647 long"),
        ["upsampling"] = (() => new UpSampling1D(M).Apply(Ops.Ones((1, 8, 3))), "must have at most 2147483647 elements. Received: (1, 8, 2147483647, 3)"),
        ["upsampling of an image"] = (() => new UpSampling2D(1 << 15).Apply(Ops.Ones((1, 8, 8, 1))), "a tensor must have at most 2147483647 elements"),
        ["smooth upsampling"] = (() => new UpSampling2D(M, interpolation: "bilinear").Apply(Ops.Ones((1, 8, 8, 1))), "an axis must be at most 2147483647 long"),
        ["repeat vector"] = (() => new RepeatVector(M).Apply(Ops.Ones((2, 3))), "a tensor must have at most 2147483647 elements"),
        ["depth to space"] = (() => Ops.DepthToSpace(Ops.Ones((1, 2, 2, 4)), 1 << 16), "the channels must divide by blockSize^2 = 4294967296"),
        ["space to depth"] = (() => Ops.SpaceToDepth(Ops.Ones((1, 2, 2, 4)), M), "height and width must divide by blockSize"),
        ["repeat"] = (() => Ops.Repeat(Ops.Ones((2, 3)), M), "at most 2147483647"),
        ["repeat of each"] = (() => Ops.Repeat(Ops.Ones(2), Tensor.From(new[] { M, M })), "Repeat: an axis must be at most 2147483647 long. Received: 4294967294"),
        ["repeat by less than nothing"] = (() => Ops.Repeat(Ops.Ones(2), -1), "Repeat: repeats must be at least 0. Received: -1"),
        ["repeat by a half"] = (() => Ops.Repeat(Ops.Ones(2), 1.5), "Repeat: repeats must be whole and at most 2147483647. Received: 1.5"),
        ["tile"] = (() => Ops.Tile(Ops.Ones((2, 3)), M), "at most 2147483647"),
        ["tile of several axes"] = (() => Ops.Tile(Ops.Ones((1 << 10, 1 << 10)), (1 << 11, 1 << 11)), "a tensor must have at most 2147483647 elements"),
        ["reshape to what wraps"] = (() => Ops.Reshape(Ops.Ones(4), (1 << 16, 1 << 16, 1 << 2, -1)), "Reshape: an axis must be at most 2147483647 long. Received: 65536 * 65536 * 4 * 1"),
        ["reshape to a product of 0"] = (() => Ops.Reshape(Ops.Zeros(0), (1 << 16, 1 << 16)), "Reshape: an axis must be at most 2147483647 long"),
        ["reshape layer"] = (() => new Reshape((1 << 16, 1 << 16)).Apply(Ops.Ones((1, 4))), "an axis must be at most 2147483647 long"),
        ["eye"] = (() => Ops.Eye(1 << 16), "a tensor must have at most 2147483647 elements"),
        ["arange"] = (() => Ops.Arange(0, 1e18), "Arange: there must be at most 2147483647 numbers. Received: start 0, stop 1E+18, step 1"),
        ["arange of NaN"] = (() => Ops.Arange(0, double.NaN, 1), "Arange"),
        ["histogram"] = (() => Ops.Histogram(Ops.Ones(3), M), "Histogram: an axis must be at most 2147483647 long"),
        ["bincount"] = (() => Ops.Bincount(Tensor.From(new[] { M })), "Bincount: an axis must be at most 2147483647 long"),
        ["segment sum"] = (() => Ops.SegmentSum(Ops.Ones(1), Tensor.From(new[] { M })), "SegmentSum: an axis must be at most 2147483647 long"),
        ["concatenate"] = (() => Ops.Concatenate([Ops.Zeros((0, M)), Ops.Zeros((0, M))], 1), "an axis must be at most 2147483647 long"),
        ["meshgrid"] = (() => Ops.Meshgrid(Ops.Ones(1 << 16), Ops.Ones(1 << 16)), "a tensor must have at most 2147483647 elements"),
        ["outer"] = (() => Ops.Outer(Ops.Ones(1 << 16), Ops.Ones(1 << 16)), "a tensor must have at most 2147483647 elements"),
        ["thresholds"] = (() => new Metrics.AUC(numThresholds: M), "AUC: an axis must be at most 2147483647 long. Received: 2147483648"),
        ["thresholds of a curve"] = (() => new Metrics.PrecisionAtRecall(0.5, numThresholds: M), "an axis must be at most 2147483647 long"),
        ["classes of a matrix"] = (() => new Metrics.MeanIoU(1 << 16), "MeanIoU: an axis must be at most 2147483647 long"),
        ["fold"] = (() => Ops.Fold(Ops.Ones((1, 4, 4)), M, 2, padding: M), "Fold: an axis must be at most 2147483647 long"),
        ["unfold"] = (() => Ops.Unfold(Ops.Ones((1, 1, 4, 4)), 2, dilation: M, padding: 1 << 20), "must"),
    };

    private static readonly Dictionary<string, (Func<Tensor> Try, double[] Values)> s_right = new()
    {
        ["a stride beyond the input takes one window"] = (() => Ops.MaxPool(Tensor.From(new float[,,] { { { 1 }, { 5 }, { 2 } } }), 3, strides: M, padding: "same"), [5]),
        ["the greatest stride of a convolution"] = (() => Ops.Conv(Ops.Ones((1, 3, 1)), Ops.Ones((3, 1, 1)), strides: M), [3]),
        ["a diagonal beyond the matrix is empty"] = (() => Ops.Diagonal(Ops.Ones((2, 2)), M), []),
        ["a diagonal far below the matrix is empty"] = (() => Ops.Diagonal(Ops.Ones((2, 2)), -M), []),
        ["a triangle beyond the matrix"] = (() => Ops.Tril(Ops.Ones((2, 2)), M), [1, 1, 1, 1]),
        ["a triangle far below the matrix"] = (() => Ops.Triu(Ops.Ones((2, 2)), int.MinValue + 1), [1, 1, 1, 1]),
        ["no diagonal"] = (() => Ops.Eye(2, k: M), [0, 0, 0, 0]),
        ["a roll by far more than the length"] = (() => Ops.Roll(Tensor.From(new[] { 1f, 2, 3 }), M), [3, 1, 2]),
        ["a slice with the greatest step"] = (() => Tensor.From(new[] { 1f, 2, 3 })[Slice.Step(0, null, M)], [1]),
        ["a slice with the least step"] = (() => Tensor.From(new[] { 1f, 2, 3 })[Slice.Step(null, null, int.MinValue)], [3]),
        ["repeated slices"] = (() => Ops.Repeat(Tensor.From(new[,] { { 1f, 2 }, { 3, 4 } }), 2, axis: 1), [1, 1, 2, 2, 3, 3, 4, 4]),
        ["slices repeated differently"] = (() => Ops.Repeat(Tensor.From(new[] { 1f, 2, 3 }), Tensor.From(new[] { 2, 0, 1 })), [1, 1, 3]),
        ["slices repeated never"] = (() => Ops.Repeat(Ops.Ones((2, 3)), 0, axis: 0), []),
    };

    public static IEnumerable<object[]> Refused => s_refused.Keys.Select(k => new object[] { k });

    public static IEnumerable<object[]> Right => s_right.Keys.Select(k => new object[] { k });

    [TestMethod]
    [DynamicData(nameof(Refused))]
    public void A_length_that_no_axis_can_hold_is_refused_in_a_sentence(string name)
    {
        using IDisposable limit = HostMemory.Limit(1 << 30);
        (Func<object> attempt, string sentence) = s_refused[name];
        Exception e = Assert.Throws<ArgumentException>(() => attempt());
        Assert.IsInstanceOfType<IKerasException>(e);
        Assert.Contains(sentence, e.Message);
    }

    [TestMethod]
    [DynamicData(nameof(Right))]
    public void A_number_far_beyond_the_lengths_that_has_an_answer_gives_it(string name)
    {
        (Func<Tensor> attempt, double[] values) = s_right[name];
        Assert.IsTrue(attempt().ToArray<double>().SequenceEqual(values), attempt().ToString());
    }

    [TestMethod]
    public void What_is_too_much_for_memory_is_refused_before_helper_arrays_are_made()
    {
        using IDisposable limit = HostMemory.Limit(1 << 30);
        foreach (Func<object> attempt in new Func<object>[]
        {
            () => Ops.OneHot(Tensor.From(new[] { 1, 2 }), M),
            () => Ops.Linspace(0, 1, M),
            () => Ops.Arange(M),
            () => Ops.Hanning(M),
            () => Ops.Repeat(Ops.Ones(1), M),
            () => Ops.Eye(1 << 15),
            () => new Metrics.AUC(numThresholds: M - 1),
            () => RandomOps.Normal(M),
            () => Ops.Repeat(Ops.Ones(2), Tensor.From(new[] { 1 << 29, 1 })),
        })
        {
            TensorMemoryException e = Assert.ThrowsExactly<TensorMemoryException>(() => attempt());
            Assert.IsGreaterThan(1L << 30, e.Bytes);
        }
    }
}

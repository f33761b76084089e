using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras.Tests.Engines.Cpu.Indexing;

[TestClass]
public sealed class IndexingTests
{
    [TestMethod]
    public void Gather_takes_slices_along_any_axis()
    {
        Tensor x = Primitives.Of<float>((2, 3, 2), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        CollectionAssert.AreEqual(new float[] { 6, 7, 8, 9, 10, 11, 0, 1, 2, 3, 4, 5 }, Primitives.Run(new Gather(0), new((2, 3, 2)), x, Primitives.Of(2, 1, 0)).ToArray<float>());
        CollectionAssert.AreEqual(new float[] { 4, 5, 4, 5, 10, 11, 10, 11 }, Primitives.Run(new Gather(1), new((2, 2, 2)), x, Primitives.Of<long>(2, 2, 2)).ToArray<float>());
        CollectionAssert.AreEqual(new float[] { 1, 3, 5, 7, 9, 11 }, Primitives.Run(new Gather(2), new((2, 3)), x, Primitives.Of(default, 1)).ToArray<float>());
    }

    [TestMethod]
    [DataRow(3)]
    [DataRow(-1)]
    public void An_index_outside_the_axis_is_named(int index)
    {
        Tensor x = Primitives.Of<float>(3, 0, 1, 2);
        var error = Assert.ThrowsExactly<KerasArgumentOutOfRangeException>(() => Primitives.Run(new Gather(0), new(2), x, Primitives.Of(2, 0, index)));
        int asked = index < 0 ? index - 3 : index;
        Assert.AreEqual($"Take: indices must be between -3 and 2 for an axis of length 3. Received: {asked}.", error.Message);
        Assert.ThrowsExactly<KerasArgumentOutOfRangeException>(() => Primitives.Run(new GatherElements(0), new(1), x, Primitives.Of(1, index)));
    }

    [TestMethod]
    public void Elements_are_taken_along_an_axis()
    {
        Tensor x = Primitives.Of<double>((2, 3), 0, 1, 2, 3, 4, 5);
        CollectionAssert.AreEqual(new double[] { 2, 0, 4, 4 }, Primitives.Run(new GatherElements(1), new((2, 2), DType.Float64), x, Primitives.Of((2, 2), 2, 0, 1, 1)).ToArray<double>());
        CollectionAssert.AreEqual(new double[] { 3, 1, 5 }, Primitives.Run(new GatherElements(0), new((1, 3), DType.Float64), x, Primitives.Of<long>((1, 3), 1, 0, 1)).ToArray<double>());
    }

    [TestMethod]
    [DataRow("Add", new float[] { 10, 20, 0, 32, 44 })]
    [DataRow("Set", new float[] { 10, 20, 0, 2, 4 })]
    [DataRow("Max", new float[] { 10, 20, 0, 30, 40 })]
    [DataRow("Min", new float[] { 10, 20, 0, 1, 2 })]
    [DataRow("Multiply", new float[] { 10, 20, 0, 60, 320 })]
    public void Updates_join_in_order_and_negative_rows_are_left_out_where_the_rule_says_so(string kind, float[] expected)
    {
        Tensor x = Primitives.Of<float>((5, 1), 10, 20, 0, 30, 40);
        Tensor indices = Primitives.Of((6, 1), 3, 4, -1, -5, 3, 4);
        Tensor updates = Primitives.Of<float>((6, 1), 1, 2, 100, 100, 2, 4);
        float[] y = Primitives.Run(new Scatter(Enum.Parse<ScatterKind>(kind), new("Segments", DropsNegative: true)), x.Spec, x, indices, updates).ToArray<float>();
        if (kind == "Add")
        {
            expected = [10, 20, 0, 33, 46];
        }

        CollectionAssert.AreEqual(expected, y, string.Join(" ", y));
    }

    [TestMethod]
    [DataRow(5)]
    [DataRow(-1)]
    public void A_scatter_refuses_rows_outside(int row)
    {
        Tensor x = Primitives.Of<float>((5, 1), 10, 20, 0, 30, 40);
        var error = Assert.ThrowsExactly<KerasArgumentOutOfRangeException>(() => Primitives.Run(new Scatter(ScatterKind.Add), x.Spec, x, Primitives.Of((1, 1), row), Primitives.Of<float>((1, 1), 1)));
        Assert.AreEqual($"Scatter: indices must be at least 0 and below 5. Received: {row}.", error.Message);
    }

    [TestMethod]
    public void A_large_scatter_adds_every_row_and_two_axes_can_be_indexed()
    {
        int n = 20_000;
        Tensor x = Ops.Zeros((500, 8));
        int[] rows = [.. Enumerable.Range(0, n).Select(i => i * 7919 % 500)];
        float[] updates = Primitives.Numbers(n * 8);
        float[] y = Primitives.Run(new Scatter(ScatterKind.Add), x.Spec, x, Primitives.Of((n, 1), rows), Primitives.Of((n, 8), updates)).ToArray<float>();
        float[] expected = new float[500 * 8];
        for (int i = 0; i < n * 8; i++)
        {
            expected[(rows[i / 8] * 8) + (i % 8)] += updates[i];
        }

        CollectionAssert.AreEqual(expected, y);
        Tensor grid = Primitives.Run(new Scatter(ScatterKind.Set), new((2, 3), DType.Int32), Tensor.Zeros(new((2, 3), DType.Int32)), Primitives.Of<long>((2, 2), 0, 2, 1, 1), Primitives.Of(2, 7, 8));
        CollectionAssert.AreEqual(new[] { 0, 0, 7, 0, 8, 0 }, grid.ToArray<int>());
    }

    [TestMethod]
    public void Sorting_is_stable_and_puts_NaN_last()
    {
        float nan = float.NaN;
        Tensor x = Primitives.Of((2, 5), 3, nan, 1, 2, 1, 0, -1, 5, nan, float.NegativeInfinity);
        Check(false, [1, 1, 2, 3, nan, float.NegativeInfinity, -1, 0, 5, nan], [2, 4, 3, 0, 1, 4, 1, 0, 2, 3]);
        Check(true, [3, 2, 1, 1, nan, 5, 0, -1, float.NegativeInfinity, nan], [0, 3, 2, 4, 1, 2, 0, 1, 4, 3]);
        void Check(bool descending, float[] values, int[] order)
        {
            CollectionAssert.AreEqual(values, Primitives.Run(new Sort(descending), x.Spec, x).ToArray<float>());
            CollectionAssert.AreEqual(order, Primitives.Run(new ArgSort(descending), new((2, 5), DType.Int32), x).ToArray<int>());
        }
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(9)]
    [DataRow(64)]
    [DataRow(1000)]
    public void Long_rows_sort_as_LINQ_sorts_them(int n)
    {
        int[] values = [.. Primitives.Numbers(n, 40).Select(v => (int)v)];
        Tensor x = Primitives.Of(n, values);
        CollectionAssert.AreEqual(values.Order().ToArray(), Primitives.Run(new Sort(), x.Spec, x).ToArray<int>());
        CollectionAssert.AreEqual(Enumerable.Range(0, n).OrderBy(i => values[i]).ToArray(), Primitives.Run(new ArgSort(), x.Spec, x).ToArray<int>());
        CollectionAssert.AreEqual(Enumerable.Range(0, n).OrderByDescending(i => values[i]).ToArray(), Primitives.Run(new ArgSort(true), x.Spec, x).ToArray<int>());
    }
}

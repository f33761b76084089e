namespace NeuralOpt.Keras.Tests;

/// <summary>Ops whose results are numbers, arrays, or of a length that depends on the values.</summary>
[TestClass]
public sealed class CoreTests
{
    [TestMethod]
    public void Rank_size_and_array_of_a_tensor_are_what_NumPy_gives()
    {
        Tensor x = new[,] { { 1f, 2, 3 }, { 4, 5, 6 } };
        Assert.AreEqual(2, Ops.Ndim(x));
        Assert.AreEqual(6, Ops.Size(x));
        float[,] array = (float[,])Ops.ConvertToNumpy(x);
        Assert.AreEqual(6, array[1, 2]);
        array[1, 2] = 7;
        Assert.AreEqual(6, x[1, 2].Item());
    }

    [TestMethod]
    public void Nonzero_gives_the_places_an_axis_at_a_time()
    {
        Tensor[] places = Ops.Nonzero(new[,] { { 0, 3 }, { 0, 0 }, { 5, -1 } });
        Assert.HasCount(2, places);
        CollectionAssert.AreEqual((int[])[0, 2, 2], places[0].ToArray<int>());
        CollectionAssert.AreEqual((int[])[1, 0, 1], places[1].ToArray<int>());
    }

    [TestMethod]
    public void UnravelIndex_undoes_the_order_of_rows()
    {
        Tensor[] places = Ops.UnravelIndex((int[])[22, 41, 37], (7, 6));
        CollectionAssert.AreEqual((int[])[3, 6, 6], places[0].ToArray<int>());
        CollectionAssert.AreEqual((int[])[4, 5, 1], places[1].ToArray<int>());
    }
}

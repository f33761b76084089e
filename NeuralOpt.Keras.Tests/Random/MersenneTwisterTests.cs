namespace NeuralOpt.Keras.Tests.Autodiff;

/// <summary>Against what Python's <c>random</c> gives: a shuffle of ten numbers, then three from 1 to 1000000000.</summary>
[TestClass]
public sealed class MersenneTwisterTests
{
    [TestMethod]
    [DataRow(0ul, new[] { 7, 8, 1, 5, 3, 4, 2, 0, 9, 6 }, new[] { 384452588L, 626401696, 957413343 })]
    [DataRow(1ul, new[] { 6, 8, 9, 7, 5, 3, 0, 4, 1, 2 }, new[] { 846885254L, 225437260, 100780964 })]
    [DataRow(42ul, new[] { 7, 3, 2, 8, 5, 6, 9, 4, 0, 1 }, new[] { 634036507L, 453035111, 34126397 })]
    [DataRow(4294967295ul, new[] { 0, 7, 1, 5, 2, 6, 4, 8, 3, 9 }, new[] { 381269835L, 963614029, 533891341 })]
    public void Shuffle_and_Randint_are_those_of_Python(ulong seed, int[] order, long[] numbers)
    {
        MersenneTwister random = MersenneTwister.FromPythonSeed(seed);
        int[] items = [.. Enumerable.Range(0, 10)];
        random.Shuffle(items);
        CollectionAssert.AreEqual(order, items);
        CollectionAssert.AreEqual(numbers, numbers.Select(_ => random.Randint(1, 1_000_000_000)).ToArray());
    }
}

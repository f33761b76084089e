namespace NeuralOpt.Keras.Tests.Autodiff;

[TestClass]
public sealed class NumpyRandomTests
{
    [TestMethod]
    [DataRow(1u, new[] { 2, 9, 6, 4, 0, 3, 1, 7, 8, 5 })]
    [DataRow(42u, new[] { 8, 1, 5, 0, 7, 2, 9, 4, 3, 6 })]
    public void A_permutation_is_that_of_NumPy(uint seed, int[] expected)
        => CollectionAssert.AreEqual(expected, new NumpyRandom(seed).Permutation(10));

    [TestMethod]
    public void A_permutation_of_nothing_or_of_one_draws_nothing()
    {
        NumpyRandom random = new(1);
        Assert.IsEmpty(random.Permutation(0));
        CollectionAssert.AreEqual(new[] { 0 }, random.Permutation(1));
        CollectionAssert.AreEqual(new NumpyRandom(1).Permutation(10), random.Permutation(10));
    }
}

using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras.Tests.Training;

[TestClass]
public class ClassWeightsTests
{
    private static readonly Dictionary<int, double> s_weights = new() { [0] = 2, [1] = 3 };

    [TestMethod]
    public void Numbers_one_hot_rows_and_columns_give_the_same_weights()
    {
        float[] expected = [2, 3, 1];
        CollectionAssert.AreEqual(expected, ClassWeights.ToSampleWeights(new[] { 0, 1, 2 }, s_weights, "Fit").ToArray<float>());
        CollectionAssert.AreEqual(expected, ClassWeights.ToSampleWeights(new[] { 0f, 1f, 2f }, s_weights, "Fit").ToArray<float>());
        CollectionAssert.AreEqual(expected, ClassWeights.ToSampleWeights(new[,] { { 0 }, { 1 }, { 2 } }, s_weights, "Fit").ToArray<float>());
        CollectionAssert.AreEqual(expected, ClassWeights.ToSampleWeights(new[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } }, s_weights, "Fit").ToArray<float>());
    }

    [TestMethod]
    public void Steps_of_a_sequence_keep_their_places()
        => Assert.AreEqual((2, 3), ClassWeights.ToSampleWeights(new[, ,] { { { 0 }, { 1 }, { 1 } }, { { 1 }, { 0 }, { 0 } } }, s_weights, "Fit").Shape);

    [TestMethod]
    public void Steps_without_an_axis_of_their_own_are_refused()
        => Assert.AreEqual(
            "Fit: classWeight must come with class numbers, (samples) or (samples, steps, 1), or with one-hot rows, (samples, classes). Received: y of shape (2, 3) whose rows are not one-hot.",
            Assert.Throws<ArgumentException>(() => ClassWeights.ToSampleWeights(new[,] { { 0, 1, 1 }, { 1, 0, 2 } }, s_weights, "Fit")).Message);
}

using NeuralOpt.Keras.Losses;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class LossTests
{
    private static Tensor Probabilities => Ops.Softmax(Numbers.Uniform((4, 3), -1, 1));

    [TestMethod]
    public void CTC_adds_up_the_ways_to_spell_the_labels()
    {
        // Two steps, one label: (1, -), (-, 1), (1, 1).
        Tensor yPred = Numbers.Uniform((1, 2, 3), -1, 1);
        Tensor p = Ops.Softmax(yPred);
        double P(int step, int label) => p[0, step, label].Item();
        double expected = -Math.Log((P(0, 1) * P(1, 0)) + (P(0, 0) * P(1, 1)) + (P(0, 1) * P(1, 1)));
        Assert.AreEqual(expected, new CTC().Apply(new[,] { { 1 } }, yPred).Item(), 1e-5);
    }

    [TestMethod]
    public void A_masked_step_does_not_count()
    {
        Tensor yPred = Numbers.Uniform((2, 3, 1));
        yPred.Mask = new[,] { { true, true, false }, { true, false, false } };
        Tensor each = Ops.Square(Ops.Reshape(yPred, (2, 3)));
        Numbers.AreClose(Ops.Sum(each * Ops.Cast(yPred.Mask, DType.Float32)) / 3.0, new MeanSquaredError().Apply(Ops.Zeros((2, 3, 1)), yPred));
    }

    [TestMethod]
    public void An_ignored_class_does_not_count_in_loss_and_gradient()
    {
        Tensor yPred = Probabilities;
        using GradientTape tape = new();
        tape.Watch(yPred);
        Tensor loss = new SparseCategoricalCrossentropy(ignoreClass: -1).Apply(new[] { 1, -1, 2, -1 }, yPred);
        Numbers.AreClose((-Ops.Log(yPred))[0, 1] / 2.0 - (Ops.Log(yPred)[2, 2] / 2.0), loss);
        float[] gradient = tape.Gradient(loss, yPred)!.ToArray<float>();
        Assert.IsTrue(gradient[3..6].All(g => g == 0) && gradient[9..].All(g => g == 0));
        Assert.IsTrue(gradient[1] < 0);
    }

    [TestMethod]
    public void A_column_of_labels_meets_a_vector_of_predictions()
        => Numbers.AreClose(
            new MeanSquaredError().Apply(new float[] { 1, 2, 4 }, new float[] { 0, 0, 0 }),
            new MeanSquaredError().Apply(new float[,] { { 1 }, { 2 }, { 4 } }, new float[] { 0, 0, 0 }));

    [TestMethod]
    public void A_label_that_is_no_class_is_an_exception()
    {
        KerasArgumentOutOfRangeException e = Assert.ThrowsExactly<KerasArgumentOutOfRangeException>(() => new SparseCategoricalCrossentropy().Apply(new[] { 1, 12 }, Ops.Full((2, 10), 0.1)));
        Assert.AreEqual("SparseCategoricalCrossentropy: labels must be at least 0 and below 10. Received: 12.", e.Message);
        Assert.ThrowsExactly<KerasArgumentOutOfRangeException>(() => new SparseCategoricalCrossentropy().Apply(new[] { -1, 0 }, Ops.Full((2, 10), 0.1)));
    }

    [TestMethod]
    public void An_unknown_name_lists_the_known_ones()
    {
        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => (Loss)"squared_mean");
        StringAssert.Contains(e.Message, "'mean_squared_error'");
        StringAssert.EndsWith(e.Message, "Received: 'squared_mean'.");
    }

    [TestMethod]
    [DataRow("mse", typeof(MeanSquaredError))]
    [DataRow("MAE", typeof(MeanAbsoluteError))]
    [DataRow("logcosh", typeof(LogCosh))]
    [DataRow("kld", typeof(KLDivergence))]
    [DataRow("BinaryCrossentropy", typeof(BinaryCrossentropy))]
    public void Short_names_find_their_class(string name, Type type) => Assert.AreEqual(type, ((Loss)name).GetType());

    [TestMethod]
    public void An_unknown_reduction_is_an_exception()
        => StringAssert.Contains(Assert.ThrowsExactly<KerasArgumentException>(() => new MeanSquaredError("average")).Message, "Received: 'average'.");

    [TestMethod]
    public void No_reduction_leaves_one_number_a_sample()
    {
        Tensor t = Numbers.Uniform((4, 3));
        Assert.AreEqual((Shape)4, new MeanSquaredError(reduction: null).Apply(t, t).Shape);
        Assert.AreEqual((Shape)4, ConfigContract.Copy(new MeanSquaredError(reduction: null)).Apply(t, t).Shape);
    }

    [TestMethod]
    public void A_mean_can_be_one_by_the_weights()
        => Assert.AreEqual(
            7.0 / 4, new MeanSquaredError("mean_with_sample_weight").Apply(Ops.Zeros((2, 1)), new float[,] { { 1 }, { 2 } }, new float[] { 3, 1 }).Item(), 1e-6);

    [TestMethod]
    [DataRow(double.NaN)]
    [DataRow(-0.1)]
    [DataRow(1.5)]
    public void A_label_smoothing_outside_0_to_1_is_an_exception(double share)
        => Assert.ThrowsExactly<KerasArgumentException>(() => new BinaryCrossentropy(labelSmoothing: share));

    [TestMethod]
    public void A_function_becomes_a_loss()
        => Assert.AreEqual(2.5, Loss.From((t, p) => Ops.Mean(Ops.Abs(t - p), -1)).Apply(new float[,] { { 1, 2 } }, new float[,] { { 3, 5 } }).Item(), 1e-6);

    [TestMethod]
    public void Crossentropy_is_decided_by_the_shapes()
    {
        LossSpec spec = "crossentropy";
        Assert.IsInstanceOfType<BinaryCrossentropy>(spec.Resolve((null, 1), (null, 1)));
        Assert.IsInstanceOfType<SparseCategoricalCrossentropy>(spec.Resolve((null, 1), (null, 10)));
        Assert.IsInstanceOfType<SparseCategoricalCrossentropy>(spec.Resolve([null], (null, 10)));
        Assert.IsInstanceOfType<CategoricalCrossentropy>(spec.Resolve((null, 10), (null, 10)));
    }

    [TestMethod]
    public void A_specification_is_one_loss_a_list_or_a_dictionary()
    {
        LossSpec one = new Huber();
        LossSpec list = ["mse", new Huber()];
        LossSpec named = new Dictionary<string, string> { ["a"] = "mse" };
        Assert.IsInstanceOfType<Huber>(one.Resolve(1, 1));
        Assert.AreEqual(2, list.Items!.Count);
        Assert.AreEqual("mse", list.Items[0]!.Resolve(1, 1).Name);
        Assert.AreEqual("mse", named.Named!["a"]!.Identifier);
    }
}

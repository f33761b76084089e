using NeuralOpt.Keras.Layers;
using L = NeuralOpt.Keras.Losses;

namespace NeuralOpt.Keras.Tests;

/// <summary>What losses take as labels, and what they say of others.</summary>
[TestClass]
public sealed class LabelTests
{
    private static readonly Tensor s_probabilities = Tensor.From(new[,] { { .2f, .3f, .5f }, { .7f, .2f, .1f } });

    [TestMethod]
    public void Sparse_losses_refuse_labels_that_are_no_whole_numbers()
    {
        foreach (L.Loss loss in new L.Loss[] { new L.SparseCategoricalCrossentropy(), new L.CategoricalGeneralizedCrossEntropy() })
        {
            string name = loss.GetType().Name;
            Refused($"{name}: labels must be whole numbers, at least 0 and below 3. Received: 1.5.", () => loss.Apply(F(1.5f, 0), s_probabilities));
            Refused($"{name}: labels must be whole numbers, at least 0 and below 3. Received: NaN.", () => loss.Apply(F(0, float.NaN), s_probabilities));
            Refused($"{name}: labels must be at least 0 and below 3. Received: 3.", () => loss.Apply(F(3, 0), s_probabilities));
            Assert.IsTrue(double.IsFinite(loss.Apply(F(2, 0), s_probabilities).Item()));
        }
    }

    [TestMethod]
    public void Fit_refuses_labels_that_are_no_whole_numbers_before_it_trains()
    {
        Sequential model = new([new Input(2), new Dense(3, "softmax")]);
        model.Compile("sgd", "sparse_categorical_crossentropy");
        Refused("SparseCategoricalCrossentropy: labels must be whole numbers, at least 0 and below 3. Received: 1.5.", () => model.Fit(Ops.Ones((2, 2)), F(1, 1.5f), verbose: 0));
    }

    [TestMethod]
    public void Class_weights_refuse_labels_that_are_no_whole_numbers()
    {
        Sequential model = new([new Input(2), new Dense(1)]);
        model.Compile("sgd", "mse");
        Refused(
            "classWeight: labels must be whole numbers. Received: 1.5.",
            () => model.Fit(Ops.Ones((2, 2)), F(1, 1.5f), classWeight: new Dictionary<int, double> { [1] = 2 }, verbose: 0));
    }

    [TestMethod]
    public void A_compiled_step_refuses_them_as_well()
    {
        L.SparseCategoricalCrossentropy loss = new();
        Func<Tensor, Tensor, Tensor> step = Function.Compile((Tensor y, Tensor p) => loss.Apply(y, p));
        Refused("SparseCategoricalCrossentropy: the targets must be whole numbers. Received: 0.5.", () => step(F(0, .5f), s_probabilities));
        Refused("SparseCategoricalCrossentropy: the targets must be at least 0 and below 3. Received: -1.", () => step(Tensor.From(new[] { 0, -1 }), s_probabilities));
        Assert.AreEqual(loss.Apply(F(0, 1), s_probabilities).Item(), step(Tensor.From(new[] { 0, 1 }), s_probabilities).Item(), 1e-6);
    }

    [TestMethod]
    public void An_ignored_class_may_be_any_number()
    {
        L.SparseCategoricalCrossentropy loss = new(ignoreClass: 255);
        Assert.AreEqual(-Math.Log(.2), loss.Apply(Tensor.From(new byte[] { 0, 255 }), s_probabilities).Item(), 1e-6);
        Assert.AreEqual(-Math.Log(.2), new L.SparseCategoricalCrossentropy(ignoreClass: -1).Apply(Tensor.From(new[] { 0, -1 }), s_probabilities).Item(), 1e-6);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(-2)]
    public void Label_smoothing_spreads_over_the_axis_of_the_classes(int axis)
    {
        Tensor labels = Tensor.From(new[, ,] { { { 1f, 0 }, { 0, 1 }, { 0, 0 } } });
        Tensor probabilities = Tensor.From(new[, ,] { { { .7f, .2f }, { .2f, .5f }, { .1f, .3f } } });
        Tensor turned = Ops.Transpose(probabilities, (0, 2, 1));
        double expected = new L.CategoricalCrossentropy(labelSmoothing: .3).Apply(Ops.Transpose(labels, (0, 2, 1)), turned).Item();
        Assert.AreEqual(expected, new L.CategoricalCrossentropy(labelSmoothing: .3, axis: axis).Apply(labels, probabilities).Item(), 1e-6);
        double focal = new L.CategoricalFocalCrossentropy(labelSmoothing: .3).Apply(Ops.Transpose(labels, (0, 2, 1)), turned).Item();
        Assert.AreEqual(focal, new L.CategoricalFocalCrossentropy(labelSmoothing: .3, axis: axis).Apply(labels, probabilities).Item(), 1e-6);
    }

    public static IEnumerable<object[]> Elementwise => new L.Loss[]
    {
        new L.MeanSquaredError(), new L.MeanAbsoluteError(), new L.Huber(), new L.BinaryCrossentropy(), new L.CategoricalCrossentropy(), new L.Hinge(),
        new L.KLDivergence(), new L.Poisson(), new L.CosineSimilarity(), new L.Dice(), new L.Tversky(), new L.BinaryFocalCrossentropy(), new L.CategoricalFocalCrossentropy(),
    }.Select(static l => new object[] { l });

    [TestMethod]
    [DynamicData(nameof(Elementwise))]
    public void A_loss_names_itself_and_both_shapes(L.Loss loss)
    {
        foreach (Tensor labels in new[] { F(0, 1), F(0, 1, 1), Ops.Zeros((3, 2)) })
        {
            Assert.AreEqual(
                $"{loss.GetType().Name} '{loss.Name}': labels and predictions must have the same shape. Received shapes: {labels.Shape}, (2, 3).",
                Assert.Throws<ShapeException>(() => loss.Apply(labels, s_probabilities)).Message);
        }
    }

    [TestMethod]
    public void A_loss_of_ones_own_may_take_what_it_likes()
        => Assert.AreEqual(1.0, L.Loss.From(static (y, p) => Ops.Sum(p, -1)).Apply(F(0, 1), s_probabilities).Item(), 1e-6);

    private static Tensor F(params float[] values) => Tensor.From(values);

    private static void Refused(string message, Action call) => Assert.AreEqual(message, Assert.Throws<ArgumentOutOfRangeException>(call).Message);
}

using NeuralOpt.Keras.Layers;
using M = NeuralOpt.Keras.Metrics;

namespace NeuralOpt.Keras.Tests;

/// <summary>Labels that do not fit the predictions are refused by the metric's name; NaN never counts as a hit.</summary>
[TestClass]
public sealed class MetricLabelTests
{
    private static readonly Tensor s_three = Tensor.From(new[,] { { .9f, .05f, .05f }, { .1f, .8f, .1f }, { .1f, .1f, .8f } });

    public static IEnumerable<object[]> Confusion => new M.Metric[]
    {
        new M.Recall(), new M.Precision(), new M.TruePositives(), new M.TrueNegatives(), new M.FalsePositives(), new M.FalseNegatives(), new M.AUC(),
        new M.PrecisionAtRecall(0.5), new M.RecallAtPrecision(0.5), new M.SensitivityAtSpecificity(0.5), new M.SpecificityAtSensitivity(0.5),
        new M.AUC(multiLabel: true, numLabels: 3, name: "by_label"),
    }.Select(static m => new object[] { m });

    [TestMethod]
    [DynamicData(nameof(Confusion))]
    public void Confusion_metrics_refuse_class_numbers(M.Metric metric)
    {
        foreach (Tensor labels in new[] { I(0, 1, 2), Tensor.From(new[,] { { 0 }, { 1 }, { 2 } }) })
        {
            Assert.AreEqual(
                $"{metric.GetType().Name} '{metric.Name}': labels and predictions must have the same shape. Received shapes: {labels.Shape}, (3, 3). Ops.OneHot makes class numbers as wide as predictions.",
                Assert.Throws<ShapeException>(() => metric.UpdateState(labels, s_three)).Message);
        }
    }

    [TestMethod]
    public void Confusion_metrics_take_a_column_for_a_row_of_predictions()
    {
        M.Recall recall = new();
        recall.UpdateState(Tensor.From(new[,] { { 1 }, { 0 } }), F(.9f, .1f));
        Assert.AreEqual(1.0, recall.Result().Item());
    }

    [TestMethod]
    public void A_compiled_model_refuses_class_numbers_for_precision()
    {
        Sequential model = new([new Input(2), new Dense(3, "softmax")]);
        model.Compile("sgd", "sparse_categorical_crossentropy", metrics: [new M.Precision(name: "precision")]);
        StringAssert.Contains(
            Assert.Throws<ShapeException>(() => model.Fit(Ops.Ones((4, 2)), Tensor.From(new[,] { { 0 }, { 1 }, { 2 }, { 0 } }), verbose: 0)).Message,
            "Precision 'precision': labels and predictions must have the same shape.");
    }

    public static IEnumerable<object[]> Others => new M.Metric[]
    {
        new M.F1Score(), new M.FBetaScore(), new M.R2Score(), new M.CategoricalAccuracy(), new M.BinaryAccuracy(), new M.Accuracy(), new M.TopKCategoricalAccuracy(),
        new M.MeanSquaredError(), new M.MeanAbsoluteError(), new M.RootMeanSquaredError(), new M.CosineSimilarity(), new M.Hinge(), new M.KLDivergence(),
        new M.BinaryCrossentropy(), new M.CategoricalCrossentropy(), new M.MeanIoU(3, sparseYPred: false), new M.SparseCategoricalAccuracy(),
        new M.SparseTopKCategoricalAccuracy(), new M.SparseCategoricalCrossentropy(), new M.PearsonCorrelation(), new M.MeanIoU(3), M.Metric.From(static (y, p) => y - p, "gap"),
    }.Select(static m => new object[] { m });

    [TestMethod]
    [DynamicData(nameof(Others))]
    public void Every_metric_names_itself_and_both_shapes(M.Metric metric)
    {
        ShapeException error = Assert.Throws<ShapeException>(() => metric.UpdateState(I(0, 1), s_three));
        StringAssert.Contains(error.Message, $"'{metric.Name}': ");
        StringAssert.Contains(error.Message, "(2,)");
        StringAssert.Contains(error.Message, "(3, 3)");
    }

    [TestMethod]
    public void Labels_are_not_repeated_for_every_row_of_predictions()
    {
        foreach (M.Metric metric in new M.Metric[] { new M.MeanSquaredError(), new M.BinaryAccuracy(), new M.CategoricalAccuracy(), new M.Accuracy() })
        {
            Assert.Throws<ShapeException>(() => metric.UpdateState(I(0, 1, 2), s_three), metric.Name);
        }
    }

    [TestMethod]
    public void Predictions_that_are_not_finite_are_no_hits()
    {
        Assert.AreEqual(0.0, new M.SparseTopKCategoricalAccuracy(2).Apply(I(0), Ops.Full((1, 3), double.NaN)).Item());
        Assert.AreEqual(0.0, new M.SparseTopKCategoricalAccuracy(1).Apply(I(0), Tensor.From(new[,] { { 1, float.NaN, 0 } })).Item());
        Assert.AreEqual(0.0, new M.TopKCategoricalAccuracy(2).Apply(Tensor.From(new[,] { { 1f, 0, 0 } }), Ops.Full((1, 3), double.NaN)).Item());
        Assert.IsFalse((bool)Ops.InTopK(I(0), Ops.Full((1, 3), double.NaN), 3));
        Assert.IsFalse((bool)Ops.InTopK(I(0), Tensor.From(new[,] { { 1, float.PositiveInfinity, 0 } }), 3));
    }

    [TestMethod]
    public void A_negative_label_is_no_hit()
    {
        Tensor rising = Tensor.From(new[,] { { 1f, 2, 3 } });
        Assert.AreEqual(0.0, new M.SparseTopKCategoricalAccuracy(1).Apply(I(-1), rising).Item());
        Assert.AreEqual(0.0, new M.SparseCategoricalAccuracy().Apply(I(-1), rising).Item());
        Assert.IsFalse((bool)Ops.InTopK(I(-1), rising, 1));
        Assert.IsFalse((bool)Ops.InTopK(I(3), rising, 3));
        Assert.IsTrue((bool)Ops.InTopK(I(2), rising, 1));
    }

    [TestMethod]
    public void A_label_beyond_the_classes_is_refused_by_name()
    {
        Tensor rising = Tensor.From(new[,] { { 1f, 2, 3 } });
        Refused("SparseTopKCategoricalAccuracy 'sparse_top_k_categorical_accuracy': labels must be at least 0 and below 3. Received: 3.", () => new M.SparseTopKCategoricalAccuracy(1).UpdateState(I(3), rising));
        Refused("SparseCategoricalAccuracy 'sparse_categorical_accuracy': labels must be at least 0 and below 3. Received: 7.", () => new M.SparseCategoricalAccuracy().UpdateState(I(7), rising));
        Refused("MeanIoU 'iou': labels must be at least 0 and below 2. Received: 5.", () => new M.MeanIoU(2, name: "iou").UpdateState(I(5), I(0)));
        Refused("MeanIoU 'iou': predictions must be at least 0 and below 2. Received: 2.", () => new M.MeanIoU(2, name: "iou").UpdateState(I(0), I(2)));
        Refused("IoU 'iou': labels must be at least 0 and below 2. Received: -1.", () => new M.IoU(2, [0], name: "iou").UpdateState(I(-1), I(0)));
        Refused("OneHotIoU 'iou': predictions must be at least 0 and below 2. Received: 2.", () => new M.OneHotIoU(2, [0], name: "iou", sparseYPred: true).UpdateState(Tensor.From(new[,] { { 0, 1 } }), I(2)));
        Refused("BinaryIoU 'iou': labels must be at least 0 and below 2. Received: 2.", () => new M.BinaryIoU(name: "iou").UpdateState(I(2), F(.9f)));
    }

    [TestMethod]
    public void An_ignored_class_of_an_IoU_may_be_any_number()
    {
        M.MeanIoU iou = new(2, ignoreClass: 255);
        iou.UpdateState(I(0, 1, 255), I(0, 1, 1));
        Assert.AreEqual(1.0, iou.Result().Item(), 1e-6);
    }

    [TestMethod]
    public void A_label_with_a_fraction_is_refused()
    {
        Tensor rising = Tensor.From(new[,] { { 1f, 2, 3 } });
        Refused("SparseCategoricalAccuracy 'sparse_categorical_accuracy': labels must be whole numbers. Received: 1.5.", () => new M.SparseCategoricalAccuracy().UpdateState(F(1.5f), rising));
        Refused("SparseTopKCategoricalAccuracy 'sparse_top_k_categorical_accuracy': labels must be whole numbers. Received: NaN.", () => new M.SparseTopKCategoricalAccuracy().UpdateState(F(float.NaN), rising));
        Refused("MeanIoU 'iou': labels must be whole numbers. Received: 0.5.", () => new M.MeanIoU(2, name: "iou").UpdateState(F(.5f), I(0)));
        Refused("SparseCategoricalCrossentropy: the targets must be whole numbers. Received: 1.5.", () => new M.SparseCategoricalCrossentropy().UpdateState(F(1.5f), rising));
        Refused("InTopK: targets must be whole numbers. Received: 1.5.", () => Ops.InTopK(F(1.5f), rising, 1));
        Assert.AreEqual(1.0, new M.SparseCategoricalAccuracy().Apply(F(2), rising).Item());
    }

    [TestMethod]
    public void A_compiled_step_refuses_a_label_beyond_the_classes()
    {
        M.SparseCategoricalAccuracy metric = new(name: "hits");
        Func<Tensor, Tensor, Tensor> step = Function.Compile((Tensor y, Tensor p) =>
        {
            metric.UpdateState(y, p);
            return metric.Result();
        });
        Assert.AreEqual(1.0, step(I(0, 1, 2), s_three).Item());
        Refused("SparseCategoricalAccuracy 'hits': labels must be at least 0 and below 3. Received: 3.", () => step(I(0, 1, 3), s_three));
    }

    [TestMethod]
    public void A_label_that_the_loss_leaves_out_is_no_fault_of_the_accuracy()
    {
        Sequential model = new([new Input(2), new Dense(3, "softmax")]);
        model.Compile("sgd", new Losses.SparseCategoricalCrossentropy(ignoreClass: 255), metrics: ["accuracy", new M.SparseTopKCategoricalAccuracy(3)]);
        Assert.AreEqual(.5, model.Evaluate(Ops.Ones((4, 2)), I(0, 1, 255, 255), verbose: 0)["sparse_top_k_categorical_accuracy"], 1e-6);
    }

    [TestMethod]
    public void A_metric_in_float16_counts_beyond_2048()
    {
        M.Mean mean = new(dtype: "float16");
        for (int i = 0; i < 5; i++)
        {
            mean.UpdateState(Ops.Ones(1000));
        }

        Assert.AreEqual(1.0, mean.Result().Item());
        Assert.AreEqual(DType.Float16, mean.Result().DType);
    }

    private static Tensor F(params float[] values) => Tensor.From(values);

    private static Tensor I(params int[] values) => Tensor.From(values);

    private static void Refused(string message, Action call) => Assert.AreEqual(message, Assert.Throws<ArgumentOutOfRangeException>(call).Message);
}

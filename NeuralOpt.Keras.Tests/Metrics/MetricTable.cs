using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Metrics;

namespace NeuralOpt.Keras.Tests;

/// <summary>Every metric of labels and predictions, and its options.</summary>
[TestClass]
public sealed class MetricTable
{
    private static readonly Tensor s_hot = new float[,] { { 0, 1, 0 }, { 1, 0, 0 }, { 0, 0, 1 }, { 0, 1, 0 }, { 1, 0, 0 } };
    private static readonly Tensor s_binary = new float[] { 0, 1, 1, 0, 1 };
    private static readonly Tensor s_scores = new float[] { 0.2f, 0.7f, 0.4f, 0.6f, 0.9f };
    private static readonly Tensor s_exact = new float[] { 0.2f, 0.7f, 0.4f, 0.6f, 1 };
    private static readonly Tensor s_labels = new[] { 1, 0, 2, 1, 2 };
    private static readonly Tensor s_classes = new[] { 1, 0, 0, 1, 2 };
    private static readonly Tensor s_numbers = Numbers.Uniform((5, 3), 0.1, 0.9, 2);
    private static readonly Tensor s_others = Numbers.Uniform((5, 3), 0.1, 0.9, 3);

    // A copy, because what comes straight from a softmax brings its logits along.
    private static readonly Tensor s_probabilities = Tensor.From<float>(Ops.Softmax(Numbers.Uniform((5, 3), -1, 1)).ToArray<float>(), (5, 3));

    internal static readonly Row[] Rows =
    [
        new(() => "mean_squared_error", s_numbers, s_others),
        new(() => "root_mean_squared_error", s_numbers, s_others),
        new(() => "mean_absolute_error", s_numbers, s_others),
        new(() => "mean_absolute_percentage_error", s_numbers, s_others),
        new(() => "mean_squared_logarithmic_error", s_numbers, s_others),
        new(() => "cosine_similarity", s_numbers, s_others),
        new(() => "LogCoshError", s_numbers, s_others),
        new(() => "poisson", s_numbers, s_others),
        new(() => "kl_divergence", s_numbers, s_others),
        new(() => "hinge", s_numbers, s_others),
        new(() => "squared_hinge", s_numbers, s_others),
        new(() => "r2_score", s_numbers, s_others),
        new(() => "pearson_correlation", s_numbers, s_others),
        new(() => "concordance_correlation", s_numbers, s_others),
        new(() => "categorical_accuracy", s_hot, s_probabilities),
        new(() => "top_k_categorical_accuracy", s_hot, s_probabilities),
        new(() => "categorical_crossentropy", s_hot, s_probabilities),
        new(() => "categorical_hinge", s_hot, s_probabilities),
        new(() => "binary_crossentropy", s_hot, s_probabilities),
        new(() => "f1_score", s_hot, s_probabilities),
        new(() => "fbeta_score", s_hot, s_probabilities),
        new(() => "precision", s_hot, s_probabilities),
        new(() => "recall", s_hot, s_probabilities),
        new(() => "sparse_categorical_accuracy", s_labels, s_probabilities),
        new(() => "sparse_top_k_categorical_accuracy", s_labels, s_probabilities),
        new(() => "sparse_categorical_crossentropy", s_labels, s_probabilities),
        new(() => "accuracy", s_binary, s_exact),
        new(() => "binary_accuracy", s_binary, s_exact),
        new(() => "true_positives", s_binary, s_exact),
        new(() => "false_positives", s_binary, s_exact),
        new(() => "true_negatives", s_binary, s_exact),
        new(() => "false_negatives", s_binary, s_exact),
        new(() => "auc", s_binary, s_exact),
        new(() => new PrecisionAtRecall(0.5), s_binary, s_scores),
        new(() => new RecallAtPrecision(0.5), s_binary, s_scores),
        new(() => new SensitivityAtSpecificity(0.5), s_binary, s_scores),
        new(() => new SpecificityAtSensitivity(0.5), s_binary, s_scores),
        new(() => new Precision(thresholds: [0.3, 0.5]), s_binary, s_scores),
        new(() => new Precision(topK: 2), s_hot, s_probabilities),
        new(() => new Recall(classId: 1), s_hot, s_probabilities),
        new(() => new AUC(curve: "PR", thresholds: [0.25, 0.6]), s_binary, s_scores),
        new(() => new AUC(multiLabel: true, labelWeights: [1, 2, 1], summationMethod: "majoring"), s_hot, s_probabilities),
        new(() => new F1Score(average: "weighted", threshold: 0.4), s_hot, s_probabilities),
        new(() => new R2Score(classAggregation: null), s_hot, s_probabilities),
        new(() => new IoU(3, [0, 2], dtype: "float32"), s_labels, s_classes),
        new(() => new MeanIoU(3, dtype: "float32", ignoreClass: 1), s_labels, s_classes),
        new(() => new OneHotIoU(3, [1], dtype: "float32"), s_hot, s_probabilities),
        new(() => new OneHotMeanIoU(3, dtype: "float32"), s_hot, s_probabilities),
        new(() => new BinaryIoU(threshold: 0.45, dtype: "float32"), s_binary, s_scores),
    ];

    public static IEnumerable<object[]> Names => Tests.Rows.NamesOf(Rows);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_metric_keeps_the_contract(string name)
    {
        Row row = Rows.Named(name);
        MetricContract.Check(row.Make, row.YTrue, row.YPred);
    }

    internal sealed record Row(Func<Metric> Make, Tensor YTrue, Tensor YPred, [CallerArgumentExpression(nameof(Make))] string Name = "") : IRow
    {
        public object Made() => Make();
    }
}

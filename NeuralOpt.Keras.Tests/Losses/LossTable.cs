using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Losses;

namespace NeuralOpt.Keras.Tests;

/// <summary>Every loss, and its options.</summary>
[TestClass]
public sealed class LossTable
{
    private static readonly Tensor s_hot = new float[,] { { 0, 1, 0 }, { 1, 0, 0 }, { 0, 0, 1 }, { 0, 1, 0 } };
    private static readonly Tensor s_binary = new float[,] { { 0, 1, 1 }, { 1, 0, 1 } };
    private static readonly Tensor s_labels = new[] { 1, 0, 2, 1 };
    private static readonly Tensor s_probabilities = Ops.Softmax(Numbers.Uniform((4, 3), -1, 1));

    internal static readonly Row[] Rows =
    [
        new(() => "mean_squared_error", Numbers.Uniform((4, 3), 0.1, 0.9, 2), Numbers.Uniform((4, 3), 0.1, 0.9, 3)),
        new(() => "mean_absolute_error", Numbers.Uniform((4, 3), 0.1, 0.9, 2), Numbers.Uniform((4, 3), 0.1, 0.9, 3)),
        new(() => "mean_absolute_percentage_error", Numbers.Uniform((4, 3), 0.1, 0.9, 2), Numbers.Uniform((4, 3), 0.1, 0.9, 3)),
        new(() => "mean_squared_logarithmic_error", Numbers.Uniform((4, 3), 0.1, 0.9, 2), Numbers.Uniform((4, 3), 0.1, 0.9, 3)),
        new(() => "huber", Numbers.Uniform((4, 3), 0.1, 0.9, 2), Numbers.Uniform((4, 3), 0.1, 0.9, 3)),
        new(() => "log_cosh", Numbers.Uniform((4, 3), 0.1, 0.9, 2), Numbers.Uniform((4, 3), 0.1, 0.9, 3)),
        new(() => "cosine_similarity", Numbers.Uniform((4, 3), 0.1, 0.9, 2), Numbers.Uniform((4, 3), 0.1, 0.9, 3)),
        new(() => "poisson", Numbers.Uniform((4, 3), 0.1, 0.9, 2), Numbers.Uniform((4, 3), 0.1, 0.9, 3)),
        new(() => "kl_divergence", Numbers.Uniform((4, 3), 0.1, 0.9, 2), Numbers.Uniform((4, 3), 0.1, 0.9, 3)),
        new(() => "hinge", Numbers.Uniform((4, 3), 0.1, 0.9, 2), Numbers.Uniform((4, 3), 0.1, 0.9, 3)),
        new(() => "squared_hinge", Numbers.Uniform((4, 3), 0.1, 0.9, 2), Numbers.Uniform((4, 3), 0.1, 0.9, 3)),
        new(() => "dice", Numbers.Uniform((4, 3), 0.1, 0.9, 2), Numbers.Uniform((4, 3), 0.1, 0.9, 3)),
        new(() => "tversky", Numbers.Uniform((4, 3), 0.1, 0.9, 2), Numbers.Uniform((4, 3), 0.1, 0.9, 3)),
        new(() => "binary_crossentropy", s_binary, Numbers.Uniform((2, 3), 0.1, 0.9)),
        new(() => "binary_focal_crossentropy", s_binary, Numbers.Uniform((2, 3), 0.1, 0.9)),
        new(() => "categorical_crossentropy", s_hot, s_probabilities),
        new(() => "categorical_focal_crossentropy", s_hot, s_probabilities),
        new(() => "categorical_hinge", s_hot, s_probabilities),
        new(() => "sparse_categorical_crossentropy", s_labels, s_probabilities),
        new(() => "categorical_generalized_cross_entropy", s_labels, s_probabilities),
        new(() => new Circle(gamma: 2), new[] { 0, 1, 0, 1 }, Ops.Normalize(Numbers.Uniform((4, 3), -1, 1))),
        new(() => new CTC(), new[,] { { 1, 2, 2 }, { 2, 0, 0 } }, Numbers.Uniform((2, 6, 3), -1, 1)),
        new(() => new Huber(delta: 0.2), Numbers.Uniform((4, 3)), Numbers.Uniform((4, 3), seed: 5)),
        new(() => new CategoricalCrossentropy(fromLogits: true, labelSmoothing: 0.1), s_hot, Numbers.Uniform((4, 3), -2, 2)),
        new(() => new BinaryFocalCrossentropy(applyClassBalancing: true, gamma: 3), s_binary, Numbers.Uniform((2, 3), 0.1, 0.9)),
    ];

    public static IEnumerable<object[]> Names => Tests.Rows.NamesOf(Rows);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_loss_keeps_the_contract(string name)
    {
        Row row = Rows.Named(name);
        LossContract.Check(row.Make, row.YTrue, row.YPred);
    }

    internal sealed record Row(Func<Loss> Make, Tensor YTrue, Tensor YPred, [CallerArgumentExpression(nameof(Make))] string Name = "") : IRow
    {
        public object Made() => Make();
    }
}

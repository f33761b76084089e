using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    // Probabilities are kept this far from 0 and 1: Keras's backend.epsilon().
    private const double Fuzz = 1e-7;

    private static readonly IndexRule s_classes = new("SparseCategoricalCrossentropy", "the targets", FromEnd: false);

    /// <summary>Cross-entropy of each element: <c>-(t log(p) + (1 - t) log(1 - p))</c>.</summary>
    /// <param name="target">Probabilities, 0 or 1 as a rule.</param>
    /// <param name="output">Probabilities of the same shape, or logits.</param>
    /// <param name="fromLogits">Whether <paramref name="output"/> are logits, before a sigmoid.</param>
    /// <returns>Shape and dtype of <paramref name="output"/>.</returns>
    /// <remarks>Probabilities are brought into [1e-7, 1 - 1e-7]; the result of <see cref="Sigmoid"/> is not used, but its input.</remarks>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    /// <seealso href="https://keras.io/api/ops/nn/#binary_crossentropy-function"/>
    public static Tensor BinaryCrossentropy(Tensor target, Tensor output, bool fromLogits = false)
    {
        (target, output, fromLogits) = Compared("BinaryCrossentropy", target, output, fromLogits);
        if (fromLogits)
        {
            Tensor positive = GreaterEqual(output, 0);
            return Where(positive, output, 0) - (output * target) + Softplus(Where(positive, -output, output));
        }

        Tensor p = Clip(output, Fuzz, 1 - Fuzz);
        return -((target * Log(p)) + ((1 - target) * Log(1 - p)));
    }

    /// <summary>Cross-entropy over the classes: <c>-sum(t log(p))</c>.</summary>
    /// <param name="target">Probabilities that add up to 1, one hot as a rule.</param>
    /// <param name="output">Probabilities of the same shape, brought to the sum 1; or logits.</param>
    /// <param name="fromLogits">Whether <paramref name="output"/> are logits, before a softmax.</param>
    /// <param name="axis">The axis of the classes; the last by default.</param>
    /// <returns>The shape of <paramref name="output"/> without the axis.</returns>
    /// <remarks>Probabilities are brought into [1e-7, 1 - 1e-7]; the result of <see cref="Softmax"/> is not used, but its input.</remarks>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    /// <seealso href="https://keras.io/api/ops/nn/#categorical_crossentropy-function"/>
    public static Tensor CategoricalCrossentropy(Tensor target, Tensor output, bool fromLogits = false, int axis = -1)
    {
        int a = Axis.One("CategoricalCrossentropy", axis, output);
        (target, output, fromLogits) = Compared("CategoricalCrossentropy", target, output, fromLogits);
        Tensor log = fromLogits ? LogSoftmax(output, a) : Log(Clip(output / Sum(output, a, keepdims: true), Fuzz, 1 - Fuzz));
        return -Sum(target * log, a);
    }

    /// <summary>Cross-entropy of numbered classes: <c>-log(p[target])</c>.</summary>
    /// <param name="target">Integers, the shape of <paramref name="output"/> without the axis, or with 1 for it.</param>
    /// <param name="output">Probabilities, brought to the sum 1; or logits.</param>
    /// <param name="fromLogits">Whether <paramref name="output"/> are logits, before a softmax.</param>
    /// <param name="axis">The axis of the classes; the last by default.</param>
    /// <returns>The shape of <paramref name="output"/> without the axis.</returns>
    /// <remarks>Probabilities are brought into [1e-7, 1 - 1e-7]; the result of <see cref="Softmax"/> is not used, but its input.</remarks>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentException">A target is no class.</exception>
    /// <seealso href="https://keras.io/api/ops/nn/#sparse_categorical_crossentropy-function"/>
    public static Tensor SparseCategoricalCrossentropy(Tensor target, Tensor output, bool fromLogits = false, int axis = -1)
    {
        int a = Axis.One("SparseCategoricalCrossentropy", axis, output);
        (output, fromLogits) = Unsquashed(output, fromLogits);
        target = Guard.NotNull(target).Rank == output.Rank && target.Shape.At(a) == 1 ? Squeeze(target, a) : target;
        Shape rest = ShapeRules.Reduce(output.Shape, [a], keepDims: false);
        if (!target.Shape.IsCompatibleWith(rest))
        {
            throw new ShapeException($"SparseCategoricalCrossentropy: the target must have the shape of the output without axis {axis}. Received shapes: {target.Shape}, {output.Shape}.");
        }

        target = IndexChecks.Whole("SparseCategoricalCrossentropy", "the targets", target);
        Tensor log = LogSoftmax(fromLogits ? output : Log(Clip(output, Fuzz, 1 - Fuzz)), a);
        return -Squeeze(Op.Apply(new GatherElementsOp(a, s_classes), log, ExpandDims(target, a)), a);
    }

    private static (Tensor Target, Tensor Output, bool FromLogits) Compared(string op, Tensor target, Tensor output, bool fromLogits)
    {
        if (!Guard.NotNull(target, op).Shape.IsCompatibleWith(Guard.NotNull(output, op).Shape))
        {
            throw new ShapeException($"{op}: target and output must have the same shape. Received shapes: {target.Shape}, {output.Shape}.");
        }

        (output, fromLogits) = Unsquashed(output, fromLogits);
        return (Cast(target, output.DType), output, fromLogits);
    }

    // Probabilities that come straight from a softmax or sigmoid are worth less than what went in.
    private static (Tensor Output, bool FromLogits) Unsquashed(Tensor output, bool fromLogits)
        => output.Logits is { } logits ? (logits, true) : (Promotion.Floating(output), fromLogits);
}

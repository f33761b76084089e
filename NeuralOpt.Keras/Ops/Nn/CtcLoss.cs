namespace NeuralOpt.Keras;

public static partial class Ops
{
    // Far below any log-probability, and yet finite, so that no gradient becomes NaN.
    private const double Impossible = -1e30;

    /// <summary>Connectionist temporal classification: minus the log-probability of all ways in which the steps spell the labels.</summary>
    /// <param name="target">Labels, integers of shape (batch, labels).</param>
    /// <param name="output">Logits of shape (batch, steps, classes).</param>
    /// <param name="targetLength">Number of labels of each sample, (batch).</param>
    /// <param name="outputLength">Number of steps of each sample, (batch).</param>
    /// <param name="maskIndex">The class that stands for no label.</param>
    /// <returns>(batch), the dtype of <paramref name="output"/>.</returns>
    /// <exception cref="ShapeException">The shapes are not (batch, labels) and (batch, steps, classes).</exception>
    /// <seealso href="https://keras.io/api/ops/nn/#ctc_loss-function"/>
    /// <seealso href="https://www.cs.toronto.edu/~graves/icml_2006.pdf"/>
    public static Tensor CtcLoss(Tensor target, Tensor output, Tensor targetLength, Tensor outputLength, int maskIndex = 0)
    {
        Guard.NotNull(targetLength);
        Guard.NotNull(outputLength);
        if (Guard.NotNull(target).Rank != 2 || Guard.NotNull(output).Rank != 3 || !target.Shape[..1].IsCompatibleWith(output.Shape[..1]))
        {
            throw new ShapeException($"CtcLoss: the target must have shape (batch, labels), the output (batch, steps, classes). Received shapes: {target.Shape}, {output.Shape}.");
        }

        if (targetLength.Rank != 1 || outputLength.Rank != 1)
        {
            throw new ShapeException($"CtcLoss: the lengths must have shape (batch). Received shapes: {targetLength.Shape}, {outputLength.Shape}.");
        }

        output = Promotion.Floating(output);
        if (!output.Shape.IsKnown || !target.Shape.IsKnown)
        {
            return Sum(output, (1, 2));
        }

        (int batch, int labels) = (target.Shape[0], target.Shape[1]);
        int states = Lengths.Of("CtcLoss", (2L * labels) + 1);

        // States alternate between no label and a label: -, a, -, b, -.
        target = Cast(IndexChecks.Whole("CtcLoss", "labels", target), DType.Int32);
        Tensor blank = FullLike(target, maskIndex);
        Tensor path = Concatenate([Reshape(Stack([blank, target], 2), (batch, 2 * labels)), Full((batch, 1), maskIndex, DType.Int32)], 1);
        Tensor log = TakeAlongAxis(LogSoftmax(output, -1), ExpandDims(path, 1), -1, new("CtcLoss", "labels"));

        // A label may follow the label before it at once, if they differ.
        Tensor skips = LogicalAnd(NotEqual(path, maskIndex), NotEqual(path, Shifted(path, 2, maskIndex)));
        Tensor alpha = Where(Less(Arange(states), 2), Step(log, 0), Impossible);
        for (int t = 1; t < output.Shape.At(1); t++)
        {
            Tensor next = Logaddexp(alpha, Shifted(alpha, 1, Impossible));
            next = Where(skips, Logaddexp(next, Shifted(alpha, 2, Impossible)), next) + Step(log, t);
            alpha = Where(ExpandDims(Less(t, outputLength), 1), next, alpha);
        }

        Tensor last = ExpandDims(Cast(targetLength, DType.Int32) * 2, 1);
        Tensor ends = TakeAlongAxis(alpha, Concatenate([last, Maximum(last - 1, 0)], 1), 1);
        Tensor withLabel = Where(Greater(last, 0), SliceAxis(ends, 1, 1, 2), Impossible);
        return -Squeeze(Logaddexp(SliceAxis(ends, 1, 0, 1), withLabel), 1);
    }

    private static Tensor Step(Tensor log, int t) => Squeeze(SliceAxis(log, 1, t, t + 1), 1);

    private static Tensor Shifted(Tensor x, int by, Tensor fill) => SliceAxis(PadWith(x, [0, by], [0, 0], [0, 0], fill), 1, 0, x.Shape[1]);
}

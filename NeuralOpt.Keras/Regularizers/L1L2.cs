namespace NeuralOpt.Keras.Regularizers;

/// <summary>Penalty on absolute values and squares: <c>l1 * sum(|x|) + l2 * sum(x^2)</c>.</summary>
/// <param name="l1">Factor of the absolute values, at least 0; 0 by default.</param>
/// <param name="l2">Factor of the squares, at least 0; 0 by default.</param>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelRegularizer: new L1L2(l1: 1e-5, l2: 1e-4));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/regularizers/#l1l2-class"/>
[KerasName("l1_l2")]
public class L1L2(double l1 = 0.0, double l2 = 0.0) : Regularizer
{
    /// <summary>Factor of the absolute values.</summary>
    public double L1 { get; } = Guard.NotNegative(l1, "L1L2", "l1");

    /// <summary>Factor of the squares.</summary>
    public double L2 { get; } = Guard.NotNegative(l2, "L1L2", "l2");

    /// <inheritdoc/>
    public override Tensor Apply(Tensor x)
        => L2 == 0 ? L1 * Ops.Sum(Ops.Abs(x))
        : L1 == 0 ? L2 * Ops.Sum(Ops.Square(x))
        : (L1 * Ops.Sum(Ops.Abs(x))) + (L2 * Ops.Sum(Ops.Square(x)));
}

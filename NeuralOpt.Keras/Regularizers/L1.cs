namespace NeuralOpt.Keras.Regularizers;

/// <summary>Penalty on absolute values: <c>l1 * sum(|x|)</c>.</summary>
/// <param name="l1">Factor, at least 0; 0.01 by default.</param>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelRegularizer: new L1(0.01));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/regularizers/#l1-class"/>
public class L1(double l1 = 0.01) : Regularizer
{
    /// <summary>The factor.</summary>
    public double Factor => l1;

    // A config reads the property of the argument's name, and no member may be named as its class.
    private double l1 { get; } = Guard.NotNegative(l1, "L1", "l1");

    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => Factor * Ops.Sum(Ops.Abs(x));
}

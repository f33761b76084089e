namespace NeuralOpt.Keras.Regularizers;

/// <summary>Penalty on squares: <c>l2 * sum(x^2)</c>.</summary>
/// <param name="l2">Factor, at least 0; 0.01 by default.</param>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelRegularizer: new L2(0.01));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/regularizers/#l2-class"/>
public class L2(double l2 = 0.01) : Regularizer
{
    /// <summary>The factor.</summary>
    public double Factor => l2;

    // A config reads the property of the argument's name, and no member may be named as its class.
    private double l2 { get; } = Guard.NotNegative(l2, "L2", "l2");

    /// <inheritdoc/>
    public override Tensor Apply(Tensor x) => Factor * Ops.Sum(Ops.Square(x));
}

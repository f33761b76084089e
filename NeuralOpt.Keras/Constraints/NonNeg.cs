namespace NeuralOpt.Keras.Constraints;

/// <summary>No element below 0: those become 0.</summary>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelConstraint: new NonNeg());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/constraints/#nonneg-class"/>
[KerasName("nonneg")]
public class NonNeg : Constraint
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor w) => Ops.Where(Ops.GreaterEqual(w, 0), w, 0);
}

namespace NeuralOpt.Keras.Constraints;

/// <summary>No element below 0: those become 0.</summary>
/// <seealso href="https://keras.io/api/layers/constraints/#nonneg-class"/>
[KerasName("nonneg")]
public sealed class NonNeg : Constraint
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor w) => Ops.Where(Ops.GreaterEqual(w, 0), w, 0);
}

namespace NeuralOpt.Keras.Constraints;

/// <summary>Norms of 1.</summary>
/// <param name="axis">Axes along which the norm is taken; 0 by default: each column of a <c>Dense</c> kernel. <c>(0, 1, 2)</c> suits that of a <c>Conv2D</c>.</param>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelConstraint: new UnitNorm());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/constraints/#unitnorm-class"/>
public class UnitNorm(Axis? axis = null) : Constraint
{
    /// <summary>Axes along which the norm is taken.</summary>
    public Axis Axis { get; } = axis ?? 0;

    /// <inheritdoc/>
    public override Tensor Apply(Tensor w) => w / (Norm.Epsilon + Norm.Of(w, Axis));
}

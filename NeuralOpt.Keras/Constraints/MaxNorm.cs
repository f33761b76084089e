namespace NeuralOpt.Keras.Constraints;

/// <summary>Norms of at most a value: longer vectors are shortened to it.</summary>
/// <param name="maxValue">The maximum norm, at least 0; 2 by default.</param>
/// <param name="axis">Axes along which the norm is taken; 0 by default: each column of a <c>Dense</c> kernel. <c>(0, 1, 2)</c> suits that of a <c>Conv2D</c>.</param>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelConstraint: new MaxNorm(2));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/constraints/#maxnorm-class"/>
public class MaxNorm(double maxValue = 2, Axis? axis = null) : Constraint
{
    /// <summary>The maximum norm.</summary>
    public double MaxValue { get; } = Guard.NotNegative(maxValue, "MaxNorm", "maxValue");

    /// <summary>Axes along which the norm is taken.</summary>
    public Axis Axis { get; } = axis ?? 0;

    /// <inheritdoc/>
    public override Tensor Apply(Tensor w)
    {
        Tensor norms = Norm.Of(w, Axis);
        return w * (Ops.Clip(norms, 0, MaxValue) / (Norm.Epsilon + norms));
    }
}

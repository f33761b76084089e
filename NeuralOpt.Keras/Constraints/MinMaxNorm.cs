namespace NeuralOpt.Keras.Constraints;

/// <summary>Norms between two values, or a part of the way to them.</summary>
/// <param name="minValue">The least norm, at least 0; 0 by default.</param>
/// <param name="maxValue">The maximum norm, at least 0; 1 by default.</param>
/// <param name="rate">How far each update goes: 1 (default) all the way, less a part of it.</param>
/// <param name="axis">Axes along which the norm is taken; 0 by default: each column of a <c>Dense</c> kernel. <c>(0, 1, 2)</c> suits that of a <c>Conv2D</c>.</param>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelConstraint: new MinMaxNorm(0.5, 1.5));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/constraints/#minmaxnorm-class"/>
public class MinMaxNorm(double minValue = 0.0, double maxValue = 1.0, double rate = 1.0, Axis? axis = null) : Constraint
{
    /// <summary>The least norm.</summary>
    public double MinValue { get; } = Guard.NotNegative(minValue, "MinMaxNorm", "minValue");

    /// <summary>The maximum norm.</summary>
    public double MaxValue { get; } = Guard.NotNegative(maxValue, "MinMaxNorm", "maxValue");

    /// <summary>How far each update goes.</summary>
    public double Rate { get; } = Guard.Finite(rate, "MinMaxNorm", "rate");

    /// <summary>Axes along which the norm is taken.</summary>
    public Axis Axis { get; } = axis ?? 0;

    /// <inheritdoc/>
    public override Tensor Apply(Tensor w)
    {
        Tensor norms = Norm.Of(w, Axis);
        Tensor desired = (Rate * Ops.Clip(norms, MinValue, MaxValue)) + ((1 - Rate) * norms);
        return w * (desired / (Norm.Epsilon + norms));
    }
}

using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>Brings each sample to mean 0 and variance 1 over its features: <c>gamma * (x - mean) / sqrt(variance + epsilon) + beta</c>.</summary>
/// <param name="axis">The axes that are normalised; the last by default.</param>
/// <param name="epsilon">Keeps a variance of 0 from dividing; 0.001 by default.</param>
/// <param name="center">Whether an offset, beta, is added; true by default.</param>
/// <param name="scale">Whether the result is scaled by gamma; true by default.</param>
/// <param name="betaInitializer">How beta starts; <c>"zeros"</c> by default.</param>
/// <param name="gammaInitializer">How gamma starts; <c>"ones"</c> by default.</param>
/// <param name="betaRegularizer">Penalty on beta; null for none.</param>
/// <param name="gammaRegularizer">Penalty on gamma; null for none.</param>
/// <param name="betaConstraint">Projection of beta after each update; null for none.</param>
/// <param name="gammaConstraint">Projection of gamma after each update; null for none.</param>
/// <param name="rmsScaling">Whether only the scale is normalised, with the mean left as it is; false by default.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>Weights, of the lengths of the axes: gamma, beta.</remarks>
/// <example>
/// <code>
/// Tensor z = new LayerNormalization(epsilon: 1e-6).Apply(Ops.Ones((2, 10, 64)));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/normalization_layers/layer_normalization/"/>
public class LayerNormalization(
    Axis? axis = null,
    double epsilon = 0.001,
    bool center = true,
    bool scale = true,
    Initializer? betaInitializer = null,
    Initializer? gammaInitializer = null,
    Regularizer? betaRegularizer = null,
    Regularizer? gammaRegularizer = null,
    Constraint? betaConstraint = null,
    Constraint? gammaConstraint = null,
    bool rmsScaling = false,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null)
    : BaseNormalization(
        epsilon, center, scale, betaInitializer, gammaInitializer, betaRegularizer, gammaRegularizer, betaConstraint, gammaConstraint,
        name, trainable, dtype, inputShape)
{
    /// <summary>The axes that are normalised.</summary>
    public IReadOnlyList<int> Axis { get; } = [.. axis ?? -1];

    /// <summary>Whether only the scale is normalised.</summary>
    public bool RmsScaling { get; } = rmsScaling;

    private Axis Axes => Axis.ToArray();

    /// <inheritdoc/>
    public override void Build(Shape inputShape)
    {
        AddScaleAndOffset(Axes.Resolve("LayerNormalization", inputShape.Rank).Select(a => inputShape.At(a)).ToArray());
        base.Build(inputShape);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        if (!RmsScaling)
        {
            return Ops.LayerNormalization(inputs, Gamma?.Value, Beta?.Value, Axes, Epsilon);
        }

        Tensor x = Promotion.Widened(inputs) ?? inputs;
        Tensor y = x * Ops.Rsqrt(Ops.Var(x, Axes, keepdims: true) + Epsilon);
        return Ops.Cast(Gamma is null ? y : y * Ops.Cast(Gamma, y.DType), inputs.DType);
    }
}

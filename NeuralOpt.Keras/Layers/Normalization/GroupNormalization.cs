using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>Brings groups of channels of each sample to mean 0 and variance 1.</summary>
/// <param name="groups">Number of groups into which the channels fall; -1 for one a channel. 32 by default.</param>
/// <param name="axis">The axis of the channels; the last by default.</param>
/// <param name="epsilon">Keeps a variance of 0 from dividing; 0.001 by default.</param>
/// <param name="center">Whether an offset, beta, is added; true by default.</param>
/// <param name="scale">Whether the result is scaled by gamma; true by default.</param>
/// <param name="betaInitializer">How beta starts; <c>"zeros"</c> by default.</param>
/// <param name="gammaInitializer">How gamma starts; <c>"ones"</c> by default.</param>
/// <param name="betaRegularizer">Penalty on beta; null for none.</param>
/// <param name="gammaRegularizer">Penalty on gamma; null for none.</param>
/// <param name="betaConstraint">Projection of beta after each update; null for none.</param>
/// <param name="gammaConstraint">Projection of gamma after each update; null for none.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>The number of channels must be divisible by that of groups. Weights, one number a channel each: gamma, beta.</remarks>
/// <example>
/// <code>
/// Tensor z = new GroupNormalization(groups: 4).Apply(Ops.Ones((2, 8, 8, 16)));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/normalization_layers/group_normalization/"/>
public class GroupNormalization(
    int groups = 32,
    int axis = -1,
    double epsilon = 0.001,
    bool center = true,
    bool scale = true,
    Initializer? betaInitializer = null,
    Initializer? gammaInitializer = null,
    Regularizer? betaRegularizer = null,
    Regularizer? gammaRegularizer = null,
    Constraint? betaConstraint = null,
    Constraint? gammaConstraint = null,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null)
    : BaseNormalization(
        epsilon, center, scale, betaInitializer, gammaInitializer, betaRegularizer, gammaRegularizer, betaConstraint, gammaConstraint,
        name, trainable, dtype, inputShape)
{
    /// <summary>Number of groups into which the channels fall.</summary>
    public int Groups { get; } = groups == -1 ? -1 : Guard.Positive(groups, "GroupNormalization", "groups");

    /// <summary>The axis of the channels.</summary>
    public int Axis { get; } = axis;

    /// <inheritdoc/>
    public override void Build(Shape inputShape)
    {
        int a = Keras.Axis.One("GroupNormalization", Axis, inputShape.Rank);
        if (inputShape.At(a) is { } n && Groups != -1 && n % Groups != 0)
        {
            throw new ShapeException($"the number of channels must be divisible by groups, {Groups}. Received shape: {inputShape}.");
        }

        AddScaleAndOffset(Shape.Of(inputShape.At(a)));
        InputSpecs = [new() { Ndim = inputShape.Rank, Axes = new Dictionary<int, int?> { [a] = inputShape.At(a) } }];
        base.Build(inputShape);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        // (batch, ..., channels) is seen as (batch, ..., groups, channels / groups).
        Tensor x = Ops.Moveaxis(Promotion.Widened(inputs) ?? inputs, Axis, -1);
        int channels = x.Shape[^1];
        int count = Groups == -1 ? channels : Groups;
        Shape grouped = Shape.Of([.. x.Shape[..^1], count, channels / count]);
        Tensor parts = Unfold(x, grouped);
        int[] axes = [.. Enumerable.Range(1, parts.Rank - 1).Where(a => a != parts.Rank - 2)];
        (Tensor mean, Tensor variance) = Ops.Moments(parts, axes, keepdims: true);
        Tensor y = Unfold((parts - mean) * Ops.Rsqrt(variance + Epsilon), x.Shape);
        y = Gamma is null ? y : y * Ops.Cast(Gamma, y.DType);
        y = Beta is null ? y : y + Ops.Cast(Beta, y.DType);
        return Ops.Moveaxis(Ops.Cast(y, inputs.DType), -1, Axis);
    }

    // Only the batch may be unknown in a reshape.
    private static Tensor Unfold(Tensor x, Shape shape) => Ops.Reshape(x, shape);
}

using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>ReLU with a learnt slope below 0: <c>x</c> where <c>x &gt; 0</c>, else <c>alpha * x</c>.</summary>
/// <param name="alphaInitializer">How the slopes start; <c>"zeros"</c> by default.</param>
/// <param name="alphaRegularizer">Penalty on the slopes; null for none.</param>
/// <param name="alphaConstraint">Projection of the slopes after each update; null for none.</param>
/// <param name="sharedAxes">Axes, counted with the batch from 0, along which one slope serves; null for none.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>Weight: alpha, of the input's shape without the batch.</remarks>
/// <example>
/// <code>
/// var model = new Sequential([new Input((8, 8, 4)), new Conv2D(8, 3), new PReLU(sharedAxes: [1, 2])]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/activation_layers/prelu/"/>
public class PReLU(
    Initializer? alphaInitializer = null,
    Regularizer? alphaRegularizer = null,
    Constraint? alphaConstraint = null,
    IReadOnlyList<int>? sharedAxes = null,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    /// <summary>How the slopes start.</summary>
    public Initializer AlphaInitializer { get; } = alphaInitializer ?? "zeros";

    /// <summary>Penalty on the slopes.</summary>
    public Regularizer? AlphaRegularizer { get; } = alphaRegularizer;

    /// <summary>Projection of the slopes after each update.</summary>
    public Constraint? AlphaConstraint { get; } = alphaConstraint;

    /// <summary>Axes along which one slope serves.</summary>
    public IReadOnlyList<int>? SharedAxes { get; } = sharedAxes;

    /// <summary>The slopes; null before the layer is built.</summary>
    public Variable? Alpha { get; private set; }

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    public override void Build(Shape inputShape)
    {
        int?[] slopes = [.. inputShape[1..]];
        foreach (int axis in SharedAxes ?? [])
        {
            slopes[Axis.One("PReLU", axis, inputShape.Rank) - 1] = 1;
        }

        Alpha = AddWeight("alpha", slopes, AlphaInitializer, AlphaRegularizer, AlphaConstraint);
        base.Build(inputShape);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Ops.Relu(inputs) - (Alpha! * Ops.Relu(-inputs));
}

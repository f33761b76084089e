namespace NeuralOpt.Keras.Layers;

/// <summary>Brings the root mean square of each sample's features to 1: <c>scale * x / sqrt(mean(x^2) + epsilon)</c>.</summary>
/// <param name="axis">The axes that are normalised; the last by default.</param>
/// <param name="epsilon">Keeps a mean of 0 from dividing; 1e-6 by default.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>Weight, of the lengths of the axes: scale.</remarks>
/// <example>
/// <code>
/// Tensor z = new RMSNormalization().Apply(Ops.Ones((2, 10, 64)));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/normalization_layers/rms_normalization/"/>
public class RMSNormalization(
    Axis? axis = null,
    double epsilon = 1e-6,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    /// <summary>The axes that are normalised.</summary>
    public IReadOnlyList<int> Axis { get; } = [.. axis ?? -1];

    /// <summary>Keeps a mean of 0 from dividing.</summary>
    public double Epsilon { get; } = Guard.NotNegative(epsilon, "RMSNormalization", "epsilon");

    /// <summary>The scale; null before the layer is built.</summary>
    public Variable? Scale { get; private set; }

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    private Axis Axes => Axis.ToArray();

    /// <inheritdoc/>
    public override void Build(Shape inputShape)
    {
        Scale = AddWeight("scale", Axes.Resolve("RMSNormalization", inputShape.Rank).Select(a => inputShape.At(a)).ToArray(), "ones");
        base.Build(inputShape);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Ops.RmsNormalization(inputs, Scale!, Axes, Epsilon);
}

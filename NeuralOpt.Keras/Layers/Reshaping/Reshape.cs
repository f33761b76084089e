namespace NeuralOpt.Keras.Layers;

/// <summary>Gives the same elements another shape.</summary>
/// <param name="targetShape">The new shape without the batch; one axis may be -1.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// Tensor z = new Reshape((7, 7, -1)).Apply(Ops.Ones((2, 784)));      // (2, 7, 7, 16)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/reshaping_layers/reshape/"/>
public class Reshape(Shape targetShape, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    /// <summary>The new shape without the batch; -1 for what is left.</summary>
    public IReadOnlyList<int> TargetShape { get; } = targetShape.Count(d => d is null) <= 1
        ? [.. targetShape.Select(d => d ?? -1)]
        : throw new KerasArgumentException($"Reshape: targetShape must have at most one axis of -1. Received: {targetShape}.");

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        int?[] target = [.. TargetShape.Select(d => d < 0 ? null : (int?)d)];
        int open = Array.IndexOf(target, null);
        if (ShapeRules.Product(inputs.Shape[1..]) is { } size)
        {
            int rest = Lengths.Product("Reshape", [.. target.Select(static d => d ?? 1)]);
            if (open < 0 ? rest != size : rest == 0 || size % rest != 0)
            {
                throw new ShapeException($"the input must have as many elements as the target shape ({string.Join(", ", TargetShape)}). Received shape: {inputs.Shape}.");
            }

            if (open >= 0)
            {
                target[open] = size / rest;
            }
        }

        return Ops.Reshape(inputs, Shape.Of([inputs.Shape.At(0), .. target]));
    }
}

namespace NeuralOpt.Keras.Layers;

/// <summary>Scalar products of two inputs along an axis of each.</summary>
/// <param name="axes">The axis in both, or one for each; the batch, 0, is none of them.</param>
/// <param name="normalize">Whether vectors are brought to length 1 first, so that the products are cosines; false by default.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <example>
/// <code>
/// Tensor similarity = new Dot(axes: 1, normalize: true).Apply([Ops.Ones((2, 8)), Ops.Ones((2, 8))]);     // (2, 1)
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/merging_layers/dot/"/>
public class Dot(Axis axes, bool normalize = false, string? name = null, bool trainable = true, string? dtype = null)
    : Layer(name, trainable, dtype)
{
    /// <summary>The axis in both, or one for each.</summary>
    public Axis Axes { get; } = axes;

    /// <summary>Whether vectors are brought to length 1 first.</summary>
    public bool Normalize { get; } = normalize;

    private protected override bool TakesSeveral => true;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    public override Tensor? ComputeMask(Tensors inputs, IReadOnlyList<Tensor?> previousMask) => null;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context)
    {
        if (inputs.Count != 2)
        {
            throw new ShapeException($"the layer takes two inputs. Received: {inputs.Count}.");
        }

        (Tensor x, Tensor y) = inputs;
        int[] given = [.. Axes];
        int a = Along(given[0], x);
        int b = Along(given[^1], y);
        if (x.Shape.At(a) is { } n && y.Shape.At(b) is { } m && n != m)
        {
            throw new ShapeException($"the inputs must have equal lengths at axes {a} and {b}. Received shapes: {x.Shape}, {y.Shape}.");
        }

        if (Normalize)
        {
            x = Ops.Normalize(x, a);
            y = Ops.Normalize(y, b);
        }

        // (batch, rest of x, n) times (batch, n, rest of y).
        Tensor left = Ops.Moveaxis(x, a, -1);
        Tensor right = Ops.Moveaxis(y, b, 1);
        Shape rest = left.Shape[1..^1].Concat(right.Shape[2..]);
        Tensor product = Ops.Matmul(
            Ops.Reshape(left, Shape.Of(left.Shape.At(0), ShapeRules.Product(left.Shape[1..^1]), left.Shape.At(^1))),
            Ops.Reshape(right, Shape.Of(right.Shape.At(0), right.Shape.At(1), ShapeRules.Product(right.Shape[2..]))));
        return Ops.Reshape(product, Shape.Of(left.Shape.At(0)).Concat(rest.Rank == 0 ? 1 : rest));
    }

    private static int Along(int axis, Tensor x)
        => Axis.One("Dot", axis, x.Rank) is var a and > 0
            ? a
            : throw new KerasArgumentException($"Dot: axes must not be the batch's. Received: {axis}.");
}

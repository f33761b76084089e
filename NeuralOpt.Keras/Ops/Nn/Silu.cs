namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Swish: <c>x * sigmoid(x)</c>, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#silu-function"/>
    public static Tensor Silu(Tensor x)
    {
        x = Promotion.Floating(x);
        return x * Sigmoid(x);
    }

    /// <summary>Swish; the same as <see cref="Silu"/>.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#silu-function"/>
    public static Tensor Swish(Tensor x) => Silu(x);

    /// <summary>Gated linear unit: one half of an axis times the sigmoid of the other half.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="axis">The axis to halve, of even length.</param>
    /// <returns>The floating-point dtype of <paramref name="x"/>, the axis half as long.</returns>
    /// <exception cref="ShapeException">The axis has an odd length.</exception>
    /// <seealso href="https://keras.io/api/ops/nn/#glu-function"/>
    public static Tensor Glu(Tensor x, int axis = -1)
    {
        x = Promotion.Floating(x);
        int a = Axis.One("Glu", axis, x);
        int length = x.Shape.At(a) is { } n && n % 2 == 0
            ? n
            : throw new ShapeException($"Glu: axis {axis} must have an even length. Received shape: {x.Shape}.");
        return SliceAxis(x, a, 0, length / 2) * Sigmoid(SliceAxis(x, a, length / 2, length));
    }
}

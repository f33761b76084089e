using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Angle in radians between the positive x axis and the point (x2, x1), in [-pi, pi]; element by element, broadcast.</summary>
    /// <param name="x1">The ordinate; integers become float32.</param>
    /// <param name="x2">The abscissa; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, floating point.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#arctan2-function"/>
    public static Tensor Arctan2(Tensor x1, Tensor x2)
    {
        (Tensor a, Tensor b) = Promotion.Common(x1, x2);
        return Op.Apply(new Arctan2Op(), Promotion.Floating(a), Promotion.Floating(b));
    }

    /// <summary>Length of the hypotenuse, <c>sqrt(x1^2 + x2^2)</c> without overflow; element by element, broadcast.</summary>
    /// <param name="x1">One side; integers become float32.</param>
    /// <param name="x2">The other side; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, floating point.</returns>
    /// <remarks>At (0, 0) the gradient is 0.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#hypot-function"/>
    public static Tensor Hypot(Tensor x1, Tensor x2)
    {
        (Tensor a, Tensor b) = Promotion.Common(x1, x2);
        return Op.Apply(new HypotOp(), Promotion.Floating(a), Promotion.Floating(b));
    }

    /// <summary>Radians of an angle in degrees, element by element.</summary>
    /// <param name="x">Degrees; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#deg2rad-function"/>
    public static Tensor Deg2rad(Tensor x) => Promotion.Floating(x) * (Math.PI / 180);

    /// <summary>Degrees of an angle in radians, element by element.</summary>
    /// <param name="x">Radians; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#rad2deg-function"/>
    public static Tensor Rad2deg(Tensor x) => Promotion.Floating(x) * (180 / Math.PI);

    /// <summary>The normalised cardinal sine, <c>sin(pi x) / (pi x)</c>, 1 at 0; element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#sinc-function"/>
    public static Tensor Sinc(Tensor x)
    {
        x = Promotion.Floating(x);
        Tensor zero = Equal(x, 0);
        Tensor angle = Where(zero, 1, x * Math.PI);
        return Where(zero, 1, Sin(angle) / angle);
    }

    private sealed class Arctan2Op() : BinaryOp(BinaryKind.Atan2)
    {
        protected override Tensor?[] Gradient(Tensor dy, Tensor y, Tensor a, Tensor b)
        {
            Tensor d = dy / ((a * a) + (b * b));
            return [d * b, -(d * a)];
        }
    }

    private sealed class HypotOp() : BinaryOp(BinaryKind.Hypot)
    {
        protected override Tensor?[] Gradient(Tensor dy, Tensor y, Tensor a, Tensor b)
        {
            Tensor d = DivideNoNan(dy, y);
            return [d * a, d * b];
        }
    }
}

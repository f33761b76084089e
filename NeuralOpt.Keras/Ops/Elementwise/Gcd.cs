using System.Numerics;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Greatest common divisor, element by element, broadcast.</summary>
    /// <param name="x1">Integers.</param>
    /// <param name="x2">Integers; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#gcd-function"/>
    public static Tensor Gcd(Tensor x1, Tensor x2)
    {
        (Tensor a, Tensor b) = Promotion.Common(Counted(x1), Counted(x2));
        if (a.DType.IsFloating())
        {
            throw NotWhole("Gcd", a.DType);
        }

        Shape shape = ShapeRules.Broadcast(a.Shape, b.Shape)
            ?? throw new ShapeException($"Gcd: shapes must broadcast. Received shapes: {a.Shape}, {b.Shape}.");
        Tensor divisors = Op.Apply(
            new HostOp("Gcd", static x => x[0], static (x, y) => Divisors(x[0].Data<long>(), x[1].Data<long>(), y.Data<long>())),
            BroadcastTo(Cast(a, DType.Int64), shape),
            BroadcastTo(Cast(b, DType.Int64), shape));
        return Cast(divisors, a.DType);
    }

    /// <summary>Least common multiple, element by element, broadcast.</summary>
    /// <param name="x1">Integers.</param>
    /// <param name="x2">Integers; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#lcm-function"/>
    public static Tensor Lcm(Tensor x1, Tensor x2)
        => Abs(FloorDivide(Counted(x1), Maximum(Gcd(x1, x2), 1)) * Counted(x2));

    private static void Divisors(ReadOnlySpan<long> a, ReadOnlySpan<long> b, Span<long> y)
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = (long)BigInteger.GreatestCommonDivisor(a[i], b[i]);
        }
    }
}

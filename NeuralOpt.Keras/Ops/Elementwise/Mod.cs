using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Remainder with the sign of the divisor, as Python's <c>%</c>; element by element, broadcast.</summary>
    /// <param name="x1">The dividend; bools become int32.</param>
    /// <param name="x2">The divisor; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#mod-function"/>
    public static Tensor Mod(Tensor x1, Tensor x2) => BinaryOp.Apply(new ModOp(BinaryKind.Modulo), Counted(x1), Counted(x2));

    /// <summary>Remainder with the sign of the dividend, as C's <c>fmod</c>; element by element, broadcast.</summary>
    /// <param name="x1">The dividend; bools become int32.</param>
    /// <param name="x2">The divisor; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#fmod-function"/>
    public static Tensor Fmod(Tensor x1, Tensor x2) => BinaryOp.Apply(new ModOp(BinaryKind.TruncatedModulo), Counted(x1), Counted(x2));

    /// <summary>Quotient rounded towards negative infinity, as Python's <c>//</c>; element by element, broadcast.</summary>
    /// <param name="x1">The dividend; bools become int32.</param>
    /// <param name="x2">The divisor; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The broadcast shape, the common dtype.</returns>
    /// <remarks>It has no gradient.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#floor_divide-function"/>
    public static Tensor FloorDivide(Tensor x1, Tensor x2)
        => BinaryOp.Apply(new ConstantBinaryOp(BinaryKind.FloorDivide), Counted(x1), Counted(x2));

    private static Tensor Counted(Tensor x, [CallerMemberName] string op = "", [CallerArgumentExpression(nameof(x))] string name = "")
        => Guard.NotNull(x, op, name).DType == DType.Bool ? Cast(x, DType.Int32) : x;

    private sealed class ModOp(BinaryKind kind) : BinaryOp(kind)
    {
        private readonly BinaryKind _kind = kind;

        protected override Tensor?[] Gradient(Tensor dy, Tensor y, Tensor a, Tensor b)
            => [dy, -(dy * (_kind == BinaryKind.Modulo ? Floor(a / b) : Trunc(a / b)))];
    }
}

using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Whether elements are equal, broadcast.</summary>
    /// <param name="x1">Any tensor.</param>
    /// <param name="x2">Any tensor.</param>
    /// <returns>The broadcast shape, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#equal-function"/>
    public static Tensor Equal(Tensor x1, Tensor x2) => Compare(BinaryKind.Equal, x1, x2);

    /// <summary>Whether elements differ, broadcast.</summary>
    /// <param name="x1">Any tensor.</param>
    /// <param name="x2">Any tensor.</param>
    /// <returns>The broadcast shape, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#not_equal-function"/>
    public static Tensor NotEqual(Tensor x1, Tensor x2) => Compare(BinaryKind.NotEqual, x1, x2);

    /// <summary>Whether <c>x1 &lt; x2</c>, element by element, broadcast.</summary>
    /// <param name="x1">Numbers.</param>
    /// <param name="x2">Numbers.</param>
    /// <returns>The broadcast shape, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#less-function"/>
    public static Tensor Less(Tensor x1, Tensor x2) => Compare(BinaryKind.Less, x1, x2);

    /// <summary>Whether <c>x1 &lt;= x2</c>, element by element, broadcast.</summary>
    /// <param name="x1">Numbers.</param>
    /// <param name="x2">Numbers.</param>
    /// <returns>The broadcast shape, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#less_equal-function"/>
    public static Tensor LessEqual(Tensor x1, Tensor x2) => Compare(BinaryKind.LessEqual, x1, x2);

    /// <summary>Whether <c>x1 &gt; x2</c>, element by element, broadcast.</summary>
    /// <param name="x1">Numbers.</param>
    /// <param name="x2">Numbers.</param>
    /// <returns>The broadcast shape, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#greater-function"/>
    public static Tensor Greater(Tensor x1, Tensor x2) => Compare(BinaryKind.Greater, x1, x2);

    /// <summary>Whether <c>x1 &gt;= x2</c>, element by element, broadcast.</summary>
    /// <param name="x1">Numbers.</param>
    /// <param name="x2">Numbers.</param>
    /// <returns>The broadcast shape, bool.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#greater_equal-function"/>
    public static Tensor GreaterEqual(Tensor x1, Tensor x2) => Compare(BinaryKind.GreaterEqual, x1, x2);

    private static Tensor Compare(BinaryKind kind, Tensor x1, Tensor x2)
    {
        (x1, x2) = Promotion.ByValue(x1, x2, kind.ToString());
        return Op.Apply(new ConstantBinaryOp(kind), x1, x2);
    }
}

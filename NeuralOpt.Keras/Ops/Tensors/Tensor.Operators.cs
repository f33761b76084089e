namespace NeuralOpt.Keras;

public partial class Tensor
{
    /// <summary>Sum, broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator +(Tensor a, Tensor b) => Ops.Add(a, b);

    /// <summary>Difference, broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator -(Tensor a, Tensor b) => Ops.Subtract(a, b);

    /// <summary>The other sign.</summary>
    /// <param name="a">Numbers.</param>
    public static Tensor operator -(Tensor a) => Ops.Negative(a);

    /// <summary>Product, element by element, broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator *(Tensor a, Tensor b) => Ops.Multiply(a, b);

    /// <summary>Quotient, element by element, broadcast; floating point as in Python.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator /(Tensor a, Tensor b) => Ops.Divide(a, b);

    /// <summary>Remainder of the division that rounds down, as in Python: it has the sign of <paramref name="b"/>. Broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator %(Tensor a, Tensor b) => Ops.Mod(a, b);

    /// <summary>And: of truth values, or of the bits of integers; broadcast.</summary>
    /// <param name="a">bool or integers.</param>
    /// <param name="b">bool or integers.</param>
    public static Tensor operator &(Tensor a, Tensor b) => AreBool(a, b) ? Ops.LogicalAnd(a, b) : Ops.BitwiseAnd(a, b);

    /// <summary>Or: of truth values, or of the bits of integers; broadcast.</summary>
    /// <param name="a">bool or integers.</param>
    /// <param name="b">bool or integers.</param>
    public static Tensor operator |(Tensor a, Tensor b) => AreBool(a, b) ? Ops.LogicalOr(a, b) : Ops.BitwiseOr(a, b);

    /// <summary>Exclusive or: of truth values, or of the bits of integers; broadcast.</summary>
    /// <param name="a">bool or integers.</param>
    /// <param name="b">bool or integers.</param>
    public static Tensor operator ^(Tensor a, Tensor b) => AreBool(a, b) ? Ops.LogicalXor(a, b) : Ops.BitwiseXor(a, b);

    /// <summary>Whether each element is false or 0.</summary>
    /// <param name="a">bool or numbers.</param>
    public static Tensor operator !(Tensor a) => Ops.LogicalNot(a);

    /// <summary>Not: of truth values, or of the bits of integers.</summary>
    /// <param name="a">bool or integers.</param>
    public static Tensor operator ~(Tensor a) => Guard.NotNull(a, "Tensor").DType == DType.Bool ? Ops.LogicalNot(a) : Ops.BitwiseNot(a);

    /// <summary>Whether <c>a &lt; b</c>, element by element.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator <(Tensor a, Tensor b) => Ops.Less(a, b);

    /// <summary>Whether <c>a &gt; b</c>, element by element.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator >(Tensor a, Tensor b) => Ops.Greater(a, b);

    /// <summary>Whether <c>a &lt;= b</c>, element by element.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator <=(Tensor a, Tensor b) => Ops.LessEqual(a, b);

    /// <summary>Whether <c>a &gt;= b</c>, element by element.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator >=(Tensor a, Tensor b) => Ops.GreaterEqual(a, b);

    private static bool AreBool(Tensor a, Tensor b) => Guard.NotNull(a, "Tensor").DType == DType.Bool && Guard.NotNull(b, "Tensor").DType == DType.Bool;

    /// <summary>Which elements are equal; a test for null is <c>x is null</c>.</summary>
    /// <param name="a">A tensor or a number.</param>
    /// <param name="b">A tensor or a number.</param>
    /// <returns>bool, broadcast; one element that says whether both are null if one is.</returns>
    public static Tensor operator ==(Tensor? a, Tensor? b) => a is null || b is null ? a is null && b is null : Ops.Equal(a, b);

    /// <summary>Which elements differ; a test for null is <c>x is not null</c>.</summary>
    /// <param name="a">A tensor or a number.</param>
    /// <param name="b">A tensor or a number.</param>
    /// <returns>bool, broadcast; one element that says whether one alone is null if one is.</returns>
    public static Tensor operator !=(Tensor? a, Tensor? b) => a is null || b is null ? a is not null || b is not null : Ops.NotEqual(a, b);

    /// <summary>Whether the only element is true, or not 0: <c>if (loss &lt; best)</c>.</summary>
    /// <param name="a">One element; of several, <see cref="Any"/> or <see cref="All"/> say what is meant.</param>
    /// <exception cref="ShapeException">There are several elements.</exception>
    public static bool operator true(Tensor a) => (bool)a;

    /// <summary>Whether the only element is false, or 0.</summary>
    /// <param name="a">One element.</param>
    /// <exception cref="ShapeException">There are several elements.</exception>
    public static bool operator false(Tensor a) => !(bool)a;

    /// <summary>Whether it is the same object; <c>==</c> compares elements.</summary>
    /// <param name="obj">Anything.</param>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras;

/// <content>Every operator that a tensor has, on the value. Two variables go through the first form of each.</content>
public partial class Variable
{
    /// <summary>The other sign.</summary>
    /// <param name="a">Numbers.</param>
    public static Tensor operator -(Variable a) => -(Tensor)a;

    /// <summary>Whether each element is false or 0.</summary>
    /// <param name="a">bool or numbers.</param>
    public static Tensor operator !(Variable a) => !(Tensor)a;

    /// <summary>Not: of truth values, or of the bits of integers.</summary>
    /// <param name="a">bool or integers.</param>
    public static Tensor operator ~(Variable a) => ~(Tensor)a;

    /// <summary>Whether the only element is true, or not 0.</summary>
    /// <param name="a">One element.</param>
    public static bool operator true(Variable a) => (bool)(Tensor)a;

    /// <summary>Whether the only element is false, or 0.</summary>
    /// <param name="a">One element.</param>
    public static bool operator false(Variable a) => !(bool)(Tensor)a;

    /// <summary>Sum, broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor operator +(Variable a, Tensor b) => (Tensor)a + b;

    /// <summary>Sum, broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator +(Tensor a, Variable b) => a + (Tensor)b;

    /// <summary>Difference, broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor operator -(Variable a, Tensor b) => (Tensor)a - b;

    /// <summary>Difference, broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator -(Tensor a, Variable b) => a - (Tensor)b;

    /// <summary>Product, element by element, broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor operator *(Variable a, Tensor b) => (Tensor)a * b;

    /// <summary>Product, element by element, broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator *(Tensor a, Variable b) => a * (Tensor)b;

    /// <summary>Quotient, element by element, broadcast; floating point as in Python.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor operator /(Variable a, Tensor b) => (Tensor)a / b;

    /// <summary>Quotient, element by element, broadcast; floating point as in Python.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator /(Tensor a, Variable b) => a / (Tensor)b;

    /// <summary>Remainder of the division that rounds down, as in Python. Broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor operator %(Variable a, Tensor b) => (Tensor)a % b;

    /// <summary>Remainder of the division that rounds down, as in Python. Broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator %(Tensor a, Variable b) => a % (Tensor)b;

    /// <summary>And: of truth values, or of the bits of integers; broadcast.</summary>
    /// <param name="a">bool or integers.</param>
    /// <param name="b">bool or integers.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor operator &(Variable a, Tensor b) => (Tensor)a & b;

    /// <summary>And: of truth values, or of the bits of integers; broadcast.</summary>
    /// <param name="a">bool or integers.</param>
    /// <param name="b">bool or integers.</param>
    public static Tensor operator &(Tensor a, Variable b) => a & (Tensor)b;

    /// <summary>Or: of truth values, or of the bits of integers; broadcast.</summary>
    /// <param name="a">bool or integers.</param>
    /// <param name="b">bool or integers.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor operator |(Variable a, Tensor b) => (Tensor)a | b;

    /// <summary>Or: of truth values, or of the bits of integers; broadcast.</summary>
    /// <param name="a">bool or integers.</param>
    /// <param name="b">bool or integers.</param>
    public static Tensor operator |(Tensor a, Variable b) => a | (Tensor)b;

    /// <summary>Exclusive or: of truth values, or of the bits of integers; broadcast.</summary>
    /// <param name="a">bool or integers.</param>
    /// <param name="b">bool or integers.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor operator ^(Variable a, Tensor b) => (Tensor)a ^ b;

    /// <summary>Exclusive or: of truth values, or of the bits of integers; broadcast.</summary>
    /// <param name="a">bool or integers.</param>
    /// <param name="b">bool or integers.</param>
    public static Tensor operator ^(Tensor a, Variable b) => a ^ (Tensor)b;

    /// <summary>Whether <c>a &lt; b</c>, element by element.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor operator <(Variable a, Tensor b) => (Tensor)a < b;

    /// <summary>Whether <c>a &lt; b</c>, element by element.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator <(Tensor a, Variable b) => a < (Tensor)b;

    /// <summary>Whether <c>a &gt; b</c>, element by element.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor operator >(Variable a, Tensor b) => (Tensor)a > b;

    /// <summary>Whether <c>a &gt; b</c>, element by element.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator >(Tensor a, Variable b) => a > (Tensor)b;

    /// <summary>Whether <c>a &lt;= b</c>, element by element.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor operator <=(Variable a, Tensor b) => (Tensor)a <= b;

    /// <summary>Whether <c>a &lt;= b</c>, element by element.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator <=(Tensor a, Variable b) => a <= (Tensor)b;

    /// <summary>Whether <c>a &gt;= b</c>, element by element.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor operator >=(Variable a, Tensor b) => (Tensor)a >= b;

    /// <summary>Whether <c>a &gt;= b</c>, element by element.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator >=(Tensor a, Variable b) => a >= (Tensor)b;

    /// <summary>Which elements are equal; a test for null is <c>v is null</c>.</summary>
    /// <param name="a">A variable, a tensor or a number.</param>
    /// <param name="b">A variable, a tensor or a number.</param>
    /// <returns>bool, broadcast.</returns>
    [OverloadResolutionPriority(1)]
    public static Tensor operator ==(Variable? a, Tensor? b) => (Tensor?)a == b;

    /// <summary>Which elements are equal; a test for null is <c>v is null</c>.</summary>
    /// <param name="a">A variable, a tensor or a number.</param>
    /// <param name="b">A variable, a tensor or a number.</param>
    /// <returns>bool, broadcast.</returns>
    public static Tensor operator ==(Tensor? a, Variable? b) => a == (Tensor?)b;

    /// <summary>Which elements differ; a test for null is <c>v is not null</c>.</summary>
    /// <param name="a">A variable, a tensor or a number.</param>
    /// <param name="b">A variable, a tensor or a number.</param>
    /// <returns>bool, broadcast.</returns>
    [OverloadResolutionPriority(1)]
    public static Tensor operator !=(Variable? a, Tensor? b) => (Tensor?)a != b;

    /// <summary>Which elements differ; a test for null is <c>v is not null</c>.</summary>
    /// <param name="a">A variable, a tensor or a number.</param>
    /// <param name="b">A variable, a tensor or a number.</param>
    /// <returns>bool, broadcast.</returns>
    public static Tensor operator !=(Tensor? a, Variable? b) => a != (Tensor?)b;

    /// <summary>Whether it is the same object; <c>==</c> compares elements.</summary>
    /// <param name="obj">Anything.</param>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

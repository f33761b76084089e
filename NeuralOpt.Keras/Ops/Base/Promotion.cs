using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras;

/// <summary>Brings the inputs of one op to a common dtype, as Keras does; bare C# numbers follow the tensors they meet.</summary>
internal static class Promotion
{
    /// <summary>Both in their common dtype; names of op and arguments, for messages, are those of the caller unless they are given.</summary>
    internal static (Tensor A, Tensor B) Common(
        Tensor a,
        Tensor b,
        [CallerMemberName] string op = "",
        [CallerArgumentExpression(nameof(a))] string nameA = "",
        [CallerArgumentExpression(nameof(b))] string nameB = "")
    {
        if (Guard.NotNull(a, op, nameA).DType == Guard.NotNull(b, op, nameB).DType && a.Weak is null && b.Weak is null)
        {
            return (a, b);
        }

        DType dtype = Of([a, b]);
        return (To(a, dtype, op), To(b, dtype, op));
    }

    /// <summary>
    /// Both in a dtype in which a question about them has its true answer: a bare number that the other's dtype cannot hold is compared
    /// by value.
    /// </summary>
    internal static (Tensor A, Tensor B) ByValue(
        Tensor a,
        Tensor b,
        [CallerMemberName] string op = "",
        [CallerArgumentExpression(nameof(a))] string nameA = "",
        [CallerArgumentExpression(nameof(b))] string nameB = "")
    {
        if ((Guard.NotNull(a, op, nameA).Weak ?? Guard.NotNull(b, op, nameB).Weak) is not null && Of([a, b]) is var dtype && !(Fits(a, dtype) && Fits(b, dtype)))
        {
            DType wide = dtype.IsFloating() ? DType.Float64 : DType.Int64;
            return (Ops.Cast(a, wide), Ops.Cast(b, wide));
        }

        return Common(a, b, op, nameA, nameB);
    }

    /// <summary>All in their common dtype.</summary>
    internal static Tensor[] Common(IReadOnlyList<Tensor> x, [CallerMemberName] string op = "", [CallerArgumentExpression(nameof(x))] string name = "")
    {
        DType dtype = Of(Guard.NoNulls(x, op, name));
        return [.. x.Select(t => To(t, dtype, op))];
    }

    /// <summary>The dtype in which all meet.</summary>
    internal static DType Of(IReadOnlyList<Tensor> x) => Of([.. x]);

    /// <summary>The dtype in which all meet.</summary>
    internal static DType Of(ReadOnlySpan<Tensor> x)
    {
        DType? strong = null;
        foreach (Tensor t in x)
        {
            if (t.Weak is null)
            {
                strong = strong is { } s ? DTypes.Promote(s, t.DType) : t.DType;
            }
        }

        if (strong is not { } dtype)
        {
            DType weak = x[0].DType;
            foreach (Tensor t in x[1..])
            {
                weak = DTypes.Promote(weak, t.DType);
            }

            return weak;
        }

        foreach (Tensor t in x)
        {
            if (t.Weak is not null)
            {
                // A bare number changes the kind (bool, integer, float), never the width.
                dtype = t.DType.IsFloating() && !dtype.IsFloating() ? DType.Float32
                    : dtype == DType.Bool ? t.DType
                    : dtype;
            }
        }

        return dtype;
    }

    /// <summary>Integers and bools become float32; floating-point tensors stay.</summary>
    internal static Tensor Floating(Tensor x, [CallerMemberName] string op = "", [CallerArgumentExpression(nameof(x))] string name = "")
        => Guard.NotNull(x, op, name).DType.IsFloating() ? x : Ops.Cast(x, DType.Float32);

    /// <summary>float32 of a float16 tensor whose sums would overflow or lose digits; null for every other dtype. The result is cast back.</summary>
    internal static Tensor? Widened(Tensor x) => x.DType == DType.Float16 ? Ops.Cast(x, DType.Float32) : null;

    /// <summary>A tensor in a dtype; a bare number must be one that the dtype can hold.</summary>
    internal static Tensor To(Tensor t, DType dtype, string op)
        => t.Weak is not { } value ? Ops.Cast(t, dtype)
            : dtype.Holds(value) ? Tensor.ScalarOf(value, dtype)
            : throw new KerasArgumentOutOfRangeException(
                FormattableString.Invariant($"{op}: a number that becomes {dtype.Name()} must be between {dtype.Limits().Least} and {dtype.Limits().Greatest}. Received: {value}."));

    // Also of floating-point numbers: a finite one must not become infinite.
    private static bool Fits(Tensor t, DType dtype)
        => t.Weak is not { } value
            || (dtype.Holds(value) && (!dtype.IsFloating() || !double.IsFinite(value) || Math.Abs(value) <= dtype.Limits().Greatest));
}

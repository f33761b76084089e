namespace NeuralOpt.Keras;

/// <summary>Brings the inputs of one op to a common dtype, as Keras does; bare C# numbers follow the tensors they meet.</summary>
internal static class Promotion
{
    internal static (Tensor A, Tensor B) Common(Tensor a, Tensor b)
    {
        if (a.DType == b.DType && a.Weak is null && b.Weak is null)
        {
            return (a, b);
        }

        DType dtype = Of([a, b]);
        return (To(a, dtype), To(b, dtype));
    }

    internal static Tensor[] Common(IReadOnlyList<Tensor> x)
    {
        DType dtype = Of(x);
        return [.. x.Select(t => To(t, dtype))];
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
    internal static Tensor Floating(Tensor x) => x.DType.IsFloating() ? x : Ops.Cast(x, DType.Float32);

    private static Tensor To(Tensor t, DType dtype)
        => t.Weak is { } value ? Tensor.ScalarOf(value, dtype) : Ops.Cast(t, dtype);
}

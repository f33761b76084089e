using System.Numerics;
using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>Checks of numbers that stand for places or classes: of values at once, in a compiled step when it runs.</summary>
internal static class IndexChecks
{
    /// <summary>The same numbers as int32 or int64; a fraction, NaN and infinity are refused.</summary>
    /// <param name="place">Who takes them.</param>
    /// <param name="what">What they are called there.</param>
    /// <param name="x">Numbers of any dtype.</param>
    internal static Tensor Whole(string place, string what, Tensor x) => x.DType switch
    {
        DType.Int32 or DType.Int64 => x,
        DType.UInt32 => Ops.Cast(x, DType.Int64),
        DType.Float32 or DType.Float64 when x is TracedTensor => Traced(place, what, x),
        DType.Float32 or DType.Float64 or DType.Float16 => Op.Apply(
            new HostOp($"Whole numbers of {place}", static s => s[0] with { DType = DType.Int64 }, (s, y) => Convert(place, what, s[0], y.Data<long>())), x),
        _ => Ops.Cast(x, DType.Int32),
    };

    // In a compiled step the numbers stay in its memory, and the host sees one of them: the largest that is not whole, if any is.
    // -infinity, which stands for none, is no place either, and is refused as one.
    private static Tensor Traced(string place, string what, Tensor x)
    {
        Tensor whole = Ops.Cast(x, DType.Int64);
        Tensor odd = Ops.Max(Ops.Where(Ops.NotEqual(Ops.Cast(whole, x.DType), x), x, double.NegativeInfinity), initial: double.NegativeInfinity);
        Tensor zero = Op.Apply(
            new HostOp($"Whole numbers of {place}", static s => s[0] with { DType = DType.Int64 }, (s, y) =>
            {
                double value = s[0].ReadDouble(0);
                y.Data<long>()[0] = double.IsNegativeInfinity(value) ? 0 : throw NotWhole(place, what, value);
            }),
            odd);
        return Ops.Add(whole, zero);
    }

    private static KerasArgumentOutOfRangeException NotWhole(string place, string what, double value)
        => new(FormattableString.Invariant($"{place}: {what} must be whole numbers. Received: {value}."));

    /// <summary>The same whole numbers, of which each is checked to be a place of an axis of that length.</summary>
    internal static Tensor Within(Tensor indices, int length, IndexRule rule)
        => Ops.Look(Ops.Arange(length, dtype: indices.DType), indices, 0, rule);

    /// <summary>The same whole numbers, checked as by <see cref="Within"/> without a table of them.</summary>
    internal static Tensor Below(Tensor indices, int length, IndexRule rule)
        => Op.Apply(new HostOp($"Indices of {rule.Place} below {length}", static s => s[0], (s, y) =>
        {
            for (int i = 0; i < y.Size; i++)
            {
                double index = s[0].ReadDouble(i);
                y.WriteDouble(i, index >= 0 && index < length ? index : throw rule.Refuse((long)index, length));
            }
        }), indices);

    /// <summary>Throws where a number with a value is no whole one.</summary>
    internal static void RequireWhole(string place, string what, Tensor x)
    {
        if (x.IsConcrete && x.DType.IsFloating())
        {
            Whole(place, what, x);
        }
    }

    private static void Convert(string place, string what, Tensor x, Span<long> y)
    {
        int first = x.DType switch
        {
            DType.Float32 => Convert(x.Data<float>(), y),
            DType.Float64 => Convert(x.Data<double>(), y),
            _ => Convert(x.Data<Half>(), y),
        };
        if (first >= 0)
        {
            throw NotWhole(place, what, x.ReadDouble(first));
        }

        GC.KeepAlive(x);
    }

    /// <summary>Whole numbers as such; the place of the first that is none, -1 if all are. NaN and infinities do not come back equal.</summary>
    private static int Convert<T>(ReadOnlySpan<T> x, Span<long> y) where T : unmanaged, INumberBase<T>
    {
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = long.CreateSaturating(x[i]);
            if (T.CreateSaturating(y[i]) != x[i])
            {
                return i;
            }
        }

        return -1;
    }
}

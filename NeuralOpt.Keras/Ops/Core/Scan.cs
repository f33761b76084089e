namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Carries a value along the slices of a tensor.</summary>
    /// <param name="f">The next value and a result, from the value so far and a slice.</param>
    /// <param name="init">The first value.</param>
    /// <param name="xs">(n, ...), the slices; null for none: <paramref name="f"/> then gets null for a slice, <paramref name="length"/> times.</param>
    /// <param name="length">Number of slices; needed where there are none.</param>
    /// <param name="reverse">Whether to begin at the last slice.</param>
    /// <param name="unroll">How many steps a compiled loop takes at once; at least 1. Here all are written out, so it changes nothing.</param>
    /// <returns>The last value, and (n, ...) the results, each at the place of its slice.</returns>
    /// <exception cref="ArgumentException">Neither slices nor a length are given, or the length is another than theirs.</exception>
    /// <seealso href="https://keras.io/api/ops/core/#scan-function"/>
    public static (Tensor Carry, Tensor Ys) Scan(
        Func<Tensor, Tensor, (Tensor Carry, Tensor Y)> f, Tensor init, Tensor? xs = null, int? length = null, bool reverse = false, int unroll = 1)
    {
        Guard.NotNull(f);
        Guard.NotNull(init);
        Guard.AtLeast(1, unroll, "Scan", "unroll");
        if ((xs is null && length is null or < 1) || (xs is not null && length is { } n && n != xs.Length))
        {
            throw new KerasArgumentException(xs is null
                ? $"Scan: length must be at least 1 where there are no xs. Received: {length?.ToString() ?? "null"}."
                : $"Scan: length must be that of xs, {xs.Length}. Received: {length}.");
        }

        Tensor[] slices = xs is null ? HostMemory.Array<Tensor>(length!.Value, "Scan") : Unstack(xs);
        Tensor[] results = new Tensor[slices.Length];
        for (int i = 0; i < slices.Length; i++)
        {
            int at = reverse ? slices.Length - 1 - i : i;
            (init, results[at]) = f(init, slices[at]);
        }

        return (init, Stack(results));
    }

    /// <summary>Joins the slices of a tensor from the first up to each.</summary>
    /// <param name="f">Joins two slices; <c>f(f(a, b), c)</c> must be <c>f(a, f(b, c))</c>.</param>
    /// <param name="elems">The slices.</param>
    /// <param name="reverse">Whether to begin at the last slice.</param>
    /// <param name="axis">The axis of the slices.</param>
    /// <returns>Shape and dtype of <paramref name="elems"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/core/#associative_scan-function"/>
    public static Tensor AssociativeScan(Func<Tensor, Tensor, Tensor> f, Tensor elems, bool reverse = false, int axis = 0)
    {
        Guard.NotNull(f);
        Tensor[] slices = Unstack(elems, axis: axis);
        if (reverse)
        {
            System.Array.Reverse(slices);
        }

        for (int i = 1; i < slices.Length; i++)
        {
            slices[i] = f(slices[i - 1], slices[i]);
        }

        if (reverse)
        {
            System.Array.Reverse(slices);
        }

        return Stack(slices, axis);
    }

    /// <summary>Applies a function to each slice of the first axis.</summary>
    /// <param name="f">What to do with a slice.</param>
    /// <param name="xs">(n, ...), the slices.</param>
    /// <returns>(n, ...), the results.</returns>
    /// <seealso href="https://keras.io/api/ops/core/#map-function"/>
    public static Tensor Map(Func<Tensor, Tensor> f, Tensor xs) => Stack([.. Unstack(xs).Select(Guard.NotNull(f))]);

    /// <summary>Applies a function to each slice of the first axis; the same as <see cref="Map"/>.</summary>
    /// <param name="function">What to do with a slice.</param>
    /// <param name="elements">(n, ...), the slices.</param>
    /// <returns>(n, ...), the results.</returns>
    /// <seealso href="https://keras.io/api/ops/core/#vectorized_map-function"/>
    public static Tensor VectorizedMap(Func<Tensor, Tensor> function, Tensor elements) => Map(function, elements);
}

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>The coordinates of every point of a grid.</summary>
    /// <param name="x">The coordinates along each axis, (n) each.</param>
    /// <returns>For each axis its coordinate at every point; the first two axes are (y, x).</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#meshgrid-function"/>
    public static Tensor[] Meshgrid(params Tensor[] x) => Meshgrid(x, "xy");

    /// <summary>The coordinates of every point of a grid.</summary>
    /// <param name="x">The coordinates along each axis, (n) each.</param>
    /// <param name="indexing"><c>"xy"</c> for first axes (y, x), <c>"ij"</c> for axes in the given order.</param>
    /// <returns>For each axis its coordinate at every point.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#meshgrid-function"/>
    public static Tensor[] Meshgrid(IReadOnlyList<Tensor> x, string indexing)
    {
        if (indexing is not ("xy" or "ij"))
        {
            throw new KerasArgumentException($"Meshgrid: indexing must be 'xy' or 'ij'. Received: '{indexing}'.");
        }

        Tensor[] lines = [.. Guard.NoNulls(x).Select(Ravel)];
        Shape grid = lines.Select(t => t.Shape.At(0)).ToArray();
        bool swap = indexing == "xy" && lines.Length > 1;
        return [.. lines.Select((t, i) =>
        {
            Shape line = Shape.Of(Enumerable.Repeat(1, lines.Length)).With(i, t.Shape.At(0));
            Tensor full = BroadcastTo(Reshape(t, line), grid);
            return swap ? Swapaxes(full, 0, 1) : full;
        })];
    }

    /// <summary>The powers of each element of a vector.</summary>
    /// <param name="x">(n).</param>
    /// <param name="n">Number of powers; null for as many as elements.</param>
    /// <param name="increasing">Whether the powers ascend from 0; else they descend to 0.</param>
    /// <returns>(length, n), the dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#vander-function"/>
    public static Tensor Vander(Tensor x, int? n = null, bool increasing = false)
    {
        if (Guard.NotNull(x).Rank != 1)
        {
            throw new ShapeException($"Vander: x must have one axis. Received shape: {x.Shape}.");
        }

        int count = n ?? KnownLength("Vander", x, 0);
        HostMemory.Claim(HostMemory.Bytes(count, x.Shape.IsKnown ? x.Size * x.DType.Size() : 1), "Vander");
        List<Tensor> powers = [];
        for (int i = 0; i < count; i++)
        {
            powers.Add(i == 0 ? OnesLike(x) : i == 1 ? x : Multiply(powers[^1], x));
        }

        if (!increasing)
        {
            powers.Reverse();
        }

        return count == 0 ? Zeros(Shape.Of(x.Shape.At(0), 0), x.DType) : Stack(powers, -1);
    }
}

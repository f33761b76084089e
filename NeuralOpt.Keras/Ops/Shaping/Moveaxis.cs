namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Moves axes to other places; the rest keep their order.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="source">The axes to move.</param>
    /// <param name="destination">Where each goes.</param>
    /// <returns>The dtype of <paramref name="x"/>, its axes reordered.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#moveaxis-function"/>
    public static Tensor Moveaxis(Tensor x, Axis source, Axis destination)
    {
        int[] from = [.. source.Select(a => Axis.One("Moveaxis", a, x))];
        int[] to = [.. destination.Select(a => Axis.One("Moveaxis", a, x))];
        if (from.Length != to.Length || from.Distinct().Count() != from.Length || to.Distinct().Count() != to.Length)
        {
            throw new KerasArgumentException($"Moveaxis: source and destination must name as many axes, each once. Received: {source} and {destination}.");
        }

        List<int> order = [.. Enumerable.Range(0, x.Rank).Except(from)];
        foreach ((int place, int axis) in to.Zip(from).OrderBy(p => p.First))
        {
            order.Insert(place, axis);
        }

        return Transpose(x, order.ToArray());
    }

    /// <summary>Exchanges two axes.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="axis1">One axis.</param>
    /// <param name="axis2">The other axis.</param>
    /// <returns>The dtype of <paramref name="x"/>, both lengths exchanged.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#swapaxes-function"/>
    public static Tensor Swapaxes(Tensor x, int axis1, int axis2)
    {
        int[] order = [.. Enumerable.Range(0, Guard.NotNull(x).Rank)];
        (int a, int b) = (Axis.One("Swapaxes", axis1, x), Axis.One("Swapaxes", axis2, x));
        (order[a], order[b]) = (b, a);
        return Transpose(x, order);
    }
}

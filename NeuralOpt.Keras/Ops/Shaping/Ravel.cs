namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>All elements in one axis, in row-major order.</summary>
    /// <param name="x">Any tensor.</param>
    /// <returns>(size), the dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#ravel-function"/>
    public static Tensor Ravel(Tensor x) => Reshape(x, -1);

    /// <summary>One tensor after another.</summary>
    /// <param name="x1">The first.</param>
    /// <param name="x2">The second, equal but for the length of the axis.</param>
    /// <param name="axis">The axis; null flattens both.</param>
    /// <returns>The common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#append-function"/>
    public static Tensor Append(Tensor x1, Tensor x2, int? axis = null)
        => axis is { } a ? Concatenate([x1, x2], a) : Concatenate([Ravel(x1), Ravel(x2)]);

    /// <summary>Tensors beside one another: joined along the second axis, vectors along the first.</summary>
    /// <param name="xs">Tensors equal in the other axes.</param>
    /// <returns>The common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#hstack-function"/>
    public static Tensor Hstack(IReadOnlyList<Tensor> xs)
    {
        Tensor[] joined = [.. Guard.NoNulls(xs).Select(t => t.Rank == 0 ? Reshape(t, 1) : t)];
        return Concatenate(joined, joined.Length > 0 && joined[0].Rank == 1 ? 0 : 1);
    }

    /// <summary>Tensors below one another: joined along the first axis, vectors as rows.</summary>
    /// <param name="xs">Tensors equal in the other axes.</param>
    /// <returns>The common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#vstack-function"/>
    public static Tensor Vstack(IReadOnlyList<Tensor> xs) => Concatenate([.. Guard.NoNulls(xs).Select(AtLeast2D)], 0);

    /// <summary>Tensors behind one another: joined along the third axis.</summary>
    /// <param name="xs">Tensors equal in the other axes.</param>
    /// <returns>The common dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#dstack-function"/>
    public static Tensor Dstack(IReadOnlyList<Tensor> xs)
        => Concatenate([.. Guard.NoNulls(xs).Select(t => t.Rank > 2 ? t : ExpandDims(AtLeast2D(t), -1))], 2);

    private static Tensor AtLeast2D(Tensor t) => t.Rank switch
    {
        0 => Reshape(t, (1, 1)),
        1 => ExpandDims(t, 0),
        _ => t,
    };
}

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Dot product: the sum over the last axis of x1 and the last but one of x2, or its only one.</summary>
    /// <param name="x1">Any rank; a scalar multiplies.</param>
    /// <param name="x2">Any rank; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The remaining axes of both; the common dtype, int32 for int8.</returns>
    /// <exception cref="ShapeException">Those axes are not equally long.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#dot-function"/>
    public static Tensor Dot(Tensor x1, Tensor x2)
        => Guard.NotNull(x1).Rank == 0 | Guard.NotNull(x2).Rank == 0 ? Multiply(x1, x2)
            : x2.Rank <= 2 ? Matmul(x1, x2)
            : Contracted("Dot", x1, x2, [x1.Rank - 1], [x2.Rank - 2]);

    /// <summary>The sum over the last axes of x1 and the first of x2, as many as asked for.</summary>
    /// <param name="x1">Any rank.</param>
    /// <param name="x2">Any rank; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <param name="axes">How many axes; 2 by default.</param>
    /// <returns>The remaining axes of both; the common dtype, int32 for int8.</returns>
    /// <exception cref="ShapeException">Those axes are not equally long.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#tensordot-function"/>
    public static Tensor Tensordot(Tensor x1, Tensor x2, int axes = 2)
        => axes <= Math.Min(Guard.NotNull(x1).Rank, Guard.NotNull(x2).Rank) && axes >= 0
            ? Contracted("Tensordot", x1, x2, [.. Enumerable.Range(x1.Rank - axes, axes)], [.. Enumerable.Range(0, axes)])
            : throw new KerasArgumentException($"Tensordot: axes must be between 0 and the rank of both. Received: {axes} for shapes {x1.Shape}, {x2.Shape}.");

    /// <summary>The sum over pairs of axes.</summary>
    /// <param name="x1">Any rank.</param>
    /// <param name="x2">Any rank; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <param name="axes">Two lists: axes of x1, and those of x2 that go with them.</param>
    /// <returns>The remaining axes of both; the common dtype, int32 for int8.</returns>
    /// <exception cref="ShapeException">Those axes are not equally long.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#tensordot-function"/>
    public static Tensor Tensordot(Tensor x1, Tensor x2, int[][] axes)
        => Guard.NoNulls(axes).Count == 2 && axes[0].Length == axes[1].Length
            ? Contracted(
                "Tensordot",
                x1,
                x2,
                [.. axes[0].Select(a => Axis.One("Tensordot", a, x1))],
                [.. axes[1].Select(a => Axis.One("Tensordot", a, x2))])
            : throw new KerasArgumentException($"Tensordot: axes must be two lists of one length. Received: {axes.Length} lists.");

    /// <summary>The sum over the last axes of both.</summary>
    /// <param name="x1">Any rank; a scalar multiplies.</param>
    /// <param name="x2">Any rank; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>The remaining axes of both; the common dtype, int32 for int8.</returns>
    /// <exception cref="ShapeException">The last axes are not equally long.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#inner-function"/>
    public static Tensor Inner(Tensor x1, Tensor x2)
        => Guard.NotNull(x1).Rank == 0 | Guard.NotNull(x2).Rank == 0 ? Multiply(x1, x2) : Contracted("Inner", x1, x2, [x1.Rank - 1], [x2.Rank - 1]);

    /// <summary>The sum of the products of all elements, both flattened.</summary>
    /// <param name="x1">Any rank.</param>
    /// <param name="x2">As many elements; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>A scalar.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#vdot-function"/>
    public static Tensor Vdot(Tensor x1, Tensor x2) => Matmul(Reshape(x1, -1), Reshape(x2, -1));

    /// <summary>All products of an element of x1 and one of x2, both flattened.</summary>
    /// <param name="x1">Any rank.</param>
    /// <param name="x2">Any rank; brought to a common dtype with <paramref name="x1"/>.</param>
    /// <returns>(size of x1, size of x2).</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#outer-function"/>
    public static Tensor Outer(Tensor x1, Tensor x2) => Multiply(Reshape(x1, (-1, 1)), Reshape(x2, (1, -1)));

    // As one matrix product: the free axes of each side become one, the summed axes another.
    private static Tensor Contracted(string op, Tensor x1, Tensor x2, int[] axes1, int[] axes2)
    {
        if (axes1.Zip(axes2).Any(p => x1.Shape.At(p.First) is { } m && x2.Shape.At(p.Second) is { } n && m != n))
        {
            throw new ShapeException($"{op}: the axes summed over must be equally long, ({string.Join(", ", axes1)}) of x1 and ({string.Join(", ", axes2)}) of x2. Received shapes: {x1.Shape}, {x2.Shape}.");
        }

        (x1, x2) = Factors(x1, x2, op);
        int[] free1 = [.. Enumerable.Range(0, x1.Rank).Except(axes1)];
        int[] free2 = [.. Enumerable.Range(0, x2.Rank).Except(axes2)];
        int? inner = ShapeRules.Product(axes1.Zip(axes2).Select(p => x1.Shape.At(p.First) ?? x2.Shape.At(p.Second)));
        int? rows = ShapeRules.Product(free1.Select(a => x1.Shape.At(a)));
        int? columns = ShapeRules.Product(free2.Select(a => x2.Shape.At(a)));
        Tensor a = Reshape(Transpose(x1, (int[])[.. free1, .. axes1]), Shape.Of(rows, inner));
        Tensor b = Reshape(Transpose(x2, (int[])[.. axes2, .. free2]), Shape.Of(inner, columns));
        Shape result = free1.Select(i => x1.Shape.At(i)).Concat(free2.Select(i => x2.Shape.At(i))).ToArray();
        return Reshape(MatrixProduct(a, b), result);
    }
}

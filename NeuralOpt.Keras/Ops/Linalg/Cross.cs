namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Cross product of vectors of length 3, or of 2 (the third component is then 0).</summary>
    /// <param name="x1">Vectors along <paramref name="axisa"/>.</param>
    /// <param name="x2">Vectors along <paramref name="axisb"/>; the other axes broadcast.</param>
    /// <param name="axisa">The vectors' axis in x1; the last by default.</param>
    /// <param name="axisb">The vectors' axis in x2; the last by default.</param>
    /// <param name="axisc">The vectors' axis in the result; the last by default.</param>
    /// <param name="axis">One axis in place of all three.</param>
    /// <returns>Vectors of length 3; a scalar for each pair when both have length 2.</returns>
    /// <exception cref="ShapeException">The vectors' axis has another length.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#cross-function"/>
    public static Tensor Cross(Tensor x1, Tensor x2, int axisa = -1, int axisb = -1, int axisc = -1, int? axis = null)
    {
        (Tensor a, Tensor b) = Promotion.Common(Moveaxis(x1, axis ?? axisa, -1), Moveaxis(x2, axis ?? axisb, -1));
        if (a.Shape.At(^1) is not (2 or 3) || b.Shape.At(^1) is not (2 or 3))
        {
            throw new ShapeException($"Cross: vectors must have 2 or 3 components. Received shapes: {x1.Shape}, {x2.Shape}.");
        }

        Tensor z = (Component(a, 0) * Component(b, 1)) - (Component(a, 1) * Component(b, 0));
        if (a.Shape.At(^1) == 2 && b.Shape.At(^1) == 2)
        {
            return z;
        }

        Tensor x = (Component(a, 1) * Component(b, 2)) - (Component(a, 2) * Component(b, 1));
        Tensor y = (Component(a, 2) * Component(b, 0)) - (Component(a, 0) * Component(b, 2));
        return Stack([x, y, z], axis ?? axisc);
    }

    private static Tensor Component(Tensor x, int i)
        => i < x.Shape.At(^1) ? Squeeze(SliceAxis(x, x.Rank - 1, i, i + 1), -1) : ZerosLike(Component(x, 0));

    /// <summary>Kronecker product: every element of x1 times all of x2, block by block.</summary>
    /// <param name="x1">Any rank.</param>
    /// <param name="x2">Any rank; missing first axes have length 1.</param>
    /// <returns>Each axis as long as the product of both.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#kron-function"/>
    public static Tensor Kron(Tensor x1, Tensor x2)
    {
        int rank = Math.Max(Guard.NotNull(x1).Rank, Guard.NotNull(x2).Rank);
        Shape a = Shape.Of(Enumerable.Repeat(1, rank - x1.Rank)).Concat(x1.Shape);
        Shape b = Shape.Of(Enumerable.Repeat(1, rank - x2.Rank)).Concat(x2.Shape);
        Shape outer = a.SelectMany(static d => (int?[])[d, 1]).ToArray();
        Shape inner = b.SelectMany(static d => (int?[])[1, d]).ToArray();
        return Reshape(Reshape(x1, outer) * Reshape(x2, inner), a.Zip(b, static (m, n) => m * n).ToArray());
    }
}

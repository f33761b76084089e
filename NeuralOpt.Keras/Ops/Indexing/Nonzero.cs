namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Where the elements are that are not 0.</summary>
    /// <param name="x">Real values, any shape: how many there are follows from them.</param>
    /// <returns>For each axis the int32 indices, (n), in row-major order.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#nonzero-function"/>
    public static Tensor[] Nonzero(Tensor x)
    {
        int[] flat = [.. Enumerable.Range(0, Guard.NotNull(x).Size).Where(i => x.ReadDouble(i) != 0)];
        int[] shape = x.Shape.ToArray();
        Tensor[] indices = new Tensor[shape.Length];
        int stride = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            int[] coordinates = [.. flat.Select(i => i / stride % shape[axis])];
            indices[axis] = Tensor.From(coordinates);
            stride = flat.Length == 0 ? 1 : stride * shape[axis];
        }

        return indices;
    }

    /// <summary>Where a condition holds; the same as <see cref="Nonzero"/>.</summary>
    /// <param name="condition">Real values, any shape.</param>
    /// <returns>For each axis the int32 indices, (n), in row-major order.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#where-function"/>
    public static Tensor[] Where(Tensor condition) => Nonzero(condition);

    /// <summary>Whether each element of one tensor occurs in another.</summary>
    /// <param name="x1">What is looked for.</param>
    /// <param name="x2">Where it is looked for.</param>
    /// <param name="assumeUnique">Whether both have no element twice; a hint that is not needed here.</param>
    /// <param name="invert">Whether to return where it does not occur.</param>
    /// <returns>bool, the shape of <paramref name="x1"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#isin-function"/>
    public static Tensor Isin(Tensor x1, Tensor x2, bool assumeUnique = false, bool invert = false)
    {
        Tensor hits = Sum(Cast(Equal(ExpandDims(x1, -1), Ravel(x2)), DType.Int32), -1);
        return invert ? Equal(hits, 0) : Greater(hits, 0);
    }

    /// <summary>The index along each axis that flat indices stand for.</summary>
    /// <param name="indices">Integers into the flattened tensor; negative ones count from the end.</param>
    /// <param name="shape">Shape of that tensor.</param>
    /// <returns>For each axis its indices, in the shape and dtype of <paramref name="indices"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside the tensor.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#unravel_index-function"/>
    public static Tensor[] UnravelIndex(Tensor indices, Shape shape)
    {
        int size = shape.Size();
        Tensor rest = IndexChecks.Below(Indices("UnravelIndex", indices, size), size, new("UnravelIndex"));
        Tensor[] result = new Tensor[shape.Rank];
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
        {
            int length = shape[axis];
            result[axis] = BinaryOp.Apply(new ConstantBinaryOp(Engines.BinaryKind.Modulo), rest, length);
            rest = BinaryOp.Apply(new ConstantBinaryOp(Engines.BinaryKind.FloorDivide), rest, length);
        }

        return result;
    }
}

namespace NeuralOpt.Keras.Optimizers;

/// <summary>Gradients of looked-up rows: whatever is not linear is applied to each look-up before the slices of a row are added up.</summary>
internal static class Slices
{
    /// <summary>Applies a function element by element; one that gives 0 for 0.</summary>
    internal static Tensor Map(Tensor gradient, Func<Tensor, Tensor> f)
        => gradient is IndexedSlices slices ? slices.With(f(slices.Values)) : f(gradient);

    /// <summary>Applies a function of the gradient and two tensors of the variable's shape, whose rows are looked up for slices.</summary>
    internal static Tensor Map(Tensor gradient, Tensor a, Tensor b, Func<Tensor, Tensor, Tensor, Tensor> f)
        => gradient is IndexedSlices slices
            ? slices.With(f(slices.Values, Ops.Take(a, slices.Indices, 0), Ops.Take(b, slices.Indices, 0)))
            : f(gradient, a, b);

    /// <summary>The square, slice by slice.</summary>
    internal static Tensor Square(Tensor gradient) => Map(gradient, Ops.Square);

    /// <summary>The sum of the squares, each look-up by itself.</summary>
    internal static Tensor SumOfSquares(Tensor gradient) => Ops.Sum(Ops.Square(gradient is IndexedSlices slices ? slices.Values : gradient));
}

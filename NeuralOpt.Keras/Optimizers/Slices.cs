namespace NeuralOpt.Keras.Optimizers;

/// <summary>Gradients of looked-up rows: whatever is not linear is applied to each look-up before the slices of a row are added up.</summary>
internal static class Slices
{
    /// <summary>Applies a function element by element; one that gives 0 for 0.</summary>
    internal static Tensor Map(Tensor gradient, Func<Tensor, Tensor> f)
        => gradient is IndexedSlices slices ? slices.With(f(slices.Values)) : f(gradient);

    /// <summary>The square, slice by slice.</summary>
    internal static Tensor Square(Tensor gradient) => Map(gradient, Interim.Square);

    /// <summary>The sum of the squares, each look-up by itself.</summary>
    internal static Tensor SumOfSquares(Tensor gradient) => Ops.Sum(Interim.Square(gradient is IndexedSlices slices ? slices.Values : gradient));
}

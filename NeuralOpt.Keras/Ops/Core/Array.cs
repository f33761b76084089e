using System.Collections;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>A tensor of numbers, in memory of its own.</summary>
    /// <param name="x">A number, an array, a list, a tensor.</param>
    /// <param name="dtype">Another dtype; null for that of the numbers.</param>
    /// <seealso href="https://keras.io/api/ops/numpy/#array-function"/>
    public static Tensor Array(Tensor x, DTypeLike? dtype = null) => dtype is { } d && d != x.DType ? Cast(x, d) : Copy(x);

    /// <summary>A tensor of a sequence of numbers, or of rows of one shape.</summary>
    /// <param name="x">Such as <c>rows.Select(r => r.Age)</c>.</param>
    /// <param name="dtype">Another dtype; null for that of the numbers.</param>
    public static Tensor Array(IEnumerable x, DTypeLike? dtype = null) => ConvertToTensor(x, dtype);

    /// <summary>A tensor of a sequence of numbers, or of rows of one shape.</summary>
    /// <param name="x">Such as <c>rows.Select(r => r.Age)</c>.</param>
    /// <param name="dtype">Another dtype; null for that of the numbers.</param>
    public static Tensor ConvertToTensor(IEnumerable x, DTypeLike? dtype = null) => ConvertToTensor(Tensor.From(x), dtype);
}

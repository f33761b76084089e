namespace NeuralOpt.Keras;

/// <content>What NumPy's arrays compute of themselves; the functions of the same names in <see cref="Ops"/> say it in full.</content>
public partial class Tensor
{
    /// <summary>Mean over axes.</summary>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="dtype">The dtype to compute in and of the result; that of the tensor by default, float32 for integers and bools.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    public Tensor Mean(Axis? axis = null, DTypeLike? dtype = null, bool keepdims = false)
        => Ops.Mean(In(dtype), axis, keepdims) is var mean && dtype is { } d ? Ops.Cast(mean, d) : mean;

    /// <summary>Variance over axes.</summary>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="dtype">The dtype to compute in; that of the tensor by default, float32 for integers and bools.</param>
    /// <param name="ddof">Taken off the number of elements that is divided by; 1 estimates the variance of what the elements are a sample of.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    public Tensor Var(Axis? axis = null, DTypeLike? dtype = null, double ddof = 0, bool keepdims = false)
    {
        Tensor x = In(dtype);
        Tensor variance = Ops.Var(x, axis, keepdims);
        if (ddof == 0)
        {
            return variance;
        }

        Tensor n = Ops.Cast(Ops.Count(x, Axis.Resolve("Var", axis, x.Rank)), variance.DType);
        return variance * n / Ops.Maximum(n - ddof, 0);
    }

    /// <summary>Standard deviation over axes: the square root of <see cref="Var"/>.</summary>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="dtype">The dtype to compute in; that of the tensor by default, float32 for integers and bools.</param>
    /// <param name="ddof">Taken off the number of elements that is divided by; 1 estimates the deviation of what the elements are a sample of.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    public Tensor Std(Axis? axis = null, DTypeLike? dtype = null, double ddof = 0, bool keepdims = false) => Ops.Sqrt(Var(axis, dtype, ddof, keepdims));

    /// <summary>Sum over axes.</summary>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="dtype">The dtype to sum in; that of the tensor by default.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    public Tensor Sum(Axis? axis = null, DTypeLike? dtype = null, bool keepdims = false) => Ops.Sum(In(dtype), axis, keepdims);

    /// <summary>Product over axes.</summary>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="dtype">The dtype to multiply in; that of the tensor by default.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    public Tensor Prod(Axis? axis = null, DTypeLike? dtype = null, bool keepdims = false) => Ops.Prod(this, axis, keepdims, dtype);

    /// <summary>Maximum over axes.</summary>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    public Tensor Max(Axis? axis = null, bool keepdims = false) => Ops.Max(this, axis, keepdims);

    /// <summary>Least element over axes.</summary>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    public Tensor Min(Axis? axis = null, bool keepdims = false) => Ops.Min(this, axis, keepdims);

    /// <summary>Place of the largest element; of equal ones the first.</summary>
    /// <param name="axis">The axis; null for the place in the flattened tensor.</param>
    /// <param name="keepdims">Whether the axis stays, with length 1.</param>
    /// <returns>int32.</returns>
    public Tensor Argmax(int? axis = null, bool keepdims = false) => Ops.Argmax(this, axis, keepdims);

    /// <summary>Place of the least element; of equal ones the first.</summary>
    /// <param name="axis">The axis; null for the place in the flattened tensor.</param>
    /// <param name="keepdims">Whether the axis stays, with length 1.</param>
    /// <returns>int32.</returns>
    public Tensor Argmin(int? axis = null, bool keepdims = false) => Ops.Argmin(this, axis, keepdims);

    /// <summary>Whether any element over axes is true, or not 0.</summary>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>bool; in an <c>if</c> it may stand as it is.</returns>
    public Tensor Any(Axis? axis = null, bool keepdims = false) => Ops.Any(this, axis, keepdims);

    /// <summary>Whether all elements over axes are true, or not 0.</summary>
    /// <param name="axis">The axes; null for all.</param>
    /// <param name="keepdims">Whether the axes stay, with length 1.</param>
    /// <returns>bool; in an <c>if</c> it may stand as it is.</returns>
    public Tensor All(Axis? axis = null, bool keepdims = false) => Ops.All(this, axis, keepdims);

    /// <summary>Running sum along an axis.</summary>
    /// <param name="axis">The axis; null runs through the flattened tensor.</param>
    /// <param name="dtype">The dtype to sum in; that of the tensor by default.</param>
    public Tensor Cumsum(int? axis = null, DTypeLike? dtype = null) => Ops.Cumsum(this, axis, dtype);

    /// <summary>Running product along an axis.</summary>
    /// <param name="axis">The axis; null runs through the flattened tensor.</param>
    /// <param name="dtype">The dtype to multiply in; that of the tensor by default.</param>
    public Tensor Cumprod(int? axis = null, DTypeLike? dtype = null) => Ops.Cumprod(this, axis, dtype);

    /// <summary>Sum of the diagonal.</summary>
    /// <param name="offset">Above 0 for a diagonal above the main one, below 0 for one below it.</param>
    /// <param name="axis1">First axis of the matrices.</param>
    /// <param name="axis2">Second axis of the matrices.</param>
    public Tensor Trace(int offset = 0, int axis1 = 0, int axis2 = 1) => Ops.Trace(this, offset, axis1, axis2);

    private Tensor In(DTypeLike? dtype) => dtype is { } d ? Ops.Cast(this, d) : this;
}

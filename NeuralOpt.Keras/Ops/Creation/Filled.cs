namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>A tensor of one value.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="fillValue">The value.</param>
    /// <param name="dtype">Type of the elements; that of the value by default, float32 for a C# number with a point.</param>
    /// <seealso href="https://keras.io/api/ops/numpy/#full-function"/>
    public static Tensor Full(Shape shape, Tensor fillValue, DTypeLike? dtype = null)
        => BroadcastTo(Promotion.To(Guard.NotNull(fillValue), dtype ?? fillValue.DType, "Full"), shape);

    /// <summary>A tensor of zeros.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="dtype">Type of the elements; float32 by default.</param>
    /// <seealso href="https://keras.io/api/ops/numpy/#zeros-function"/>
    public static Tensor Zeros(Shape shape, DTypeLike? dtype = null) => Tensor.Zeros(new(shape, dtype ?? DType.Float32));

    /// <summary>A tensor of ones.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="dtype">Type of the elements; float32 by default.</param>
    /// <seealso href="https://keras.io/api/ops/numpy/#ones-function"/>
    public static Tensor Ones(Shape shape, DTypeLike? dtype = null) => Full(shape, 1, dtype ?? DType.Float32);

    /// <summary>Zeros in the shape of a tensor.</summary>
    /// <param name="x">Gives shape and dtype.</param>
    /// <param name="dtype">Another dtype; that of <paramref name="x"/> by default.</param>
    /// <seealso href="https://keras.io/api/ops/numpy/#zeros_like-function"/>
    public static Tensor ZerosLike(Tensor x, DTypeLike? dtype = null) => FullLike(x, 0, dtype);

    /// <summary>Ones in the shape of a tensor.</summary>
    /// <param name="x">Gives shape and dtype.</param>
    /// <param name="dtype">Another dtype; that of <paramref name="x"/> by default.</param>
    /// <seealso href="https://keras.io/api/ops/numpy/#ones_like-function"/>
    public static Tensor OnesLike(Tensor x, DTypeLike? dtype = null) => FullLike(x, 1, dtype);

    /// <summary>One value in the shape of a tensor.</summary>
    /// <param name="x">Gives shape and dtype.</param>
    /// <param name="fillValue">The value.</param>
    /// <param name="dtype">Another dtype; that of <paramref name="x"/> by default.</param>
    /// <seealso href="https://keras.io/api/ops/numpy/#full_like-function"/>
    public static Tensor FullLike(Tensor x, Tensor fillValue, DTypeLike? dtype = null)
        => Guard.NotNull(x).Shape.IsKnown
            ? Full(x.Shape, fillValue, dtype ?? x.DType)
            : Op.Apply(new FullLikeOp(dtype ?? x.DType), x, fillValue);

    /// <summary>Evenly spaced numbers: <c>start, start + step, ...</c> up to but without <c>stop</c>.</summary>
    /// <param name="start">The first number, or the end if <paramref name="stop"/> is null (then the first is 0).</param>
    /// <param name="stop">The end, which does not belong to it.</param>
    /// <param name="step">Distance, 1 by default; must not be 0.</param>
    /// <param name="dtype">Type of the elements; int32 if all three are whole, else float32.</param>
    /// <seealso href="https://keras.io/api/ops/numpy/#arange-function"/>
    public static Tensor Arange(double start, double? stop = null, double? step = null, DTypeLike? dtype = null)
    {
        double by = step ?? 1;
        if (by == 0 || !double.IsFinite(by))
        {
            throw new KerasArgumentException($"Arange: the step must be a finite number that is not 0. Received: {by}.");
        }

        (double first, double end) = stop is { } s ? (start, s) : (0, start);
        Guard.Finite(first, "Arange", "start");
        Guard.Finite(end, "Arange", "stop");
        DType type = dtype ?? (double.IsInteger(first) && double.IsInteger(end) && double.IsInteger(by) ? DType.Int32 : DType.Float32);
        double length = Math.Max(0, Math.Ceiling((end - first) / by));
        int count = length <= int.MaxValue
            ? (int)length
            : throw new KerasArgumentException(string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"Arange: there must be at most {int.MaxValue} numbers. Received: start {first}, stop {end}, step {by}."));
        double last = first + ((count - 1) * by);
        if (count > 0 && !(type.Holds(first) && type.Holds(last)))
        {
            throw new KerasArgumentOutOfRangeException(string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"Arange: the numbers must be within the dtype {type.Name()}. Received: numbers from {first} to {last}."));
        }

        Tensor t = Tensor.Uninitialized(new(count, type));
        for (int i = 0; i < count; i++)
        {
            t.WriteDouble(i, first + (i * by));
        }

        return t;
    }

    // Only in a model's description, where the batch is not known yet.
    private sealed class FullLikeOp(DType dtype) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x) => x[0] with { DType = dtype };

        internal override Engines.Primitive Lower(TensorSpec[] x, TensorSpec y)
            => throw new EngineException("FullLike: a tensor of known shape is a constant, not an op of an engine.");

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [null, null];
    }
}

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Number of axes.</summary>
    /// <param name="x">Any tensor.</param>
    /// <seealso href="https://keras.io/api/ops/numpy/#ndim-function"/>
    public static int Ndim(Tensor x) => Guard.NotNull(x).Rank;

    /// <summary>Number of elements.</summary>
    /// <param name="x">Any tensor whose axes are all known.</param>
    /// <seealso href="https://keras.io/api/ops/numpy/#size-function"/>
    public static int Size(Tensor x) => Guard.NotNull(x).Size;

    /// <summary>A tensor from what converts to one: an array, a number, a variable.</summary>
    /// <param name="x">The values.</param>
    /// <param name="dtype">Another dtype; null for that of the values.</param>
    /// <param name="sparse">Must not be true: there are no sparse tensors.</param>
    /// <param name="ragged">Must not be true: there are no ragged tensors.</param>
    /// <seealso href="https://keras.io/api/ops/core/#convert_to_tensor-function"/>
    public static Tensor ConvertToTensor(Tensor x, DTypeLike? dtype = null, bool? sparse = null, bool? ragged = null)
    {
        RefuseSparse("ConvertToTensor", sparse == true);
        return ragged == true
            ? throw new KerasArgumentException("ConvertToTensor: ragged must be false: there are no ragged tensors. Received: true.")
            : Cast(x, dtype ?? Guard.NotNull(x).DType);
    }

    private static void RefuseSparse(string op, bool sparse)
    {
        if (sparse)
        {
            throw new KerasArgumentException($"{op}: sparse must be false: there are no sparse tensors. Received: true.");
        }
    }

    /// <summary>The values as a .NET array of the tensor's rank.</summary>
    /// <param name="x">Real values.</param>
    /// <seealso href="https://keras.io/api/ops/core/#convert_to_numpy-function"/>
    public static Array ConvertToNumpy(Tensor x) => Guard.NotNull(x).ToArray();

    /// <summary>Converts the elements to another type; what lies outside its range becomes its nearest end.</summary>
    /// <param name="x">Numbers.</param>
    /// <param name="dtype">The type to convert to.</param>
    /// <returns>The shape of <paramref name="x"/>, the dtype asked for.</returns>
    /// <seealso href="https://keras.io/api/ops/core/#saturate_cast-function"/>
    public static Tensor SaturateCast(Tensor x, DTypeLike dtype)
    {
        if (Guard.NotNull(x).DType == dtype || x.DType == DType.Bool)
        {
            return Cast(x, dtype);
        }

        (double least, double greatest) = ((DType)dtype).Limits();
        (double from, double to) = x.DType.Limits();
        Tensor clipped = least > from ? Maximum(x, Tensor.ScalarOf(least, x.DType)) : x;
        return Cast(greatest < to ? Minimum(clipped, Tensor.ScalarOf(Below(greatest, x.DType), x.DType)) : clipped, dtype);
    }

    // The largest int32 is no float32: the next one below is still in range.
    private static double Below(double limit, DType dtype) => dtype switch
    {
        DType.Float32 when (float)limit > limit => MathF.BitDecrement((float)limit),
        DType.Float64 when limit == long.MaxValue => Math.BitDecrement(limit),
        _ => limit,
    };
}

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Elements brought into an interval: <c>min(max(x, xMin), xMax)</c>.</summary>
    /// <param name="x">Numbers; bools become int32.</param>
    /// <param name="xMin">Lower bound; broadcast.</param>
    /// <param name="xMax">Upper bound; broadcast.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <remarks>The gradient flows where <c>xMin &lt;= x &lt;= xMax</c>, the bounds included.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#clip-function"/>
    public static Tensor Clip(Tensor x, Tensor xMin, Tensor xMax)
    {
        x = x.DType == DType.Bool ? Cast(x, DType.Int32) : x;
        return Minimum(Maximum(x, Cast(xMin, x.DType)), Cast(xMax, x.DType));
    }
}

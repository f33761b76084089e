using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>Functions of tensors: <c>keras.ops</c>. Each works on real tensors, in a model's description, and in a compiled step.</summary>
/// <example><code>
/// Tensor x = Ops.Reshape(Ops.Arange(6, dtype: "float32"), (2, 3));
/// Tensor bright = Ops.Where(x > 2, x, 0);                    // [[0. 0. 0.] [3. 4. 5.]]
/// Tensor unit = x / Ops.Norm(x, axis: 1, keepdims: true);
/// Tensor channelsLast = Ops.Transpose(Ops.Zeros((1, 3, 32, 32)), (0, 2, 3, 1));
/// Tensor ages = Ops.Array(new List&lt;int&gt; { 31, 45 }, dtype: "float32");
/// Tensor joined = Ops.Concatenate([x, x], axis: 0);          // (4, 3)
/// </code></example>
/// <seealso href="https://keras.io/api/ops/"/>
public static partial class Ops
{
    /// <summary>Converts the elements to another type.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="dtype">The type to convert to. Floats become integers by truncation; bool is <c>x != 0</c>.</param>
    /// <returns>The shape of <paramref name="x"/>, the dtype asked for.</returns>
    /// <seealso href="https://keras.io/api/ops/core/#cast-function"/>
    public static Tensor Cast(Tensor x, DTypeLike dtype)
        => Guard.NotNull(x).Weak is { } number ? Tensor.ScalarOf(number, dtype)
            : x.DType == dtype ? x
            : Op.Apply(new CastOp(dtype), x);

    private sealed class CastOp(DType dtype) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x) => x[0] with { DType = dtype };

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Cast();

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
            => [x[0].DType.IsFloating() && dtype.IsFloating() ? Ops.Cast(dy, x[0].DType) : null];
    }
}

namespace NeuralOpt.Keras.Constraints;

/// <summary>The Euclidean norm that constraints bound.</summary>
internal static class Norm
{
    /// <summary>What keeps a norm of 0 from dividing: Keras's <c>epsilon()</c>.</summary>
    internal const double Epsilon = 1e-7;

    internal static Tensor Of(Tensor w, Axis axis) => Ops.Sqrt(Ops.Sum(Ops.Square(w), axis, keepdims: true));
}

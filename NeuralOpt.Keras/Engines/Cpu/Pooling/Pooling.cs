namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Makes the float32 kernels of a pooling and its gradient that suit the machine.</summary>
internal static class Pooling
{
    /// <param name="kind">Maximum, or mean of the elements that are no padding.</param>
    /// <param name="geometry">Sizes.</param>
    /// <param name="x">(batch, spatial..., channels).</param>
    /// <param name="y">(batch, spatial..., channels), overwritten.</param>
    internal static Kernel Forward(PoolKind kind, PoolGeometry geometry, Operand x, Operand y) =>
        Simd.Make(new ForwardMaker(kind, geometry, x, y));

    /// <summary>dx, the gradient of the input, overwritten. A maximum gives it to the first winner in row-major order.</summary>
    /// <param name="kind">As forward.</param>
    /// <param name="geometry">As forward.</param>
    /// <param name="x">The input of the forward pass; a mean does not need it.</param>
    /// <param name="dy">The gradient of the output.</param>
    /// <param name="dx">The gradient of the input.</param>
    internal static Kernel Gradient(PoolKind kind, PoolGeometry geometry, Operand? x, Operand dy, Operand dx) =>
        Simd.Make(new GradientMaker(kind, geometry, x, dy, dx));

    internal sealed record ForwardMaker(PoolKind Kind, PoolGeometry Geometry, Operand X, Operand Y) : IKernelMaker
    {
        public Kernel Make<S, V>() where S : struct, ISimd<V> where V : struct => SinglePool<S, V>.Forward(Kind, Geometry, X, Y);
    }

    internal sealed record GradientMaker(PoolKind Kind, PoolGeometry Geometry, Operand? X, Operand Dy, Operand Dx) : IKernelMaker
    {
        public Kernel Make<S, V>() where S : struct, ISimd<V> where V : struct =>
            SinglePool<S, V>.Gradient(Kind, Geometry, X, Dy, Dx);
    }
}

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Makes the float32 kernels of a pooling and its gradient that suit the machine.</summary>
internal static class Pooling
{
    /// <param name="kind">Maximum, or mean of the elements that are no padding.</param>
    /// <param name="geometry">Sizes.</param>
    /// <param name="x">(batch, spatial..., channels).</param>
    /// <param name="y">(batch, spatial..., channels), overwritten.</param>
    /// <param name="winners">Of a maximum: which element of its window won, bytes (batch, spatial..., <see cref="WinnersWidth"/>), overwritten; or null.</param>
    internal static Kernel Forward(PoolKind kind, PoolGeometry geometry, Operand x, Operand y, Operand? winners = null) =>
        Simd.Make(new ForwardMaker(kind, geometry, x, y, winners));

    /// <summary>dx, the gradient of the input, overwritten. A maximum gives it to the first winner in row-major order.</summary>
    /// <param name="kind">As forward.</param>
    /// <param name="geometry">As forward.</param>
    /// <param name="x">The input of the forward pass; neither a mean nor known winners need it.</param>
    /// <param name="dy">The gradient of the output.</param>
    /// <param name="dx">The gradient of the input.</param>
    /// <param name="winners">What the forward pass wrote down; or null.</param>
    internal static Kernel Gradient(PoolKind kind, PoolGeometry geometry, Operand? x, Operand dy, Operand dx, Operand? winners = null) =>
        Simd.Make(new GradientMaker(kind, geometry, x, dy, dx, winners));

    /// <summary>Bytes that the winners of a window take: whole vectors are written.</summary>
    internal static int WinnersWidth(int channels) => (channels + 15) / 16 * 16;

    internal sealed record ForwardMaker(PoolKind Kind, PoolGeometry Geometry, Operand X, Operand Y, Operand? Winners = null) : IKernelMaker
    {
        public Kernel Make<S, V>() where S : struct, ISimd<V> where V : struct =>
            SinglePool<S, V>.Forward(Kind, Geometry, X, Y, Winners);
    }

    internal sealed record GradientMaker(PoolKind Kind, PoolGeometry Geometry, Operand? X, Operand Dy, Operand Dx, Operand? Winners = null) : IKernelMaker
    {
        public Kernel Make<S, V>() where S : struct, ISimd<V> where V : struct =>
            SinglePool<S, V>.Gradient(Kind, Geometry, X, Dy, Dx, Winners);
    }
}

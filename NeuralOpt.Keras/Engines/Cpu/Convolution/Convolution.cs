namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Makes the float32 kernels of a convolution and its gradients that suit the sizes and the machine.</summary>
internal static class Convolution
{
    /// <summary>Floats of all partial filter gradients, at most.</summary>
    internal const long PartialFloats = 4 * 1024 * 1024;

    /// <summary>y = epilogue(conv(x, filters) + bias).</summary>
    /// <param name="geometry">Sizes.</param>
    /// <param name="x">(batch, spatial..., Cin).</param>
    /// <param name="filters">(spatial..., Cin / groups, Cout).</param>
    /// <param name="y">(batch, spatial..., Cout), overwritten.</param>
    /// <param name="bias">Cout values, or null.</param>
    /// <param name="epilogue">Applied last.</param>
    internal static Kernel Forward(
        ConvGeometry geometry, Operand x, Operand filters, Operand y, Operand? bias = null, Epilogue epilogue = Epilogue.None) =>
        Simd.Make(new ForwardMaker(geometry, x, filters, y, bias, epilogue));

    /// <summary>dx, the gradient of the input, overwritten.</summary>
    internal static Kernel InputGradient(ConvGeometry geometry, Operand dy, Operand filters, Operand dx) =>
        Simd.Make(new InputGradientMaker(geometry, dy, filters, dx));

    /// <summary>The gradient of the filters, overwritten.</summary>
    internal static Kernel FilterGradient(ConvGeometry geometry, Operand x, Operand dy, Operand filters) =>
        Simd.Make(new FilterGradientMaker(geometry, x, dy, filters));

    /// <summary>Whether so many parts of a batch can have filter gradients of their own, filled up to whole vectors.</summary>
    internal static bool FitsParts(ConvGeometry geometry, int parts)
    {
        long columns = (geometry.CoutGroup + Simd.Width - 1) / Simd.Width * Simd.Width;
        return geometry.Groups * geometry.Taps * geometry.CinGroup * columns * parts <= PartialFloats;
    }

    internal sealed record ForwardMaker(
        ConvGeometry Geometry, Operand X, Operand Filters, Operand Y, Operand? Bias, Epilogue Epilogue) : IKernelMaker
    {
        public Kernel Make<S, V>() where S : struct, ISimd<V> where V : struct
        {
            ConvGeometry g = Geometry;
            return g.IsPointwise ? MatMul.Single<S, V>(new MatMulShape(g.Batch * g.InputSize, g.Cout, g.Cin), X, Filters, Y, Bias, Epilogue, false)
                : g.IsDepthwise ? Depthwise<S, V>.Forward(g, X, Filters, Y, Bias, Epilogue)
                : TapConvolution<S, V>.Forward(g, X, Filters, Y, Bias, Epilogue);
        }
    }

    internal sealed record InputGradientMaker(ConvGeometry Geometry, Operand Dy, Operand Filters, Operand Dx) : IKernelMaker
    {
        public Kernel Make<S, V>() where S : struct, ISimd<V> where V : struct
        {
            ConvGeometry g = Geometry;
            var product = new MatMulShape(g.Batch * g.InputSize, g.Cin, g.Cout, TransposeB: true);
            return g.IsPointwise ? MatMul.Single<S, V>(product, Dy, Filters, Dx, null, Epilogue.None, false)
                : g.IsDepthwise ? Depthwise<S, V>.InputGradient(g, Dy, Filters, Dx)
                : ScatterGradient<S, V>.Suits(g) ? new ScatterGradient<S, V>(g, Dy, Filters, Dx)
                : TapConvolution<S, V>.InputGradient(g, Dy, Filters, Dx);
        }
    }

    internal sealed record FilterGradientMaker(ConvGeometry Geometry, Operand X, Operand Dy, Operand Filters) : IKernelMaker
    {
        public Kernel Make<S, V>() where S : struct, ISimd<V> where V : struct
        {
            ConvGeometry g = Geometry;
            var product = new MatMulShape(g.Cin, g.Cout, g.Batch * g.InputSize, TransposeA: true);
            return g.IsPointwise ? MatMul.Single<S, V>(product, X, Dy, Filters, null, Epilogue.None, false)
                : g.IsDepthwise ? new DepthwiseFilterGradient<S, V>(g, X, Dy, Filters)
                : new FilterGradient<S, V>(g, X, Dy, Filters);
        }
    }
}

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Makes the kernel of a matrix product that suits its type, its sizes and the machine.</summary>
internal static class MatMul
{
    /// <param name="type">Float32, Float64, Int32 or Int64.</param>
    /// <param name="shape">Sizes, transposes, batch.</param>
    /// <param name="a">Left matrices.</param>
    /// <param name="b">Right matrices.</param>
    /// <param name="c">The result; must overlap neither.</param>
    /// <param name="bias">N values added to each row, or null.</param>
    /// <param name="epilogue">Applied last.</param>
    /// <param name="accumulate">Whether the product is added to what <paramref name="c"/> holds.</param>
    internal static Kernel Create(
        DType type, MatMulShape shape, Operand a, Operand b, Operand c,
        Operand? bias = null, Epilogue epilogue = Epilogue.None, bool accumulate = false) => type switch
        {
            DType.Float32 => Simd.Make(new Maker(shape, a, b, c, bias, epilogue, accumulate)),
            DType.Float64 => new SimpleMatMul<double>(shape, a, b, c, bias, epilogue, accumulate),
            DType.Int32 => new SimpleMatMul<int>(shape, a, b, c, bias, epilogue, accumulate),
            DType.Int64 => new SimpleMatMul<long>(shape, a, b, c, bias, epilogue, accumulate),
            _ => throw new KerasArgumentException($"MatMul: the type must be Float32, Float64, Int32 or Int64. Received: {type}."),
        };

    /// <summary>The float32 kernel of one vector width.</summary>
    internal static Kernel Single<S, V>(
        MatMulShape shape, Operand a, Operand b, Operand c, Operand? bias, Epilogue epilogue, bool accumulate)
        where S : struct, ISimd<V>
        where V : struct
    {
        shape = shape.Folded();
        bool vector = shape.Batch == 1 && (shape.M == 1 || shape.N == 1) && shape.K > 1;
        return vector
            ? new MatVec<S, V>(shape, a, b, c, bias, epilogue, accumulate)
            : new TiledMatMul<S, V>(shape, a, b, c, bias, epilogue, accumulate);
    }

    internal sealed record Maker(
        MatMulShape Shape, Operand A, Operand B, Operand C, Operand? Bias, Epilogue Epilogue, bool Accumulate) : IKernelMaker
    {
        public Kernel Make<S, V>() where S : struct, ISimd<V> where V : struct =>
            Single<S, V>(Shape, A, B, C, Bias, Epilogue, Accumulate);
    }
}

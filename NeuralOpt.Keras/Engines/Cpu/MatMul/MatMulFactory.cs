namespace NeuralOpt.Keras.Engines.Cpu;

internal sealed class MatMulFactory : KernelFactory<Engines.MatMul>
{
    protected override Kernel Create(Engines.MatMul primitive, KernelArguments arguments) => Make(primitive, arguments, null, Epilogue.None);

    internal static Kernel Make(Engines.MatMul primitive, KernelArguments arguments, Operand? bias, Epilogue epilogue)
    {
        Shape x = arguments.InputSpecs[0].Shape;
        Shape y = arguments.OutputSpec.Shape;
        (int m, int n) = (y[^2], y[^1]);
        int k = (primitive.TransposeA ? x.At(^2) : x.At(^1))!.Value;
        int batch = y[..^2].Size();
        long strideB = arguments.InputSpecs[1].Shape.Rank == 2 ? 0 : (long)k * n;
        MatMulShape shape = batch == 1
            ? new(m, n, k, primitive.TransposeA, primitive.TransposeB)
            : MatMulShape.Strided(m, n, k, primitive.TransposeA, primitive.TransposeB, batch, (long)m * k, strideB);
        (Operand a, Operand b, Operand c) = (arguments.Inputs[0], arguments.Inputs[1], arguments.Output);
        return arguments.OutputSpec.DType switch
        {
            DType.Float16 => new SimpleMatMul<Half>(shape, a, b, c, bias, epilogue, false),
            DType.UInt32 => new SimpleMatMul<uint>(shape, a, b, c, bias, epilogue, false),
            DType.UInt16 or DType.Int16 => new SimpleMatMul<short>(shape, a, b, c, bias, epilogue, false),
            DType.UInt8 or DType.Int8 => new SimpleMatMul<sbyte>(shape, a, b, c, bias, epilogue, false),
            DType type => MatMul.Create(type, shape, a, b, c, bias, epilogue),
        };
    }
}

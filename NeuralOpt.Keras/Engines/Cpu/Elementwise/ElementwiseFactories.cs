namespace NeuralOpt.Keras.Engines.Cpu;

internal sealed class UnaryFactory : KernelFactory<Unary>
{
    protected override Kernel Create(Unary primitive, KernelArguments arguments)
        => ElementwiseKernel.Single(Loops.Of(primitive.Kind, arguments.InputSpecs[0].DType), arguments);
}

internal sealed class BinaryFactory : KernelFactory<Binary>
{
    protected override Kernel Create(Binary primitive, KernelArguments arguments)
        => ElementwiseKernel.Single(Loops.Of(primitive.Kind, arguments.InputSpecs[0].DType), arguments);
}

internal sealed class SelectFactory : KernelFactory<Select>
{
    protected override Kernel Create(Select primitive, KernelArguments arguments)
        => ElementwiseKernel.Single(Loops.Select(arguments.OutputSpec.DType), arguments);
}

internal sealed class CastFactory : KernelFactory<Cast>
{
    protected override Kernel Create(Cast primitive, KernelArguments arguments)
        => ElementwiseKernel.Single(Loops.Cast(arguments.InputSpecs[0].DType, arguments.OutputSpec.DType), arguments);
}

namespace NeuralOpt.Keras.Engines.Cpu;

internal sealed class ConvFactory : KernelFactory<Conv>
{
    protected override Kernel Create(Conv primitive, KernelArguments arguments)
        => PlainConv.Make(primitive.Spec, PlainConv.Result.Output, arguments, arguments.InputSpecs[0].Shape, arguments.InputSpecs[1].Shape, arguments.OutputSpec.Shape);
}

internal sealed class ConvInputGradFactory : KernelFactory<ConvInputGrad>
{
    protected override Kernel Create(ConvInputGrad primitive, KernelArguments arguments)
        => PlainConv.Make(primitive.Spec, PlainConv.Result.Input, arguments, arguments.OutputSpec.Shape, arguments.InputSpecs[1].Shape, arguments.InputSpecs[0].Shape);
}

internal sealed class ConvFilterGradFactory : KernelFactory<ConvFilterGrad>
{
    protected override Kernel Create(ConvFilterGrad primitive, KernelArguments arguments)
        => PlainConv.Make(primitive.Spec, PlainConv.Result.Filter, arguments, arguments.InputSpecs[0].Shape, arguments.OutputSpec.Shape, arguments.InputSpecs[1].Shape);
}

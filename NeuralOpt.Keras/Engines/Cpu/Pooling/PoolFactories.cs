namespace NeuralOpt.Keras.Engines.Cpu;

internal sealed class PoolFactory : KernelFactory<Pool>
{
    protected override Kernel Create(Pool primitive, KernelArguments arguments)
        => PlainPool.Make(primitive.Kind, primitive.Spec, false, arguments, arguments.OutputSpec.Shape);
}

internal sealed class PoolGradFactory : KernelFactory<PoolGrad>
{
    protected override Kernel Create(PoolGrad primitive, KernelArguments arguments)
        => PlainPool.Make(primitive.Kind, primitive.Spec, true, arguments, arguments.InputSpecs[1].Shape);
}

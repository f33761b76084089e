namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>The default engine: managed SIMD kernels, no native code.</summary>
internal sealed class CpuEngine : IEngine
{
    internal CpuEngine() => WarmUp.Start();

    public string Name => "cpu";

    public bool Supports(Block block, TensorSpec[] inputs) => inputs[0].DType == DType.Float32 && KernelFactories.Knows(block);

    public IProgram Compile(Graph graph, Workspace workspace) => new CpuProgram(graph, workspace: workspace);

    public void Execute(Primitive primitive, Tensor[] inputs, Tensor output)
    {
        if (primitive is Host host)
        {
            output.Buffer.Clear();
            host.Compute(inputs, output);
            return;
        }

        EagerKernels.Current.Run(primitive, inputs, output);
        GC.KeepAlive(inputs);
        GC.KeepAlive(output);
    }

    public VariableState CreateVariable(Tensor initial) => new CpuVariable(initial.Spec, initial.Buffer.Copy());
}

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>The default engine: managed SIMD kernels, no native code.</summary>
internal sealed unsafe class CpuEngine : IEngine
{
    internal CpuEngine() => WarmUp.Start();

    public string Name => "cpu";

    public bool Supports(Block block, TensorSpec[] inputs) => inputs[0].DType == DType.Float32 && KernelFactories.Knows(block);

    public IProgram Compile(Graph graph) => new CpuProgram(graph);

    public void Execute(Primitive primitive, Tensor[] inputs, Tensor output)
    {
        if (primitive is Host host)
        {
            output.Buffer.Span<byte>().Clear();
            host.Compute(inputs, output);
            return;
        }

        Operand[] operands = Array.ConvertAll(inputs, static t => new Operand { Address = t.Buffer.Address });
        Operand result = new() { Address = output.Buffer.Address };
        Kernel kernel = KernelFactories.Create(primitive, new(Array.ConvertAll(inputs, static t => t.Spec), operands, output.Spec, result));
        Buffer? scratch = kernel.ScratchBytes > 0 ? Buffer.Uninitialized((long)kernel.ScratchBytes) : null;
        kernel.Scratch = scratch is null ? null : scratch.Address;
        kernel.Run(WorkerPool.Shared);
        GC.KeepAlive(scratch);
        GC.KeepAlive(inputs);
        GC.KeepAlive(output);
    }

    public VariableState CreateVariable(Tensor initial) => new CpuVariable(initial.Spec, initial.Buffer.Copy());
}

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>One kernel call of a program being planned: a node, or several that a pass has fused.</summary>
internal sealed class Step
{
    /// <param name="node">The node whose result it gives; of several, the last.</param>
    /// <param name="inputs">What it reads.</param>
    /// <param name="outputs">What it writes.</param>
    /// <param name="make">Makes the kernel from the places of inputs and outputs.</param>
    internal Step(Node node, Value[] inputs, Value[] outputs, Func<Operand[], Operand[], Kernel> make)
    {
        Node = node;
        Inputs = inputs;
        Outputs = outputs;
        Make = make;
        Members = [node];
    }

    internal Node Node { get; }

    internal Value[] Inputs { get; }

    internal Value[] Outputs { get; }

    internal Func<Operand[], Operand[], Kernel> Make { get; }

    /// <summary>The nodes that it stands for, in order.</summary>
    internal IReadOnlyList<Node> Members { get; init; }

    /// <summary>Whether element i of an output depends on element i alone of those inputs that are as large.</summary>
    internal bool IsElementwise { get; init; }

    /// <summary>The steps that it chains; none if it is no chain.</summary>
    internal IReadOnlyList<Step> Chain { get; init; } = [];

    /// <summary>How it works sample by sample; null if it does not.</summary>
    internal SampleRole? Role { get; init; }

    internal static Step Of(Node node) => Of(node, node.Output);

    /// <param name="node">What is done.</param>
    /// <param name="output">The value that its result is, where the node takes another's place.</param>
    internal static Step Of(Node node, Value output)
    {
        TensorSpec[] specs = Array.ConvertAll(node.Inputs, v => v.Spec);
        return new(node, node.Inputs, [output], (inputs, outputs) => node.Primitive is Host host
            ? new HostKernel(host, node, inputs, outputs[0])
            : KernelFactories.Create(node.Primitive, new(specs, inputs, node.Output.Spec, outputs[0])))
        {
            IsElementwise = node.Primitive is Unary or Binary or Select,
            Role = SampleRole.Of(node),
        };
    }

    /// <summary>Whether the output may take the memory of a variable that the step reads.</summary>
    internal bool MayOverwrite(VariableState variable, Value output)
    {
        for (int i = 0; i < Inputs.Length; i++)
        {
            bool reads = Values.Root(Inputs[i]) is VariableValue v && v.Variable == variable;
            if (reads && !(IsElementwise && Inputs[i].Spec.Shape.Size() == output.Spec.Shape.Size()) && !(Node.Primitive is Scatter && i == 0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A managed function inside a program: the tensors are copied in and out.</summary>
    private sealed unsafe class HostKernel(Host host, Node node, Operand[] inputs, Operand output) : Kernel
    {
        internal override void Run(WorkerPool pool)
        {
            Tensor[] x = new Tensor[inputs.Length];
            for (int i = 0; i < inputs.Length; i++)
            {
                x[i] = Tensor.Uninitialized(node.Inputs[i].Spec);
                System.Buffer.MemoryCopy(inputs[i].Address, x[i].Buffer.Address, x[i].Spec.Bytes, x[i].Spec.Bytes);
            }

            Tensor y = Tensor.Zeros(node.Output.Spec);
            host.Compute(x, y);
            System.Buffer.MemoryCopy(y.Buffer.Address, output.Address, y.Spec.Bytes, y.Spec.Bytes);
        }
    }
}

/// <summary>What a reshape is: another name.</summary>
internal static class Values
{
    /// <summary>The value behind reshapes.</summary>
    internal static Value Root(Value value)
    {
        while (value is NodeValue { Node: { Primitive: Reshape } node })
        {
            value = node.Inputs[0];
        }

        return value;
    }
}

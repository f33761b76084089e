namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Decides which nodes run, in which memory, and makes their kernels.</summary>
/// <remarks>
/// A reshape is no call but another name for its input. A variable is written where its last value is computed,
/// unless its old value is still wanted after that; then the value is copied at the end.
/// </remarks>
internal sealed unsafe class Plan
{
    private readonly Dictionary<Value, Place> _places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<VariableState, Place> _variables = [];
    private readonly List<Kernel> _kernels = [];
    private readonly List<Tensor> _constants = [];

    internal Plan(Graph graph)
    {
        List<Node> nodes = Live(graph);
        Dictionary<VariableState, int> assigned = [];
        for (int i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].Primitive is Assign a)
            {
                assigned[a.Variable] = i;
            }
        }

        Dictionary<Value, int> lastUse = LastUses(graph, nodes);
        Dictionary<VariableState, int> lastRead = [];
        foreach ((Value value, int step) in lastUse)
        {
            if (value is VariableValue v)
            {
                lastRead[v.Variable] = step;
            }
        }

        foreach (Value feed in graph.Feeds)
        {
            _places[feed] = new();
        }

        Dictionary<Node, VariableState> inPlace = InPlace(nodes, assigned, lastRead);
        for (int i = 0; i < nodes.Count; i++)
        {
            Node node = nodes[i];
            if (node.Primitive is Assign assign)
            {
                if (assigned[assign.Variable] == i && !(Root(node.Inputs[0]) is NodeValue source && inPlace.ContainsKey(source.Node)))
                {
                    // The old value, if somebody reads it later, moves away first.
                    if (lastRead.TryGetValue(assign.Variable, out int read) && read > i)
                    {
                        Place old = Allocate(assign.Variable.Spec, i, read);
                        _kernels.Add(new CopyKernel(VariablePlace(assign.Variable).Operand, old.Operand, assign.Variable.Spec.Bytes));
                        _moved[assign.Variable] = old;
                    }

                    _kernels.Add(new CopyKernel(OperandOf(node.Inputs[0]), VariablePlace(assign.Variable).Operand, assign.Variable.Spec.Bytes));
                }

                continue;
            }

            if (node.Primitive is Reshape || node.Output.Spec.Shape.Size() == 0)
            {
                if (node.Output.Spec.Shape.Size() == 0)
                {
                    _places[node.Output] = Allocate(node.Output.Spec, i, i);
                }

                continue;
            }

            Operand[] inputs = Array.ConvertAll(node.Inputs, OperandOf);
            Place place = inPlace.TryGetValue(node, out VariableState? target)
                ? VariablePlace(target)
                : Allocate(node.Output.Spec, i, lastUse.GetValueOrDefault(node.Output, i));
            _places[node.Output] = place;
            _kernels.Add(node.Primitive is Host host
                ? new HostKernel(host, node, inputs, place.Operand)
                : KernelFactories.Create(node.Primitive, new(Array.ConvertAll(node.Inputs, v => v.Spec), inputs, node.Output.Spec, place.Operand)));
        }

        Results = [.. graph.Outputs.Select(OperandOf)];
        Variables = [.. _variables.Select(v => ((CpuVariable)v.Key, v.Value.Operand, assigned.ContainsKey(v.Key)))];
        Memory.Place();
    }

    private readonly Dictionary<VariableState, Place> _moved = [];

    internal MemoryPlan Memory { get; } = new();

    internal IReadOnlyList<Kernel> Kernels => _kernels;

    internal IReadOnlyList<Tensor> Constants => _constants;

    internal IReadOnlyList<Operand> Results { get; }

    internal IReadOnlyList<(CpuVariable, Operand, bool)> Variables { get; }

    /// <summary>Gives every planned buffer its address.</summary>
    internal void Bind(Buffer arena)
    {
        foreach (Place place in _allocated)
        {
            place.Operand.Address = arena.Address + place.Block!.Offset;
        }
    }

    internal Operand OperandOf(Value value)
    {
        value = Root(value);
        if (value is VariableValue v)
        {
            return (_moved.GetValueOrDefault(v.Variable) ?? VariablePlace(v.Variable)).Operand;
        }

        if (value is ConstantValue c && !_places.ContainsKey(value))
        {
            _constants.Add(c.Tensor);
            _places[value] = new() { Operand = { Address = c.Tensor.Buffer.Address } };
        }

        return _places[value].Operand;
    }

    private readonly List<Place> _allocated = [];

    private Place Allocate(TensorSpec spec, int first, int last)
    {
        Place place = new() { Block = Memory.Request(spec.Bytes, first, last) };
        _allocated.Add(place);
        return place;
    }

    private Place VariablePlace(VariableState variable)
    {
        if (!_variables.TryGetValue(variable, out Place? place))
        {
            _variables[variable] = place = new();
        }

        return place;
    }

    /// <summary>The value behind reshapes.</summary>
    private static Value Root(Value value)
    {
        while (value is NodeValue { Node: { Primitive: Reshape } node } && value.Spec.Shape.Size() > 0)
        {
            value = node.Inputs[0];
        }

        return value;
    }

    /// <summary>Nodes that an output or the last write of a variable needs, in order.</summary>
    private static List<Node> Live(Graph graph)
    {
        HashSet<Node> live = [];
        HashSet<VariableState> written = [];
        HashSet<Value> wanted = new(graph.Outputs, ReferenceEqualityComparer.Instance);
        foreach (Node node in graph.Nodes.Reverse())
        {
            bool needed = node.Primitive is Assign assign ? written.Add(assign.Variable) : wanted.Contains(node.Output);
            if (needed)
            {
                live.Add(node);
                wanted.UnionWith(node.Inputs);
            }
        }

        return [.. graph.Nodes.Where(live.Contains)];
    }

    private static Dictionary<Value, int> LastUses(Graph graph, List<Node> nodes)
    {
        Dictionary<Value, int> last = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].Primitive is not Reshape)
            {
                foreach (Value input in nodes[i].Inputs)
                {
                    last[Root(input)] = i;
                }
            }
        }

        foreach (Value output in graph.Outputs)
        {
            last[Root(output)] = nodes.Count;
        }

        return last;
    }

    /// <summary>Nodes that may write straight into the variable that takes their result.</summary>
    private static Dictionary<Node, VariableState> InPlace(
        List<Node> nodes, Dictionary<VariableState, int> assigned, Dictionary<VariableState, int> lastRead)
    {
        Dictionary<Node, int> position = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < nodes.Count; i++)
        {
            position[nodes[i]] = i;
        }

        Dictionary<Node, VariableState> result = new(ReferenceEqualityComparer.Instance);
        foreach ((VariableState variable, int at) in assigned)
        {
            if (Root(nodes[at].Inputs[0]) is not NodeValue { Node: { } node } || result.ContainsKey(node))
            {
                continue;
            }

            int made = position[node];
            int read = lastRead.GetValueOrDefault(variable, -1);
            bool elementwise = node.Primitive is Unary or Binary or Select;
            bool sameShape = node.Inputs.All(v => !(Root(v) is VariableValue w && w.Variable == variable) || v.Spec.Shape == node.Output.Spec.Shape);
            if (read < made || (read == made && elementwise && sameShape))
            {
                result[node] = variable;
            }
        }

        return result;
    }

    private sealed class Place
    {
        internal Operand Operand { get; } = new();

        internal MemoryPlan.Block? Block { get; init; }
    }

    private sealed class CopyKernel(Operand from, Operand to, long bytes) : Kernel
    {
        internal override void Run(WorkerPool pool) => System.Buffer.MemoryCopy(from.Address, to.Address, bytes, bytes);
    }

    /// <summary>A managed function inside a program: the tensors are copied in and out.</summary>
    private sealed class HostKernel(Host host, Node node, Operand[] inputs, Operand output) : Kernel
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

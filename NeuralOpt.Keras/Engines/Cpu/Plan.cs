namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Decides which nodes run, fused how, in which memory, and makes their kernels.</summary>
/// <remarks>
/// A reshape is no call but another name for its input. A variable is written where its last value is computed,
/// unless its old value is still wanted after that; then the value is copied at the end.
/// </remarks>
internal sealed unsafe class Plan
{
    private readonly Dictionary<Value, Place> _places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<VariableState, Place> _variables = [];
    private readonly Dictionary<VariableState, Place> _moved = [];
    private readonly List<Place> _allocated = [];
    private readonly List<Kernel> _kernels = [];
    private readonly List<KernelNote> _notes = [];
    private readonly List<Tensor> _constants = [];
    private readonly Place _nothing;

    internal Plan(Graph graph, bool fuse = true)
    {
        List<Step> steps = [.. Live(graph).Where(n => n.Primitive is not Reshape && n.Output.Spec.Shape.Size() > 0).Select(Step.Of)];
        foreach (IFusion fusion in fuse ? Fusions.All : [])
        {
            steps = fusion.Apply(steps, graph.Outputs);
        }

        _nothing = Allocate(0, 0, 0);
        foreach (Value feed in graph.Feeds)
        {
            _places[feed] = new();
        }

        Dictionary<VariableState, int> assigned = [];
        for (int i = 0; i < steps.Count; i++)
        {
            if (steps[i].Node.Primitive is Assign assign)
            {
                assigned[assign.Variable] = i;
            }
        }

        (Dictionary<Value, int> lastUse, Dictionary<VariableState, int> lastRead) = LastUses(graph, steps);
        Dictionary<Value, VariableState> inPlace = InPlace(steps, assigned, lastRead);
        for (int i = 0; i < steps.Count; i++)
        {
            Step step = steps[i];
            if (step.Node.Primitive is Assign assign)
            {
                Write(assign.Variable, step.Inputs[0], i, lastRead.GetValueOrDefault(assign.Variable, -1), inPlace);
                continue;
            }

            Operand[] inputs = Array.ConvertAll(step.Inputs, OperandOf);
            foreach (Value output in step.Outputs)
            {
                _places[output] = inPlace.TryGetValue(output, out VariableState? target)
                    ? VariablePlace(target)
                    : Allocate(output.Spec.Bytes, i, lastUse.GetValueOrDefault(output, i));
            }

            _kernels.Add(step.Make(inputs, Array.ConvertAll(step.Outputs, o => _places[o].Operand)));
            _notes.Add(new(step.Members, step.Inputs, step.Outputs, _places[step.Outputs[0]].Block) { Chain = step.Chain });
        }

        Results = [.. graph.Outputs.Select(OperandOf)];
        Variables = [.. _variables.Select(v => ((CpuVariable)v.Key, v.Value.Operand, assigned.ContainsKey(v.Key)))];
        Memory.Place();
    }

    internal MemoryPlan Memory { get; } = new();

    internal IReadOnlyList<Kernel> Kernels => _kernels;

    /// <summary>What each kernel stands for.</summary>
    internal IReadOnlyList<KernelNote> Notes => _notes;

    internal IReadOnlyList<Tensor> Constants => _constants;

    internal IReadOnlyList<Operand> Results { get; }

    internal IReadOnlyList<(CpuVariable, Operand, bool)> Variables { get; }

    /// <summary>Where each planned buffer lies in the arena.</summary>
    internal IEnumerable<(Operand Operand, long Offset)> Placed => _allocated.Select(static p => (p.Operand, p.Block!.Offset));

    internal Operand OperandOf(Value value)
    {
        value = Values.Root(value);
        if (value is VariableValue v)
        {
            return (_moved.GetValueOrDefault(v.Variable) ?? VariablePlace(v.Variable)).Operand;
        }

        if (_places.TryGetValue(value, out Place? place))
        {
            return place.Operand;
        }

        if (value is ConstantValue c)
        {
            _constants.Add(c.Tensor);
            _places[value] = place = new() { Operand = { Address = c.Tensor.Buffer.Address } };
            return place.Operand;
        }

        // Only what has no elements is computed by no step.
        return value.Spec.Shape.Size() == 0
            ? _nothing.Operand
            : throw new EngineException($"cpu engine: every value that is read must have been computed before. Received: {value.Spec}.");
    }

    /// <summary>Puts a value into a variable at step <paramref name="at"/>, unless it was computed there.</summary>
    private void Write(VariableState variable, Value value, int at, int lastRead, Dictionary<Value, VariableState> inPlace)
    {
        if (inPlace.GetValueOrDefault(Values.Root(value)) == variable)
        {
            return;
        }

        Operand from = OperandOf(value);
        if (lastRead > at)
        {
            // The old value moves away first.
            Place old = Allocate(variable.Spec.Bytes, at, lastRead);
            Copy(variable, VariablePlace(variable).Operand, old.Operand, old.Block);
            _moved[variable] = old;
        }

        if (from != VariablePlace(variable).Operand)
        {
            Copy(variable, from, VariablePlace(variable).Operand, null);
        }
    }

    private void Copy(VariableState variable, Operand from, Operand to, MemoryPlan.Block? block)
    {
        Value value = new VariableValue(variable.Spec, variable);
        _kernels.Add(new CopyKernel(from, to, variable.Spec.Bytes));
        _notes.Add(new([], [value], [value], block));
    }

    private Place Allocate(long bytes, int first, int last)
    {
        Place place = new() { Block = Memory.Request(bytes, first, last) };
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

    /// <summary>The last step that reads a value, and a variable's old value; the number of steps for what is returned.</summary>
    private static (Dictionary<Value, int> Values, Dictionary<VariableState, int> Variables) LastUses(Graph graph, List<Step> steps)
    {
        Dictionary<Value, int> values = new(ReferenceEqualityComparer.Instance);
        Dictionary<VariableState, int> variables = [];
        for (int i = 0; i < steps.Count; i++)
        {
            foreach (Value input in steps[i].Inputs)
            {
                Use(input, i);
            }
        }

        foreach (Value output in graph.Outputs)
        {
            Use(output, steps.Count);
        }

        return (values, variables);

        void Use(Value value, int step)
        {
            value = Values.Root(value);
            values[value] = step;
            if (value is VariableValue v)
            {
                variables[v.Variable] = step;
            }
        }
    }

    /// <summary>Results that may be written straight into the variable that takes them.</summary>
    private static Dictionary<Value, VariableState> InPlace(
        List<Step> steps, Dictionary<VariableState, int> assigned, Dictionary<VariableState, int> lastRead)
    {
        Dictionary<Value, int> made = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < steps.Count; i++)
        {
            foreach (Value output in steps[i].Outputs)
            {
                made[output] = i;
            }
        }

        Dictionary<Value, VariableState> result = new(ReferenceEqualityComparer.Instance);
        foreach ((VariableState variable, int at) in assigned)
        {
            Value value = Values.Root(steps[at].Inputs[0]);
            if (!made.TryGetValue(value, out int step) || result.ContainsKey(value))
            {
                continue;
            }

            int read = lastRead.GetValueOrDefault(variable, -1);
            if (read < step || (read == step && steps[step].MayOverwrite(variable, value)))
            {
                result[value] = variable;
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
}

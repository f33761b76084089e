namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Elementwise steps that feed one another become one pass over memory.</summary>
/// <remarks>
/// Two groups are fused where one reads the other's result element by element, if no step outside must run between
/// them. Repetitions (BroadcastTo) are read through: the source is broadcast on the way in, and what nobody reads any
/// more is dropped.
/// </remarks>
internal sealed class ElementwiseFusion : IFusion
{
    private const int MaxMembers = 48;

    public List<Step> Apply(List<Step> steps, IReadOnlyList<Value> outputs) => new Pass(steps, outputs).Run();

    /// <summary>One application to one program.</summary>
    private sealed class Pass
    {
        private readonly List<Step> _steps;
        private readonly Uses _uses;
        private readonly StepGroups _groups;

        internal Pass(List<Step> steps, IReadOnlyList<Value> outputs)
        {
            // Repetitions are resolved first, so that who reads what is known.
            _steps = [.. steps.Select(s => IsMember(s)
                ? new Step(s.Node, [.. s.Node.Inputs.Select(v => Source(v, s.Node.Output).Value)], s.Outputs, s.Make) { IsElementwise = true }
                : s)];
            Uses all = new(_steps, outputs);
            _steps.RemoveAll(s => s.Node.Primitive is BroadcastTo && all.Readers(s.Outputs[0]).Count == 0 && !all.IsReturned(s.Outputs[0]));
            _uses = new(_steps, outputs);
            _groups = new(_steps, _uses);
        }

        internal List<Step> Run()
        {
            for (int i = 0; i < _steps.Count; i++)
            {
                if (!IsMember(_steps[i]))
                {
                    continue;
                }

                int size = _steps[i].Outputs[0].Spec.Shape.Size();
                foreach (int maker in _groups.Makers(i))
                {
                    if (IsMember(_steps[maker]) && _steps[maker].Outputs[0].Spec.Shape.Size() == size
                        && _groups.Of(i).Count + _groups.Of(maker).Count <= MaxMembers)
                    {
                        _groups.TryJoin(i, maker);
                    }
                }
            }

            return [.. _groups.InOrder().Select(g => g.Count > 1 || IsMember(_steps[g[0]]) ? Join(g) : _steps[g[0]])];
        }

        private static bool IsMember(Step step) => step.Node.Primitive is Unary or Binary or Select or Cast && step.Members.Count == 1;

        /// <summary>What an input is read from, and the shape to which that is broadcast.</summary>
        private static (Value Value, TensorSpec Spec, Shape Shape) Source(Value input, Value output)
            => Values.Root(input) is NodeValue { Node: { Primitive: BroadcastTo } node } && input.Spec.Shape.Size() == output.Spec.Shape.Size()
                ? (node.Inputs[0], node.Inputs[0].Spec, node.Output.Spec.Shape)
                : (input, input.Spec, output.Spec.Shape);

        private Step Join(List<int> group)
        {
            List<Value> inputs = [];
            List<(TensorSpec Spec, Shape Shape)> walks = [];
            Dictionary<Value, int> made = new(ReferenceEqualityComparer.Instance);
            Value[] values = [.. group.Select(i => _steps[i].Outputs[0])];
            int[][] slots = new int[group.Count][];
            for (int i = 0; i < group.Count; i++)
            {
                slots[i] = Array.ConvertAll(_steps[group[i]].Node.Inputs, v => Slot(v, values[i]));
                made[values[i]] = i;
            }

            // Slots of results are counted down from -1 until the number of inputs is known.
            int count = inputs.Count;
            slots = Array.ConvertAll(slots, s => Array.ConvertAll(s, k => k < 0 ? count - 1 - k : k));
            bool[] kept = [.. group.Select(IsKept)];
            Node[] nodes = [.. group.Select(i => _steps[i].Node)];
            Value[] results = [.. values.Where((_, i) => kept[i])];
            SampleRole? role = Role();
            return new(nodes[^1], [.. inputs], results, (from, to) =>
            {
                Operand?[] places = new Operand?[nodes.Length];
                int next = 0;
                for (int i = 0; i < places.Length; i++)
                {
                    places[i] = kept[i] ? to[next++] : null;
                }

                return new ElementwiseKernel(
                    nodes[0].Output.Spec.Shape.Size(),
                    [.. from.Select((operand, i) => (operand, walks[i].Spec, walks[i].Shape))],
                    [.. nodes.Select((n, i) => new ElementwiseKernel.Instruction(LoopOf(n), slots[i]))],
                    places,
                    Array.ConvertAll(nodes, n => n.Output.Spec.DType))
                {
                    Samples = role?.Samples ?? 1,
                };
            })
            {
                IsElementwise = true,
                Members = nodes,
                Role = role,
            };

            int Slot(Value input, Value output)
            {
                (Value value, TensorSpec spec, Shape shape) = Source(input, output);
                if (made.TryGetValue(Values.Root(value), out int maker))
                {
                    return -1 - maker;
                }

                for (int i = 0; i < inputs.Count; i++)
                {
                    if (Values.Root(inputs[i]) == Values.Root(value) && walks[i].Spec.Shape == spec.Shape && walks[i].Shape == shape)
                    {
                        return i;
                    }
                }

                inputs.Add(value);
                walks.Add((spec, shape));
                return inputs.Count - 1;
            }

            SampleRole? Role()
            {
                Shape shape = nodes[0].Output.Spec.Shape;
                bool[] isWhole = [.. walks.Select(w => w.Spec.Shape.Size() == shape.Size())];
                return shape.Rank > 0 && walks.Zip(isWhole).All(w => w.Second || w.First.Spec.Shape.Size() == 1)
                    ? new(shape[0], [.. Enumerable.Range(0, isWhole.Length).Where(i => isWhole[i])], [.. Enumerable.Range(0, results.Length)])
                    : null;
            }

            bool IsKept(int member)
            {
                Value output = _steps[member].Outputs[0];
                return _uses.IsReturned(output) || _uses.Readers(output).Any(r => _groups.Of(r) != group);
            }
        }

        private static Loop LoopOf(Node node) => node.Primitive switch
        {
            Unary unary => Loops.Of(unary.Kind, node.Inputs[0].Spec.DType),
            Binary binary => Loops.Of(binary.Kind, node.Inputs[0].Spec.DType),
            Select => Loops.Select(node.Output.Spec.DType),
            _ => Loops.Cast(node.Inputs[0].Spec.DType, node.Output.Spec.DType),
        };
    }
}

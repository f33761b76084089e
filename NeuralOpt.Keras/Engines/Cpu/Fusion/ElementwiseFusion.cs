namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Elementwise steps that feed one another become one pass over memory.</summary>
/// <remarks>
/// Two groups are joined where one reads the other's result element by element, if no step outside must run between
/// them. Repetitions (BroadcastTo) are read through: the source is repeated on the way in, and what nobody reads any
/// more is dropped.
/// </remarks>
internal sealed class ElementwiseFusion : IFusion
{
    private const int MaxMembers = 48;

    // Beyond so many groups looked at, two groups stay apart: long programs must not take long to plan.
    private const int MaxSearch = 4000;

    public List<Step> Apply(List<Step> steps, IReadOnlyList<Value> outputs) => new Pass(steps, outputs).Run();

    /// <summary>One application to one program.</summary>
    private sealed class Pass
    {
        private readonly List<Step> _steps;
        private readonly Uses _uses;
        private readonly List<int>[] _groups;
        private readonly int[][] _makers;

        internal Pass(List<Step> steps, IReadOnlyList<Value> outputs)
        {
            // Repetitions are resolved first, so that who reads what is known.
            _steps = [.. steps.Select(s => IsMember(s)
                ? new Step(s.Node, [.. s.Node.Inputs.Select(v => Source(v, s.Node.Output).Value)], s.Outputs, s.Make) { IsElementwise = true }
                : s)];
            Uses all = new(_steps, outputs);
            _steps.RemoveAll(s => s.Node.Primitive is BroadcastTo && all.Readers(s.Outputs[0]).Count == 0 && !all.IsReturned(s.Outputs[0]));
            _uses = new(_steps, outputs);
            _groups = new List<int>[_steps.Count];
            _makers = new int[_steps.Count][];
            for (int i = 0; i < _steps.Count; i++)
            {
                _groups[i] = [i];
                _makers[i] = [.. _steps[i].Inputs.Select(v => _uses.Maker(Values.Root(v))).Where(m => m >= 0).Distinct()];
            }
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
                foreach (int maker in _makers[i])
                {
                    if (IsMember(_steps[maker]) && _steps[maker].Outputs[0].Spec.Shape.Size() == size)
                    {
                        TryJoin(_groups[i], _groups[maker]);
                    }
                }
            }

            return [.. InOrder().Select(g => g.Count > 1 || IsMember(_steps[g[0]]) ? Join(g) : _steps[g[0]])];
        }

        private static bool IsMember(Step step) => step.Node.Primitive is Unary or Binary or Select or Cast && step.Outputs.Length == 1
            && step.Node.Inputs.Length == step.Inputs.Length;

        /// <summary>What an input is read from, and the shape to which that is repeated.</summary>
        private static (Value Value, TensorSpec Spec, Shape Shape) Source(Value input, Value output)
            => Values.Root(input) is NodeValue { Node: { Primitive: BroadcastTo } node } && input.Spec.Shape.Size() == output.Spec.Shape.Size()
                ? (node.Inputs[0], node.Inputs[0].Spec, node.Output.Spec.Shape)
                : (input, input.Spec, output.Spec.Shape);

        private void TryJoin(List<int> a, List<int> b)
        {
            if (a == b || a.Count + b.Count > MaxMembers || LeavesAndReturns(a, b))
            {
                return;
            }

            a.AddRange(b);
            a.Sort();
            foreach (int member in b)
            {
                _groups[member] = a;
            }
        }

        /// <summary>Whether a way leads from one of the groups over other steps back into one: then they cannot be one step.</summary>
        private bool LeavesAndReturns(List<int> a, List<int> b)
        {
            HashSet<List<int>> seen = new(ReferenceEqualityComparer.Instance);
            Stack<List<int>> open = [];
            foreach (int maker in a.Concat(b).SelectMany(m => _makers[m]))
            {
                if (_groups[maker] != a && _groups[maker] != b && seen.Add(_groups[maker]))
                {
                    open.Push(_groups[maker]);
                }
            }

            while (open.TryPop(out List<int>? group))
            {
                if (seen.Count > MaxSearch)
                {
                    return true;
                }

                foreach (int member in group)
                {
                    foreach (int maker in _makers[member])
                    {
                        List<int> next = _groups[maker];
                        if (next == a || next == b)
                        {
                            return true;
                        }

                        if (seen.Add(next))
                        {
                            open.Push(next);
                        }
                    }
                }
            }

            return false;
        }

        /// <summary>The groups so that each comes after what it reads, as near to the old order as that allows.</summary>
        private List<List<int>> InOrder()
        {
            List<List<int>> order = [];
            HashSet<List<int>> done = new(ReferenceEqualityComparer.Instance);
            for (int i = 0; i < _steps.Count; i++)
            {
                // A group stands where its last member stood, unless somebody needs it earlier.
                if (_groups[i][^1] == i)
                {
                    Visit(_groups[i]);
                }
            }

            return order;

            void Visit(List<int> group)
            {
                if (!done.Add(group))
                {
                    return;
                }

                foreach (int member in group)
                {
                    foreach (int maker in _makers[member])
                    {
                        if (_groups[maker] != group)
                        {
                            Visit(_groups[maker]);
                        }
                    }
                }

                order.Add(group);
            }
        }

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
                    Array.ConvertAll(nodes, n => n.Output.Spec.DType));
            })
            {
                IsElementwise = true,
                Members = nodes,
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

            bool IsKept(int member)
            {
                Value output = _steps[member].Outputs[0];
                return _uses.IsReturned(output) || _uses.Readers(output).Any(r => _groups[r] != group);
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

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>A pass that joins steps of a program. What it gives computes the same values.</summary>
internal interface IFusion
{
    /// <param name="steps">The steps in order.</param>
    /// <param name="outputs">Values that the program returns.</param>
    List<Step> Apply(List<Step> steps, IReadOnlyList<Value> outputs);
}

/// <summary>The passes, in order: the large kernels take what they can, the elementwise rest is fused, and what can go sample by sample is chained.</summary>
internal static class Fusions
{
    internal static IReadOnlyList<IFusion> All { get; } = [new EpilogueFusion(), new PoolMask(), new PoolWinners(), new MaxMask(), new MaxWinners(), new ElementwiseFusion(), new ChainFusion()];
}

/// <summary>Who makes and who reads each value of a list of steps.</summary>
internal sealed class Uses
{
    private readonly Dictionary<Value, List<int>> _readers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Value, int> _makers = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Value> _returned;

    internal Uses(List<Step> steps, IReadOnlyList<Value> outputs)
    {
        _returned = new(outputs.Select(Values.Root), ReferenceEqualityComparer.Instance);
        for (int i = 0; i < steps.Count; i++)
        {
            foreach (Value input in steps[i].Inputs)
            {
                Value root = Values.Root(input);
                if (!_readers.TryGetValue(root, out List<int>? readers))
                {
                    _readers[root] = readers = [];
                }

                readers.Add(i);
            }

            foreach (Value output in steps[i].Outputs)
            {
                _makers[output] = i;
            }
        }
    }

    /// <summary>The step that makes a value, -1 for what is there before the first.</summary>
    internal int Maker(Value value) => _makers.GetValueOrDefault(value, -1);

    internal IReadOnlyList<int> Readers(Value value) => _readers.GetValueOrDefault(value) ?? [];

    internal bool IsReturned(Value value) => _returned.Contains(value);

    /// <summary>The one step that reads a value, once; -1 if there is another reader or the program returns it.</summary>
    internal int OnlyReader(Value value) => !IsReturned(value) && Readers(value) is [int reader] ? reader : -1;
}

namespace NeuralOpt.Keras;

/// <summary>Remembers the ops that lie between watched tensors and a result, and walks them backwards.</summary>
internal sealed class Tape
{
    [ThreadStatic]
    private static List<Tape>? t_active;

    private readonly List<Entry> _entries = [];
    private readonly HashSet<Tensor> _tracked = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Variable, List<Tensor>> _reads = new(ReferenceEqualityComparer.Instance);
    private readonly bool _watchVariables;

    internal Tape(bool watchVariables = true) => _watchVariables = watchVariables;

    /// <summary>Whether a tape is open on this thread.</summary>
    internal static bool IsRecording => t_active is { Count: > 0 };

    internal void Start() => (t_active ??= []).Add(this);

    internal void Stop() => t_active?.Remove(this);

    internal void Watch(Tensor tensor) => _tracked.Add(tensor);

    internal void Watch(Variable variable)
    {
        _reads.TryAdd(variable, []);
        _ = variable.Value;
    }

    internal static void Record(Op op, Tensor[] x, Tensor y)
    {
        if (t_active is not { Count: > 0 } active)
        {
            return;
        }

        foreach (Tape tape in active)
        {
            foreach (Tensor input in x)
            {
                if (tape._tracked.Contains(input))
                {
                    tape._tracked.Add(y);
                    tape._entries.Add(new(op, x, y));
                    break;
                }
            }
        }
    }

    /// <summary>A variable was read: its value stands for it from here on.</summary>
    internal static void Read(Variable variable, Tensor value)
    {
        if (t_active is not { Count: > 0 } active)
        {
            return;
        }

        foreach (Tape tape in active)
        {
            if (tape._reads.TryGetValue(variable, out List<Tensor>? reads))
            {
                reads.Add(value);
                tape._tracked.Add(value);
            }
            else if (tape._watchVariables && variable.Trainable)
            {
                tape._reads[variable] = [value];
                tape._tracked.Add(value);
            }
        }
    }

    /// <summary>The variables that were watched and read, in the order of their first reading.</summary>
    internal IEnumerable<Variable> Variables => _reads.Keys;

    /// <summary>Gradients of sum(target * seed) by tensors and variables; null where the target does not depend on the source.</summary>
    /// <remarks>A variable that was only looked up row by row has <see cref="IndexedSlices"/> for a gradient.</remarks>
    internal Tensor?[] Gradients(IReadOnlyList<Tensor> targets, IReadOnlyList<Tensor?> seeds, IReadOnlyList<object> sources)
    {
        Dictionary<Tensor, Tensor> gradients = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < targets.Count; i++)
        {
            if (_tracked.Contains(targets[i]))
            {
                Accumulate(gradients, targets[i], seeds[i] ?? Ops.OnesLike(targets[i]));
            }
        }

        for (int i = _entries.Count - 1; i >= 0; i--)
        {
            Entry e = _entries[i];
            if (!gradients.TryGetValue(e.Output, out Tensor? dy))
            {
                continue;
            }

            Tensor?[] dx = e.Op.Backward(IndexedSlices.Dense(dy), e.Output, e.Inputs);
            for (int k = 0; k < dx.Length; k++)
            {
                if (dx[k] is { } d && _tracked.Contains(e.Inputs[k]))
                {
                    Accumulate(gradients, e.Inputs[k], d);
                }
            }
        }

        return [.. sources.Select(s => s is Variable v ? OfVariable(gradients, v) : Dense(gradients.GetValueOrDefault((Tensor)s)))];
    }

    private Tensor? OfVariable(Dictionary<Tensor, Tensor> gradients, Variable variable)
    {
        Tensor? sum = null;
        foreach (Tensor read in _reads.GetValueOrDefault(variable) ?? [])
        {
            if (gradients.Remove(read, out Tensor? g))
            {
                sum = sum is null ? g : IndexedSlices.Add(sum, g);
            }
        }

        return sum;
    }

    private static Tensor? Dense(Tensor? t) => t is null ? null : IndexedSlices.Dense(t);

    private static void Accumulate(Dictionary<Tensor, Tensor> gradients, Tensor of, Tensor by)
        => gradients[of] = gradients.TryGetValue(of, out Tensor? sum) ? IndexedSlices.Add(sum, by) : by;

    private readonly record struct Entry(Op Op, Tensor[] Inputs, Tensor Output);
}

namespace NeuralOpt.Keras;

/// <summary>Remembers the ops that lie between watched tensors and a result, and walks them backwards.</summary>
/// <remarks>
/// Open tapes flow with the asynchronous flow: what is computed after an <c>await</c>, in a task or in a parallel loop is recorded too.
/// </remarks>
internal sealed class Tape
{
    private static readonly AsyncLocal<Tape[]?> s_active = new();

    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private readonly HashSet<Tensor> _tracked = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Variable, List<Tensor>> _reads = new(ReferenceEqualityComparer.Instance);
    private readonly bool _watchVariables;

    // A task that was started under the tape may outlive it.
    private volatile bool _open;

    internal Tape(bool watchVariables = true) => _watchVariables = watchVariables;

    /// <summary>Whether a tape is open in this flow.</summary>
    internal static bool IsRecording => s_active.Value is { } active && Array.Exists(active, static t => t._open);

    /// <summary>Whether what this flow computes comes onto this tape.</summary>
    internal bool IsOpenHere => _open && s_active.Value is { } active && Array.IndexOf(active, this) >= 0;

    internal void Start()
    {
        _open = true;
        Tape[] active = s_active.Value ?? [];
        if (Array.IndexOf(active, this) < 0)
        {
            s_active.Value = [.. active, this];
        }
    }

    internal void Stop()
    {
        _open = false;
        Tape[] rest = [.. (s_active.Value ?? []).Where(t => t != this)];
        s_active.Value = rest.Length > 0 ? rest : null;
    }

    /// <summary>Nothing is recorded until the result is disposed: for what no gradient can be asked of.</summary>
    internal static IDisposable? Suspend() => s_active.Value is { } active ? new Suspension(active) : null;

    internal void Watch(Tensor tensor)
    {
        if (!tensor.DType.IsFloating())
        {
            return;
        }

        lock (_lock)
        {
            _tracked.Add(tensor);
        }
    }

    internal void Watch(Variable variable)
    {
        lock (_lock)
        {
            _reads.TryAdd(variable, []);
        }

        _ = variable.Value;
    }

    internal static void Record(Op op, Tensor[] x, Tensor y)
    {
        foreach (Tape tape in s_active.Value ?? [])
        {
            tape.Add(op, x, y);
        }
    }

    private void Add(Op op, Tensor[] x, Tensor y)
    {
        // Integers have no gradient, nor has what is computed from them alone.
        if (!_open || !y.DType.IsFloating())
        {
            return;
        }

        lock (_lock)
        {
            foreach (Tensor input in x)
            {
                if (_tracked.Contains(input))
                {
                    _tracked.Add(y);
                    _entries.Add(new(op, x, y));
                    break;
                }
            }
        }
    }

    /// <summary>A variable was read: its value stands for it from here on.</summary>
    internal static void Read(Variable variable, Tensor value)
    {
        foreach (Tape tape in s_active.Value ?? [])
        {
            tape.Add(variable, value);
        }
    }

    private void Add(Variable variable, Tensor value)
    {
        if (!_open || !value.DType.IsFloating())
        {
            return;
        }

        lock (_lock)
        {
            if (_reads.TryGetValue(variable, out List<Tensor>? reads))
            {
                reads.Add(value);
                _tracked.Add(value);
            }
            else if (_watchVariables && variable.Trainable)
            {
                _reads[variable] = [value];
                _tracked.Add(value);
            }
        }
    }

    /// <summary>The variables that were watched and read, in the order of their first reading.</summary>
    internal IReadOnlyList<Variable> Variables
    {
        get
        {
            lock (_lock)
            {
                return [.. _reads.Keys];
            }
        }
    }

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
        foreach (Tensor read in (_reads.GetValueOrDefault(variable) ?? []).Distinct<Tensor>(ReferenceEqualityComparer.Instance))
        {
            if (gradients.TryGetValue(read, out Tensor? g))
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

    private sealed class Suspension : IDisposable
    {
        private readonly Tape[] _active;

        internal Suspension(Tape[] active)
        {
            _active = active;
            s_active.Value = null;
        }

        public void Dispose() => s_active.Value = _active;
    }
}

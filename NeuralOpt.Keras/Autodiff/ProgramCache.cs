using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>The programs of a function by the shapes and dtypes of their inputs; of many, those used last are kept.</summary>
internal sealed class ProgramCache(int limit)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TensorSpec[], LinkedListNode<Entry>> _bySpecs = new(new SpecComparer());
    private readonly LinkedList<Entry> _lastFirst = new();

    /// <summary>How many are kept.</summary>
    internal int Count => _bySpecs.Count;

    /// <summary>The program for inputs like these, which is then the one used last; null if there is none.</summary>
    internal Entry? Find(TensorSpec[] specs)
    {
        lock (_lock)
        {
            if (!_bySpecs.TryGetValue(specs, out LinkedListNode<Entry>? node))
            {
                return null;
            }

            _lastFirst.Remove(node);
            _lastFirst.AddFirst(node);
            return node.Value;
        }
    }

    /// <summary>Keeps a program; beyond the limit the one that was not used for longest is let go.</summary>
    internal Entry Add(Entry entry)
    {
        lock (_lock)
        {
            _bySpecs[entry.Specs] = _lastFirst.AddFirst(entry);
            if (_bySpecs.Count > limit)
            {
                _bySpecs.Remove(_lastFirst.Last!.Value.Specs);
                _lastFirst.RemoveLast();
            }
        }

        return entry;
    }

    /// <summary>A traced step, which the first that needs it compiles; others wait for that one alone.</summary>
    internal sealed class Entry(TensorSpec[] specs, Graph graph, Workspace workspace)
    {
        private readonly Lock _lock = new();
        private Graph? _graph = graph;
        private volatile IProgram? _program;

        internal TensorSpec[] Specs { get; } = specs;

        internal IProgram Program => _program ?? Compile();

        internal bool Matches(Tensor[] inputs)
        {
            if (inputs.Length != Specs.Length)
            {
                return false;
            }

            for (int i = 0; i < Specs.Length; i++)
            {
                if (!inputs[i].Spec.Equals(Specs[i]))
                {
                    return false;
                }
            }

            return true;
        }

        private IProgram Compile()
        {
            lock (_lock)
            {
                if (_program is null)
                {
                    _program = Device.Current.Compile(_graph!, workspace);
                    _graph = null;
                }

                return _program;
            }
        }
    }

    private sealed class SpecComparer : IEqualityComparer<TensorSpec[]>
    {
        public bool Equals(TensorSpec[]? a, TensorSpec[]? b) => a.AsSpan().SequenceEqual(b);

        public int GetHashCode(TensorSpec[] specs)
        {
            HashCode hash = default;
            foreach (TensorSpec spec in specs)
            {
                hash.Add(spec);
            }

            return hash.ToHashCode();
        }
    }
}

namespace NeuralOpt.Keras;

/// <summary>What Keras keeps process-wide: the generator of default seeds, the global seed generator, the counters of names.</summary>
/// <remarks>It flows with the asynchronous flow; a test that seeds opens its own, so that tests run in parallel.</remarks>
internal sealed class Session
{
    private static readonly Session s_process = new();
    private static readonly AsyncLocal<Session?> s_current = new();

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _names = [];
    private MersenneTwister _python = MersenneTwister.FromEntropy();
    private Variable? _generator;

    /// <summary>The session of this flow; that of the process where none was opened.</summary>
    internal static Session Current => s_current.Value ?? s_process;

    /// <summary>What <c>Utils.SetRandomSeed</c> was given; null if it was not called.</summary>
    internal long? Seed { get; private set; }

    /// <summary>What <c>Utils.SetProgressStyle</c> chose.</summary>
    internal ProgressStyle ProgressStyle { get; set; }

    /// <summary>State of the generator behind <c>seed: null</c>, made from a default seed when first used.</summary>
    internal Variable Generator
    {
        get
        {
            lock (_lock)
            {
                return _generator ??= new(Tensor.From<long>([_python.Randint(1, 1_000_000_000), 0], 2), trainable: false, name: "global_seed_generator_state");
            }
        }
    }

    /// <summary>Opens a session of its own until the result is disposed.</summary>
    internal static IDisposable Enter()
    {
        Scope scope = new(s_current.Value);
        s_current.Value = new();
        return scope;
    }

    /// <summary>The seed of whatever was made without one: Python's <c>random.randint(1, 1000000000)</c>.</summary>
    internal int NextSeed()
    {
        lock (_lock)
        {
            return (int)_python.Randint(1, 1_000_000_000);
        }
    }

    /// <summary><c>dense</c>, then <c>dense_1</c>, <c>dense_2</c>, ...</summary>
    internal string UniqueName(string prefix)
    {
        lock (_lock)
        {
            int count = _names.GetValueOrDefault(prefix);
            _names[prefix] = count + 1;
            return count == 0 ? prefix : $"{prefix}_{count}";
        }
    }

    internal void SetSeed(long seed)
    {
        lock (_lock)
        {
            Seed = seed;
            _python = MersenneTwister.FromPythonSeed((ulong)seed);
            _generator = null;
        }
    }

    /// <summary>Names start anew, and so does the global generator, from the next default seed.</summary>
    internal void Clear()
    {
        lock (_lock)
        {
            _names.Clear();
            _generator = null;
        }
    }

    private sealed class Scope(Session? outer) : IDisposable
    {
        public void Dispose() => s_current.Value = outer;
    }
}

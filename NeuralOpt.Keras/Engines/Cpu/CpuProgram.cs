using System.Diagnostics;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>A flat list of kernel calls over one arena, which it has while it runs. A steady run allocates only what it returns.</summary>
internal sealed unsafe class CpuProgram : IProgram
{
    private readonly Lock _lock = new();
    private readonly IReadOnlyList<Value> _outputs;
    private readonly Operand[] _feeds;
    private readonly TensorSpec[] _feedSpecs;
    private readonly (CpuVariable Variable, Operand Operand, bool Written)[] _variables;
    private readonly Buffer[] _held;
    private readonly Kernel[] _kernels;
    private readonly Operand[] _results;
    private readonly long[] _resultBytes;
    private readonly Workspace _workspace;
    private readonly (Operand Operand, long Offset)[] _placed;
    private readonly long _scratchOffset;
    private readonly long _arenaBytes;
    private readonly Tensor[] _constants;
    private readonly ProgramReport _report;

    // Where the operands point to; what is there belongs to the workspace.
    private byte* _bound;

    internal CpuProgram(Graph graph, bool fuse = true, Workspace? workspace = null)
    {
        Plan plan = new(graph, fuse);
        _workspace = workspace ?? new();
        _outputs = graph.Outputs;
        _feedSpecs = [.. graph.Feeds.Select(f => f.Spec)];
        _feeds = [.. graph.Feeds.Select(plan.OperandOf)];
        _results = [.. plan.Results];
        _resultBytes = [.. graph.Outputs.Select(o => o.Spec.Bytes)];
        _variables = [.. plan.Variables];
        _held = new Buffer[_variables.Length];
        _kernels = [.. plan.Kernels];
        _constants = [.. plan.Constants];

        nuint scratch = 0;
        foreach (Kernel kernel in _kernels)
        {
            scratch = Math.Max(scratch, kernel.ScratchBytes);
        }

        _placed = [.. plan.Placed];
        _scratchOffset = plan.Memory.Bytes;
        _arenaBytes = plan.Memory.Bytes + (long)scratch;
        _report = new(plan.Notes, plan.Memory, (long)scratch);
    }

    /// <summary>Kernel calls of a run.</summary>
    internal int KernelCount => _kernels.Length;

    public Tensor[] Run(Tensor[] feeds) => Run(feeds, null);

    public string Explain(Tensor[] feeds, int runs)
    {
        if (runs == 0)
        {
            return _report.Text([], []);
        }

        // Reading shares the memory, so that the runs write elsewhere.
        Tensor[] before = Array.ConvertAll(_variables, v => v.Variable.Read());
        try
        {
            long[][] ticks = new long[runs][];
            Run(feeds, new long[_kernels.Length]);
            foreach (ChainKernel chain in _kernels.OfType<ChainKernel>())
            {
                chain.StartMeasuring();
            }

            for (int i = 0; i < runs; i++)
            {
                Run(feeds, ticks[i] = new long[_kernels.Length]);
            }

            return _report.Text(ticks, Array.ConvertAll(_kernels, k => (k as ChainKernel)?.EndMeasuring()));
        }
        finally
        {
            for (int i = 0; i < before.Length; i++)
            {
                _variables[i].Variable.Write(before[i]);
            }
        }
    }

    /// <param name="feeds">In the graph's order.</param>
    /// <param name="ticks">Takes the time of each kernel; null to measure nothing.</param>
    private Tensor[] Run(Tensor[] feeds, long[]? ticks)
    {
        if (feeds.Length != _feeds.Length)
        {
            throw new EngineException($"cpu engine: a program must be given {_feeds.Length} feeds. Received: {feeds.Length}.");
        }

        Tensor[] results = new Tensor[_results.Length];
        lock (_lock)
        {
            for (int i = 0; i < feeds.Length; i++)
            {
                if (!feeds[i].Spec.Equals(_feedSpecs[i]))
                {
                    throw new EngineException($"cpu engine: feed {i} of a program must be {_feedSpecs[i]}. Received: {feeds[i].Spec}.");
                }

                _feeds[i].Address = feeds[i].Buffer.Address;
            }

            Buffer arena = _workspace.Rent(_arenaBytes);
            Bind(arena.Address);
            for (int i = 0; i < _variables.Length; i++)
            {
                (CpuVariable variable, Operand operand, bool written) = _variables[i];
                _held[i] = variable.Bind(written);
                operand.Address = _held[i].Address;
            }

            WorkerPool pool = WorkerPool.Shared;
            for (int i = 0; i < _kernels.Length; i++)
            {
                long start = ticks is null ? 0 : Stopwatch.GetTimestamp();
                _kernels[i].Run(pool);
                if (ticks is not null)
                {
                    ticks[i] = Stopwatch.GetTimestamp() - start;
                }
            }

            for (int i = 0; i < results.Length; i++)
            {
                Tensor result = Tensor.Uninitialized(_outputs[i].Spec);
                System.Buffer.MemoryCopy(_results[i].Address, result.Buffer.Address, _resultBytes[i], _resultBytes[i]);
                results[i] = result;
            }

            _workspace.Return(arena);
        }

        GC.KeepAlive(feeds);
        GC.KeepAlive(_constants);
        return results;
    }

    /// <summary>Points the operands into the memory that the program has for this run, mostly the same as for the last.</summary>
    private void Bind(byte* arena)
    {
        if (arena == _bound)
        {
            return;
        }

        foreach ((Operand operand, long offset) in _placed)
        {
            operand.Address = arena + offset;
        }

        foreach (Kernel kernel in _kernels)
        {
            kernel.Scratch = arena + _scratchOffset;
        }

        _bound = arena;
    }
}

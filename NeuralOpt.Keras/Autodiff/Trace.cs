using System.Runtime.InteropServices;
using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>Records what user code and the library do in one step, as a graph. Variables and random state are read and written in it.</summary>
internal sealed class Trace : IDisposable
{
    private static readonly AsyncLocal<Trace?> s_current = new();

    private readonly Lock _lock = new();
    private readonly Trace? _outer = s_current.Value;
    private Dictionary<VariableState, TracedTensor> _variables = [];
    private volatile bool _ended;
    private readonly Dictionary<(Buffer, TensorSpec), Value> _constants = [];
    private readonly Dictionary<(DType, ulong), Value> _numbers = [];
    private readonly Dictionary<(Primitive, string), Value> _common = [];
    private readonly Dictionary<Value, int> _ids = new(ReferenceEqualityComparer.Instance);

    internal Trace() => s_current.Value = this;

    /// <summary>The trace that runs in this flow; null outside one.</summary>
    internal static Trace? Current
    {
        get
        {
            // A task that was started in a trace may outlive it.
            Trace? trace = s_current.Value;
            while (trace is { _ended: true })
            {
                trace = trace._outer;
            }

            return trace;
        }
    }

    /// <summary>The trace that a tensor without a value belongs to now.</summary>
    /// <exception cref="InvalidOperationException">The step that the tensor came from has been traced to its end.</exception>
    internal static Trace Required(Op op) => Current ?? throw new KerasInvalidOperationException(
        $"{op.Name}: a tensor of a compiled step must be used in that step. Received: one that outlived it; return it from the step, or keep it in a Variable.");

    internal Graph Graph { get; } = new();

    public void Dispose()
    {
        _ended = true;
        s_current.Value = _outer;
    }

    /// <summary>Whether one of several bodies is traced of which only one will count.</summary>
    internal bool IsBranch { get; private set; }

    internal TracedTensor Feed(TensorSpec spec) => new(Graph.AddFeed(spec), this);

    /// <summary>What a variable holds at this point of the step.</summary>
    internal TracedTensor Read(VariableState variable)
    {
        lock (_lock)
        {
            if (!_variables.TryGetValue(variable, out TracedTensor? value))
            {
                _variables[variable] = value = new(new VariableValue(variable.Spec, variable), this);
            }

            return value;
        }
    }

    internal void Write(VariableState variable, Tensor value)
    {
        lock (_lock)
        {
            Value source = ValueOf(value);
            if (!IsBranch)
            {
                Graph.Add(new Assign(variable), [source], variable.Spec);
            }

            _variables[variable] = value as TracedTensor ?? new(source, this);
        }
    }

    /// <summary>Traces one of several bodies: what it writes to variables is handed over instead of being done.</summary>
    internal (T Result, Dictionary<VariableState, TracedTensor> Writes) Branch<T>(Func<T> body)
    {
        (Dictionary<VariableState, TracedTensor> outer, bool wasBranch) = (_variables, IsBranch);
        (_variables, IsBranch) = (new(outer), true);
        try
        {
            T result = body();
            return (result, _variables.Where(p => !IsValueBefore(p.Key, p.Value)).ToDictionary());
        }
        finally
        {
            (_variables, IsBranch) = (outer, wasBranch);
        }

        bool IsValueBefore(VariableState variable, TracedTensor value)
            => outer.TryGetValue(variable, out TracedTensor? before) ? ReferenceEquals(before, value) : value.Value is VariableValue;
    }

    /// <summary>Adds one call; the same call on the same inputs is made once.</summary>
    /// <remarks>Every call gives a tensor of its own all the same: a tape tells calls apart by their results.</remarks>
    internal TracedTensor Add(Primitive primitive, Tensor[] inputs, TensorSpec output)
    {
        using Lock.Scope scope = _lock.EnterScope();
        Value[] values = Array.ConvertAll(inputs, ValueOf);
        (Primitive, string) key = (primitive, $"{output}:{string.Join(",", values.Select(Id))}");
        if (!_common.TryGetValue(key, out Value? result))
        {
            _common[key] = result = Graph.Add(primitive, values, output);
        }

        return new(result, this);
    }

    /// <summary>The value in this graph: its own, or a constant for a tensor that has values already.</summary>
    internal Value ValueOf(Tensor tensor)
    {
        switch (tensor)
        {
            case TracedTensor traced when traced.Owner == this:
                return traced.Value;
            case TracedTensor:
                throw new KerasInvalidOperationException("Function: a tensor of another compiled step has no value here; return it from that step, or keep it in a Variable.");
            case KerasTensor:
                throw new KerasInvalidOperationException($"Function: a symbolic tensor {tensor.Spec} of a model's description has no value in a step; apply the model to the step's inputs.");
        }

        return Constant(tensor);
    }

    /// <summary>What a tensor holds now, for good: whoever writes to the tensor later writes to a copy. Numbers of one dtype and value are one constant.</summary>
    private Value Constant(Tensor tensor)
    {
        Buffer memory = tensor.Buffer;
        (Buffer, TensorSpec) key = (memory, tensor.Spec);
        if (_constants.TryGetValue(key, out Value? constant))
        {
            return constant;
        }

        memory.IsShared = true;
        if (tensor.Rank > 0 || !_numbers.TryGetValue((tensor.DType, Bits(tensor)), out constant))
        {
            // A tensor of its own, because the caller's gets other memory when it is written to.
            constant = new ConstantValue(new(tensor.Spec, memory));
            if (tensor.Rank == 0)
            {
                _numbers[(tensor.DType, Bits(tensor))] = constant;
            }
        }

        return _constants[key] = constant;
    }

    private static ulong Bits(Tensor number)
    {
        ulong bits = 0;
        number.Buffer.Span<byte>()[..number.DType.Size()].CopyTo(MemoryMarshal.AsBytes(new Span<ulong>(ref bits)));
        return bits;
    }

    private int Id(Value value)
    {
        if (!_ids.TryGetValue(value, out int id))
        {
            _ids[value] = id = _ids.Count;
        }

        return id;
    }
}

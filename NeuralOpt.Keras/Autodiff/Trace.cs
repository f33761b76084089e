using System.Runtime.InteropServices;
using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>Records what user code and the library do in one step, as a graph. Variables and random state are read and written in it.</summary>
internal sealed class Trace : IDisposable
{
    [ThreadStatic]
    private static Trace? t_current;

    private readonly Trace? _outer = t_current;
    private readonly Dictionary<VariableState, TracedTensor> _variables = [];
    private readonly Dictionary<(Buffer, TensorSpec), Value> _constants = [];
    private readonly Dictionary<(DType, ulong), Value> _numbers = [];
    private readonly Dictionary<(Primitive, string), Value> _common = [];
    private readonly Dictionary<Value, int> _ids = new(ReferenceEqualityComparer.Instance);

    internal Trace() => t_current = this;

    /// <summary>The trace that runs on this thread; null outside one.</summary>
    internal static Trace? Current => t_current;

    internal Graph Graph { get; } = new();

    public void Dispose() => t_current = _outer;

    internal TracedTensor Feed(TensorSpec spec) => new(Graph.AddFeed(spec), this);

    /// <summary>What a variable holds at this point of the step.</summary>
    internal TracedTensor Read(VariableState variable)
    {
        if (!_variables.TryGetValue(variable, out TracedTensor? value))
        {
            _variables[variable] = value = new(new VariableValue(variable.Spec, variable), this);
        }

        return value;
    }

    internal void Write(VariableState variable, Tensor value)
    {
        Value source = ValueOf(value);
        Graph.Add(new Assign(variable), [source], variable.Spec);
        _variables[variable] = value as TracedTensor ?? new(source, this);
    }

    /// <summary>Adds one call; the same call on the same inputs is made once.</summary>
    /// <remarks>Every call gives a tensor of its own all the same: a tape tells calls apart by their results.</remarks>
    internal TracedTensor Add(Primitive primitive, Tensor[] inputs, TensorSpec output)
    {
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

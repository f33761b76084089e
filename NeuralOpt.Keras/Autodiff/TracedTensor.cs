using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>A tensor inside a step that is being traced: a value of the graph.</summary>
internal sealed class TracedTensor(Value value, Trace trace) : Tensor(value.Spec, null)
{
    internal Value Value { get; } = value;

    internal Trace Owner { get; } = trace;

    public override string ToString() => $"<traced tensor shape={Shape}, dtype={DType.Name()}>";
}

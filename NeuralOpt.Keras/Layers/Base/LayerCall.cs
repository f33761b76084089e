namespace NeuralOpt.Keras.Layers;

/// <summary>One symbolic call of a layer: a node of a functional model, Keras's <c>Node</c>.</summary>
internal sealed class LayerCall : ISymbolicCall
{
    internal LayerCall(Layer layer, Tensors inputs, bool? training, Tensors? mask, TensorSpec[] outputs)
    {
        Layer = layer;
        Inputs = inputs;
        Training = training;
        Mask = mask;
        lock (layer.InboundCalls)
        {
            Index = layer.InboundCalls.Count;
            layer.InboundCalls.Add(this);
        }

        Outputs = [.. outputs.Select((spec, i) => new KerasTensor(spec.Shape, spec.DType, name: layer.Name) { Source = new(this, i) })];
    }

    internal Layer Layer { get; }

    internal Tensors Inputs { get; }

    /// <summary>The argument of that call; null where it was left to the model's.</summary>
    internal bool? Training { get; }

    /// <summary>The masks given to that call; null where those that come with the inputs count.</summary>
    internal Tensors? Mask { get; }

    /// <summary>The symbolic tensors that it needs.</summary>
    internal IEnumerable<Tensor> Needs => Mask is null ? Inputs : Inputs.Concat(Mask);

    /// <summary>Which call of its layer it is.</summary>
    internal int Index { get; }

    internal IReadOnlyList<KerasTensor> Outputs { get; }

    /// <summary>The call that made a tensor; null for one that no model can follow.</summary>
    internal static LayerCall? Of(Tensor tensor) => (tensor as KerasTensor)?.Source?.Call as LayerCall;

    // Ops on the tensors that calls give become calls themselves.
    KerasTensor ISymbolicCall.Describe(Op op, KerasTensor[] symbolic, TensorSpec spec, Tensor[] all) => OpLayer.Describe(op, symbolic, spec, all);
}

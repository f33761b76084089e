namespace NeuralOpt.Keras.Layers;

public abstract partial class Layer
{
    /// <summary>The symbolic input of the first call of the layer, if that had one.</summary>
    /// <exception cref="NotBuiltException">The layer has not been applied to a symbolic input.</exception>
    /// <exception cref="InvalidOperationException">There are several; <see cref="Inputs"/> has them all.</exception>
    public virtual Tensor Input => Single(Inputs, nameof(Input), nameof(Inputs));

    /// <summary>The symbolic output of the first call of the layer, if that had one: where a model of features ends.</summary>
    /// <exception cref="NotBuiltException">The layer has not been applied to a symbolic input.</exception>
    /// <exception cref="InvalidOperationException">There are several; <see cref="Outputs"/> has them all.</exception>
    /// <example>
    /// <code>
    /// var net = new Sequential([new Input(784), new Dense(64, activation: "relu", name: "features"), new Dense(10)]);
    /// var features = new Model(net.Inputs, net.GetLayer("features").Output);
    /// </code>
    /// </example>
    public virtual Tensor Output => Single(Outputs, nameof(Output), nameof(Outputs));

    /// <summary>The symbolic inputs of the first call of the layer.</summary>
    /// <exception cref="NotBuiltException">The layer has not been applied to a symbolic input.</exception>
    public virtual Tensors Inputs => FirstCall(nameof(Inputs)).Inputs;

    /// <summary>The symbolic outputs of the first call of the layer.</summary>
    /// <exception cref="NotBuiltException">The layer has not been applied to a symbolic input.</exception>
    public virtual Tensors Outputs => (Tensor[])[.. FirstCall(nameof(Outputs)).Outputs];

    private LayerCall FirstCall(string what) => InboundCalls.Count > 0
        ? InboundCalls[0]
        : throw new NotBuiltException(
            $"{GetType().Name} '{Name}': {what} needs a layer that was applied to a symbolic input. Apply it to an Input, or put it into a model that begins with one.");

    private Tensor Single(Tensors tensors, string one, string all) => tensors.Count == 1
        ? tensors[0]
        : throw new KerasInvalidOperationException($"{GetType().Name} '{Name}': {one} is for layers that have one; {all} has them all. Received: {tensors.Count}.");
}

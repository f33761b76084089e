using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Layers;

/// <summary>Applies an activation.</summary>
/// <param name="activation">A name such as <c>"relu"</c>, or a function of your own.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <example>
/// <code>
/// model = new Sequential([new Input(8), new Dense(16), new BatchNormalization(), new Activation("relu")]);
/// var swish = new Activation(t =&gt; t * Ops.Sigmoid(t));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/core_layers/activation/"/>
public class Activation(ActivationSpec activation, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    /// <summary>The layer with a function as its activation: <c>activation: Activations.Relu</c>, <c>activation: x =&gt; x * 2</c>.</summary>
    /// <inheritdoc cref="Activation" path="/param"/>
    [OverloadResolutionPriority(-1)]
    public Activation(Func<Tensor, Tensor> activation, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
        : this(ActivationSpec.From(activation), name, trainable, dtype, inputShape)
    {
    }

    /// <summary>What is applied.</summary>
    public ActivationSpec Function => activation;

    // A config reads the property of the argument's name, and no member may be named as its class.
    private ActivationSpec activation { get; } = activation;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => activation.Apply(inputs);
}

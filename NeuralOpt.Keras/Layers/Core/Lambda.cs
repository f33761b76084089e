namespace NeuralOpt.Keras.Layers;

/// <summary>Applies a function of your own, written in ops.</summary>
/// <param name="function">From the input to the output.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <remarks>It has no weights, and no file can hold it: derive from <see cref="Layer"/> for a layer that is saved.</remarks>
/// <seealso href="https://keras.io/api/layers/core_layers/lambda/"/>
public sealed class Lambda(Func<Tensor, Tensor> function, string? name = null, bool trainable = true, string? dtype = null, Shape? inputShape = null)
    : Layer(name, trainable, dtype, null, inputShape)
{
    /// <summary>From the input to the output.</summary>
    public Func<Tensor, Tensor> Function { get; } = Guard.Given(function, "Lambda", "function");

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <summary>None: what a function makes of its input has no mask, as in Keras.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="masks">Their masks.</param>
    public override Tensor? ComputeMask(Tensors inputs, IReadOnlyList<Tensor?> masks) => null;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) => Function(inputs);
}

namespace NeuralOpt.Keras;

/// <summary>A layer or model has no weights yet; the message says how it gets them.</summary>
/// <param name="message">One sentence.</param>
public sealed class NotBuiltException(string message) : KerasInvalidOperationException(message);

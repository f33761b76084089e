namespace NeuralOpt.Keras;

/// <summary>Something that is well asked for and not offered.</summary>
/// <param name="message">Where, what must hold, and what came instead.</param>
public sealed class KerasNotSupportedException(string message) : NotSupportedException(message), IKerasException;

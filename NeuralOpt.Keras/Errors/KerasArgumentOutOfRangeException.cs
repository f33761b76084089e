namespace NeuralOpt.Keras;

/// <summary>A number or an index lies outside the range that it must be in.</summary>
/// <param name="message">Where, what must hold, and what came instead.</param>
public sealed class KerasArgumentOutOfRangeException(string message) : ArgumentOutOfRangeException(null, message), IKerasException;

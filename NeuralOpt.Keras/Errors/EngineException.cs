namespace NeuralOpt.Keras;

/// <summary>An engine cannot do what it was asked; the message says what, and why not.</summary>
/// <param name="message">One sentence.</param>
/// <param name="inner">What caused it, if anything did.</param>
public sealed class EngineException(string message, Exception? inner = null) : Exception(message, inner), IKerasException;

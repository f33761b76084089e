namespace NeuralOpt.Keras;

/// <summary>An argument is not what it must be.</summary>
/// <param name="message">Where, what must hold, and what came instead.</param>
/// <param name="inner">What caused it, if anything did.</param>
public class KerasArgumentException(string message, Exception? inner = null) : ArgumentException(message, inner), IKerasException;

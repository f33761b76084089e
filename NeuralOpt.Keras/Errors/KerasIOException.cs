namespace NeuralOpt.Keras;

/// <summary>A file or an address cannot be read or written.</summary>
/// <param name="message">Where, what must hold, and what came instead.</param>
/// <param name="inner">What caused it, if anything did.</param>
public sealed class KerasIOException(string message, Exception? inner = null) : IOException(message, inner), IKerasException;

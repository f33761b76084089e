namespace NeuralOpt.Keras;

/// <summary>A file to read is not there.</summary>
/// <param name="message">Where, what must hold, and what came instead.</param>
/// <param name="inner">What caused it, if anything did.</param>
public sealed class KerasFileNotFoundException(string message, Exception? inner = null) : FileNotFoundException(message, inner), IKerasException;

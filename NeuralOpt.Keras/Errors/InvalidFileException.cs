namespace NeuralOpt.Keras;

/// <summary>A file is not what it claims to be: cut short, malformed, or of a kind that is refused.</summary>
/// <param name="message">Where, what must hold, and what came instead.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class InvalidFileException(string message, Exception? inner = null) : InvalidModelException(message, inner);

namespace NeuralOpt.Keras;

/// <summary>A config or a file does not describe anything that can be built.</summary>
/// <param name="message">Where, what must hold, and what came instead.</param>
/// <param name="inner">The cause, if there is one.</param>
public class InvalidModelException(string message, Exception? inner = null) : Exception(message, inner), IKerasException;

/// <summary>A config names a class or function that is neither Keras's nor registered.</summary>
/// <param name="message">Where, and which name came.</param>
public sealed class UnknownLayerException(string message) : InvalidModelException(message);

namespace NeuralOpt.Keras;

/// <summary>A name under which nothing is kept; the message has the names that there are.</summary>
/// <param name="message">Where, what must hold, and which name came.</param>
public sealed class KerasKeyNotFoundException(string message) : KeyNotFoundException(message), IKerasException;

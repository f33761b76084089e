namespace NeuralOpt.Keras;

/// <summary>An argument is null that must not be.</summary>
/// <param name="message">Where, and which argument.</param>
public sealed class KerasArgumentNullException(string message) : ArgumentNullException(null, message), IKerasException;

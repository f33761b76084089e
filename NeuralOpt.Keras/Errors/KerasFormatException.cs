namespace NeuralOpt.Keras;

/// <summary>A format that numbers do not have, as in <c>$"{loss:Q}"</c>.</summary>
/// <param name="message">Where, what must hold, and which format came.</param>
/// <param name="inner">What caused it, if anything did.</param>
public sealed class KerasFormatException(string message, Exception? inner = null) : FormatException(message, inner), IKerasException;

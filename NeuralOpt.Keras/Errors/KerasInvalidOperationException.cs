namespace NeuralOpt.Keras;

/// <summary>A call that the object's present state does not allow; the message says what is needed first.</summary>
/// <param name="message">Where, what must hold, and what came instead.</param>
/// <param name="inner">What caused it, if anything did.</param>
public class KerasInvalidOperationException(string message, Exception? inner = null) : InvalidOperationException(message, inner), IKerasException;

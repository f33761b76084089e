namespace NeuralOpt.Keras;

/// <summary>Shapes do not fit: the message names the place, what must hold, and the shapes that came.</summary>
/// <param name="message">One sentence.</param>
/// <param name="inner">What caused it, if anything did.</param>
public sealed class ShapeException(string message, Exception? inner = null) : KerasArgumentException(message, inner)
{
    /// <summary>The layer that the message names; null until one does.</summary>
    internal string? Place { get; init; }
}

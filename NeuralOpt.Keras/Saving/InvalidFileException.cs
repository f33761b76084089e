namespace NeuralOpt.Keras;

/// <summary>A file that is not what it claims to be: cut short, malformed, or of a kind that is refused.</summary>
/// <remarks>The only exception that leaves a reader of this library because of a file's content.</remarks>
public class InvalidFileException : Exception
{
    /// <summary>An exception with its message.</summary>
    /// <param name="message">One sentence: where, what must hold, what came.</param>
    public InvalidFileException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with its message and what caused it.</summary>
    /// <param name="message">One sentence: where, what must hold, what came.</param>
    /// <param name="innerException">The failure underneath, or null.</param>
    public InvalidFileException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

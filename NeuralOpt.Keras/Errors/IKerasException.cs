namespace NeuralOpt.Keras;

/// <summary>
/// Every exception that this library throws on purpose: its message is one sentence for who wrote the call, with the place,
/// what must hold, what came, and the remedy where there is one.
/// </summary>
/// <remarks>
/// Each is also of the .NET class that fits (<see cref="ArgumentException"/>, <see cref="InvalidOperationException"/>, ...), so
/// either may be caught. <c>catch (Exception e) when (e is IKerasException)</c> tells a wrong request from a fault of the server.
/// </remarks>
public interface IKerasException
{
    /// <summary>One sentence: where, what must hold, what came instead.</summary>
    string Message { get; }
}

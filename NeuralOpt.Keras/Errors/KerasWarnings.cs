using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras;

/// <summary>Where the library's warnings go: what is no error, but hardly what was meant, such as a model with nothing to train.</summary>
/// <remarks>They go to standard error, one line each. <see cref="Handler"/> sends them elsewhere or silences them, <see cref="Redirect"/> for a while.</remarks>
/// <example>
/// <code>
/// using (KerasWarnings.Redirect(null))   // silent
/// {
///     model.Fit(x, y, stepsPerEpoch: 100);
/// }
/// </code>
/// </example>
public static class KerasWarnings
{
    private const int Remembered = 100;

    [ThreadStatic]
    private static object? t_place;

    private static readonly AsyncLocal<Scope?> s_scope = new();
    private static readonly Scope s_process = new(null, null);

    /// <summary>Takes each warning of the process; null for nobody. Standard error by default.</summary>
    public static Action<string>? Handler { get; set; } = static message => Console.Error.WriteLine($"Warning: {message}");

    /// <summary>What is being called on this thread, by which equal warnings are told apart; null between calls.</summary>
    internal static object? Place
    {
        get => t_place;
        set => t_place = value;
    }

    /// <summary>Sends the warnings of this flow of control, and of the tasks that it starts, elsewhere until the result is disposed.</summary>
    /// <param name="handler">Takes each warning; null to silence them.</param>
    public static IDisposable Redirect(Action<string>? handler)
    {
        Scope scope = new(handler, s_scope.Value);
        s_scope.Value = scope;
        return scope;
    }

    /// <summary>Warns, each time that it is called.</summary>
    internal static void Warn(string message) => (s_scope.Value is { } scope ? scope.Handler : Handler)?.Invoke(message);

    /// <summary>Warns of what would be said at every call: the same text only once for each place.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="place">Whose fault it is; the layer that is being called by default.</param>
    internal static void WarnOnce(string message, object? place = null)
    {
        if ((s_scope.Value ?? s_process).IsNew(message, place ?? Place ?? s_process))
        {
            Warn(message);
        }
    }

    private sealed class Scope(Action<string>? handler, Scope? outer) : IDisposable
    {
        private readonly ConditionalWeakTable<object, HashSet<string>> _said = [];

        internal Action<string>? Handler { get; } = handler;

        public void Dispose() => s_scope.Value = outer;

        internal bool IsNew(string message, object place)
        {
            HashSet<string> said = _said.GetOrCreateValue(place);
            lock (said)
            {
                if (said.Count == Remembered)
                {
                    said.Clear();
                }

                return said.Add(message);
            }
        }
    }
}

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
    private const int Remembered = 1000;

    private static readonly AsyncLocal<Scope?> s_scope = new();
    private static readonly Scope s_process = new(null, null);

    /// <summary>Takes each warning of the process; null for nobody. Standard error by default.</summary>
    public static Action<string>? Handler { get; set; } = static message => Console.Error.WriteLine($"Warning: {message}");

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

    /// <summary>Warns of what would be said at every call of an op or layer: the same text only once.</summary>
    internal static void WarnOnce(string message)
    {
        if ((s_scope.Value ?? s_process).IsNew(message))
        {
            Warn(message);
        }
    }

    private sealed class Scope(Action<string>? handler, Scope? outer) : IDisposable
    {
        private readonly HashSet<string> _said = [];

        internal Action<string>? Handler { get; } = handler;

        public void Dispose() => s_scope.Value = outer;

        internal bool IsNew(string message)
        {
            lock (_said)
            {
                if (_said.Count == Remembered)
                {
                    _said.Clear();
                }

                return _said.Add(message);
            }
        }
    }
}

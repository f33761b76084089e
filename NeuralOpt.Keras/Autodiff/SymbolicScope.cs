namespace NeuralOpt.Keras;

/// <summary>Open while a layer's <c>Call</c> runs on symbolic tensors only to learn its output's shape.</summary>
/// <remarks>Inside, ops leave no history, variables keep their values, and random generators stand still.</remarks>
internal readonly struct SymbolicScope : IDisposable
{
    [ThreadStatic]
    private static bool t_active;

    private readonly bool _outer;

    private SymbolicScope(bool outer) => _outer = outer;

    internal static bool IsActive => t_active;

    internal static SymbolicScope Enter() => Set(true);

    /// <summary>Interrupts the scope: weights that are made in passing are real.</summary>
    internal static SymbolicScope Leave() => Set(false);

    public void Dispose() => t_active = _outer;

    private static SymbolicScope Set(bool active)
    {
        SymbolicScope scope = new(t_active);
        t_active = active;
        return scope;
    }
}

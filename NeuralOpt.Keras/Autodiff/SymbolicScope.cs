namespace NeuralOpt.Keras;

/// <summary>Open while a layer's <c>Call</c> runs on symbolic tensors only to learn its output's shape.</summary>
/// <remarks>Inside, ops leave no history, variables keep their values, and random generators stand still.</remarks>
internal readonly struct SymbolicScope : IDisposable
{
    private static readonly AsyncLocal<bool> s_active = new();

    private readonly bool _outer;

    private SymbolicScope(bool outer) => _outer = outer;

    internal static bool IsActive => s_active.Value;

    internal static SymbolicScope Enter() => Set(true);

    /// <summary>Interrupts the scope: weights that are made in passing are real.</summary>
    internal static SymbolicScope Leave() => Set(false);

    public void Dispose() => s_active.Value = _outer;

    private static SymbolicScope Set(bool active)
    {
        SymbolicScope scope = new(s_active.Value);
        s_active.Value = active;
        return scope;
    }
}

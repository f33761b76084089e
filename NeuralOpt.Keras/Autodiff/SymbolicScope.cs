namespace NeuralOpt.Keras;

/// <summary>Open while a layer's <c>Call</c> runs on symbolic tensors only to learn its output's shape.</summary>
/// <remarks>Inside, ops leave no history, variables keep their values, and random generators stand still.</remarks>
internal readonly struct SymbolicScope : IDisposable
{
    [ThreadStatic]
    private static int t_depth;

    internal static bool IsActive => t_depth > 0;

    internal static SymbolicScope Enter()
    {
        t_depth++;
        return default;
    }

    public void Dispose() => t_depth--;
}

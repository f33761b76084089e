using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Layers;

/// <summary>What the last call of each layer added to the loss, apart for each thread: calls of one layer in two threads do not mix.</summary>
internal static class AddedLosses
{
    [ThreadStatic]
    private static ConditionalWeakTable<Layer, StrongBox<Tensor[]>>? t_byLayer;

    /// <summary>Whether this thread has added anything yet: mostly not, and then there is nothing to look for.</summary>
    internal static bool Any => t_byLayer is not null;

    /// <summary>The losses that this thread's last call of a layer added; null if it made none.</summary>
    internal static Tensor[]? Of(Layer layer) => t_byLayer is { } table && table.TryGetValue(layer, out StrongBox<Tensor[]>? losses) ? losses.Value : null;

    internal static void Set(Layer layer, Tensor[] losses) => (t_byLayer ??= []).GetOrCreateValue(layer).Value = losses;
}

namespace NeuralOpt.Keras.Layers;

/// <summary>What the last call of each layer added to the loss, as the flow that made the call sees it.</summary>
/// <remarks>
/// While a call is under way its outermost scope collects, so that tasks inside it add to the same; then the flow that made the
/// call has it, also in another thread after an await. Calls of one layer in two threads do not mix.
/// </remarks>
internal static class AddedLosses
{
    // Replaced, never changed: other flows have the same array. It does not keep layers.
    private static readonly AsyncLocal<Entry[]?> s_kept = new();

    /// <summary>The losses that a layer's last call added.</summary>
    internal static IReadOnlyList<Tensor> Of(Layer layer) => CallScope.Root?.LossesOf(layer) ?? Kept(layer);

    internal static void Add(Layer layer, Tensor loss)
    {
        if (CallScope.Root is { } call)
        {
            call.AddLoss(layer, loss);
        }
        else
        {
            Keep(layer, [.. Kept(layer), loss]);
        }
    }

    /// <summary>An outermost call has ended: what it collected is the flow's.</summary>
    internal static void Keep(CallScope call)
    {
        foreach ((Layer layer, Tensor[] losses) in call.TakeLosses())
        {
            Keep(layer, losses);
        }
    }

    /// <summary>Forgets what calls of a layer and of those inside it added.</summary>
    internal static void Clear(Layer layer)
    {
        Entry[] kept = s_kept.Value ?? [];
        CallScope? call = CallScope.Root;
        if (kept.Length == 0 && call is not { HasLosses: true })
        {
            return;
        }

        HashSet<Layer> cleared = new(layer.Tree(), ReferenceEqualityComparer.Instance);
        s_kept.Value = Array.FindAll(kept, e => e.Layer.TryGetTarget(out Layer? l) && !cleared.Contains(l));
        call?.TakeLosses(cleared);
    }

    private static Tensor[] Kept(Layer layer)
        => Array.Find(s_kept.Value ?? [], e => e.Layer.TryGetTarget(out Layer? l) && l == layer).Losses ?? [];

    private static void Keep(Layer layer, Tensor[] losses)
        => s_kept.Value = [.. Array.FindAll(s_kept.Value ?? [], e => e.Layer.TryGetTarget(out Layer? l) && l != layer), new(new(layer), losses)];

    private readonly record struct Entry(WeakReference<Layer> Layer, Tensor[] Losses);
}

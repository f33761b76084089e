namespace NeuralOpt.Keras.Layers;

/// <summary>The layers whose calls are under way in this flow, outermost first.</summary>
internal sealed class CallScope : IDisposable
{
    private static readonly AsyncLocal<CallScope?> s_current = new();

    private readonly CallScope? _outer = s_current.Value;
    private Dictionary<Layer, Tensor[]>? _losses;

    internal CallScope(Layer layer, bool? training)
    {
        Layer = layer;
        Training = training ?? _outer?.Training;
        s_current.Value = this;
        KerasWarnings.Place = layer;
    }

    internal static CallScope? Current => s_current.Value;

    /// <summary>The call that the user made; null between calls.</summary>
    internal static CallScope? Root
    {
        get
        {
            CallScope? scope = s_current.Value;
            while (scope?._outer is not null)
            {
                scope = scope._outer;
            }

            return scope;
        }
    }

    /// <summary>The layer or model that the user applied; null between calls.</summary>
    internal static Layer? Outermost => Root?.Layer;

    /// <summary>The layers around the innermost call, from the nearest outwards.</summary>
    internal static IReadOnlyList<Layer> Enclosing
    {
        get
        {
            List<Layer> layers = [];
            for (CallScope? scope = s_current.Value?._outer; scope is not null; scope = scope._outer)
            {
                layers.Add(scope.Layer);
            }

            return layers;
        }
    }

    internal Layer Layer { get; }

    /// <summary>What was asked for by the nearest call that said so; null if none did.</summary>
    internal bool? Training { get; }

    /// <summary>Names of the layers under way, such as <c>model/block</c>.</summary>
    internal static string Path
    {
        get
        {
            List<string> names = [];
            for (CallScope? scope = s_current.Value; scope is not null; scope = scope._outer)
            {
                // A Sequential that is built by its first call is under way twice.
                if (scope._outer?.Layer != scope.Layer)
                {
                    names.Add(scope.Layer.Name);
                }
            }

            names.Reverse();
            return string.Join('/', names);
        }
    }

    internal bool HasLosses => Volatile.Read(ref _losses) is not null;

    /// <summary>What a layer has added to the loss in this call, an outermost one; null for nothing.</summary>
    internal Tensor[]? LossesOf(Layer layer)
    {
        lock (this)
        {
            return _losses?.GetValueOrDefault(layer);
        }
    }

    internal void AddLoss(Layer layer, Tensor loss)
    {
        lock (this)
        {
            _losses ??= [];
            _losses[layer] = [.. _losses.GetValueOrDefault(layer) ?? [], loss];
        }
    }

    /// <summary>Takes out what the call has collected of some layers; of all by default.</summary>
    internal KeyValuePair<Layer, Tensor[]>[] TakeLosses(IReadOnlySet<Layer>? layers = null)
    {
        lock (this)
        {
            KeyValuePair<Layer, Tensor[]>[] taken = [.. _losses?.Where(p => layers?.Contains(p.Key) != false) ?? []];
            foreach ((Layer layer, _) in taken)
            {
                _losses!.Remove(layer);
            }

            return taken;
        }
    }

    public void Dispose()
    {
        s_current.Value = _outer;
        KerasWarnings.Place = _outer?.Layer;
    }
}

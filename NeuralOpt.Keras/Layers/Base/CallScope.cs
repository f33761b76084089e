namespace NeuralOpt.Keras.Layers;

/// <summary>The layers whose calls are under way in this flow, outermost first.</summary>
internal sealed class CallScope : IDisposable
{
    private static readonly AsyncLocal<CallScope?> s_current = new();

    private readonly CallScope? _outer = s_current.Value;

    internal CallScope(Layer layer, bool? training)
    {
        Layer = layer;
        Training = training ?? _outer?.Training;
        s_current.Value = this;
        KerasWarnings.Place = layer;
    }

    internal static CallScope? Current => s_current.Value;

    /// <summary>The layer or model that the user applied; null between calls.</summary>
    internal static Layer? Outermost
    {
        get
        {
            CallScope? scope = s_current.Value;
            while (scope?._outer is not null)
            {
                scope = scope._outer;
            }

            return scope?.Layer;
        }
    }

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

    public void Dispose()
    {
        s_current.Value = _outer;
        KerasWarnings.Place = _outer?.Layer;
    }
}

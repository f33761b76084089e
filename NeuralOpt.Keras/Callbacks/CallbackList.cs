namespace NeuralOpt.Keras.Callbacks;

/// <summary>Passes each event to every callback in turn. Logs of a batch are read only if somebody wants them.</summary>
internal sealed class CallbackList
{
    private readonly IReadOnlyList<Callback> _callbacks;
    private readonly Callback[] _readers;

    internal CallbackList(IReadOnlyList<Callback> callbacks, Model model, IReadOnlyDictionary<string, int> parameters)
    {
        _callbacks = callbacks;
        _readers = [.. callbacks.Where(c => c is not ProgbarLogger && c.ReadsBatches)];
        foreach (Callback c in callbacks)
        {
            c.SetModel(model);
        }

        foreach (Callback c in callbacks)
        {
            c.SetParams(parameters);
        }
    }

    internal void Raise(Action<Callback> hook)
    {
        foreach (Callback c in _callbacks)
        {
            hook(c);
        }
    }

    internal void BatchBegin(int batch, Action<Callback, int> hook)
    {
        foreach (Callback c in _callbacks)
        {
            hook(c, batch);
        }
    }

    /// <summary>The end of a batch: the bar asks for logs only when it redraws.</summary>
    internal void BatchEnd(int batch, Action<Callback, int, Logs> hook, Action<ProgbarLogger, int, Func<Logs>> bar, Func<Logs> logs)
    {
        Logs? read = null;
        foreach (Callback c in _readers)
        {
            hook(c, batch, read ??= logs());
        }

        foreach (Callback c in _callbacks)
        {
            if (c is ProgbarLogger progress)
            {
                bar(progress, batch, logs);
            }
        }
    }
}

namespace NeuralOpt.Keras;

/// <summary>The one gate behind which structure is made: weights at a first use, descriptions of models, traces of steps.</summary>
/// <remarks>
/// There is one for all models, because they share layers and call one another: with several, two threads that come from two ends
/// would wait for each other. Who is inside may enter again, and so may the tasks that it starts and waits for: for those the
/// section that they come from is the gate. What is there already is found without it, and programs are compiled and run outside.
/// </remarks>
internal sealed class Structure : IDisposable
{
    private static readonly AsyncLocal<Structure?> s_current = new();
    private static readonly object s_outermost = new();

    private readonly Structure? _outer;
    private readonly object _gate;
    private volatile bool _ended;

    private Structure()
    {
        while (true)
        {
            _outer = s_current.Value;
            while (_outer is { _ended: true })
            {
                _outer = _outer._outer;
            }

            _gate = _outer ?? s_outermost;
            Monitor.Enter(_gate);
            if (_outer is not { _ended: true })
            {
                break;
            }

            // The section that this flow came from ended in the meantime.
            Monitor.Exit(_gate);
        }

        s_current.Value = this;
    }

    /// <summary>Waits until nobody else makes structure; left where the result is disposed, in the same thread.</summary>
    internal static Structure Enter() => new();

    public void Dispose()
    {
        _ended = true;
        s_current.Value = _outer;
        Monitor.Exit(_gate);
    }
}

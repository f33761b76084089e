namespace NeuralOpt.Keras.Engines;

/// <summary>Memory for intermediate results that the programs of one function share: a program has it while it runs.</summary>
/// <remarks>There are as many pieces as programs ran at the same time, each as large as the largest program needed.</remarks>
internal sealed class Workspace
{
    private readonly Lock _lock = new();
    private readonly List<Buffer> _free = [];

    /// <summary>Memory of at least so many bytes, with whatever was there, for one user until it is given back.</summary>
    internal Buffer Rent(long bytes)
    {
        long grown = bytes;
        lock (_lock)
        {
            for (int i = _free.Count - 1; i >= 0; i--)
            {
                if (_free[i].Bytes >= bytes)
                {
                    Buffer found = _free[i];
                    _free.RemoveAt(i);
                    return found;
                }
            }

            if (_free.Count > 0)
            {
                // It is replaced by a larger one, and that by some more than is asked for: lengths often grow step by step.
                grown = Math.Max(bytes, _free[^1].Bytes + (_free[^1].Bytes / 4));
                _free.RemoveAt(_free.Count - 1);
            }
        }

        return Buffer.Uninitialized(grown);
    }

    internal void Return(Buffer memory)
    {
        lock (_lock)
        {
            _free.Add(memory);
        }
    }
}

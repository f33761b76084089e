namespace NeuralOpt.Keras.Training;

/// <summary>The values that a progress bar shows, in the order in which their names first came.</summary>
/// <param name="averaged">
/// True is Keras's bar, which averages what it is given over the steps, though the trainer's values are means over
/// the epoch already; false shows them as they come. The finished line is the same in both.
/// </param>
internal sealed class ProgressValues(bool averaged)
{
    private readonly List<(string Name, double Sum, long Count)> _values = [];

    /// <summary>Whether the values of every step are wanted.</summary>
    internal bool Averages => averaged;

    internal IEnumerable<(string Name, double Value)> Shown => _values.Select(v => (v.Name, v.Sum / v.Count));

    /// <summary>Takes the values of the last <paramref name="steps"/> steps, or the final ones.</summary>
    internal void Merge(IReadOnlyList<KeyValuePair<string, double>> values, long steps, bool final)
    {
        for (int i = 0; i < values.Count; i++)
        {
            (string name, double value) = values[i];
            int at = Find(name);
            if (at < 0)
            {
                at = _values.Count;
                _values.Add((name, 0, 0));
            }

            (_, double sum, long count) = _values[at];
            _values[at] = averaged && !final ? (name, sum + value * steps, count + steps) : (name, value, 1);
        }
    }

    private int Find(string name)
    {
        for (int i = 0; i < _values.Count; i++)
        {
            if (_values[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}

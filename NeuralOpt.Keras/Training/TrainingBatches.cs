namespace NeuralOpt.Keras.Training;

/// <summary>The batches of a whole training, evaluation or prediction, epoch by epoch.</summary>
/// <remarks>
/// Without a number of steps an epoch is one pass over the data. With one, the next epoch goes on where the last one ended, and
/// the end of the data ends the epoch, as in Keras.
/// </remarks>
/// <param name="data">What the batches are cut from.</param>
/// <param name="batchSize">Samples a batch; more than there are make one batch of all.</param>
/// <param name="steps">Batches an epoch; null for all.</param>
/// <param name="shuffle">The order of the samples.</param>
/// <param name="place">Who asks, for the warning that the data ran out.</param>
internal sealed class TrainingBatches(ArrayData data, int batchSize, int? steps, Shuffle shuffle, string place)
{
    private readonly int _batchSize = Math.Min(batchSize, data.Count);
    private BatchFeed? _feed;
    private int _taken;
    private bool _warned;

    /// <summary>Batches of an epoch, as far as the data lasts.</summary>
    internal int Steps { get; } = steps ?? (int)(((long)data.Count + batchSize - 1) / batchSize);

    /// <summary>Begins an epoch.</summary>
    /// <param name="fromStart">Whether it begins with the first sample even where the last one left some.</param>
    internal void StartEpoch(bool fromStart = false)
    {
        if (fromStart || _feed is null || steps is null || _taken == _feed.Steps)
        {
            _feed = new(data.All, data.Count, SampleOrder.Next(data.Count, shuffle, _batchSize), _batchSize);
            _taken = 0;
        }
    }

    /// <summary>The next batch, valid until the one after it is asked for; null, with a warning, where the data has run out.</summary>
    /// <param name="step">Which step of the epoch it is for.</param>
    internal Tensor[]? Next(int step)
    {
        if (_taken == _feed!.Steps)
        {
            if (!_warned)
            {
                _warned = true;
                KerasWarnings.Warn(
                    $"{place}: the input ran out of data after {step} of {steps} steps, which ends the epoch there. Give as many steps as there are batches ({_feed.Steps}), or leave the number out.");
            }

            return null;
        }

        _taken++;
        return _feed.Next();
    }
}

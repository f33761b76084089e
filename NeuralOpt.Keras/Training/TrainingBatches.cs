namespace NeuralOpt.Keras.Training;

/// <summary>The batches of a whole training: passes over the data, one after the other.</summary>
/// <remarks>With a fixed number of steps an epoch, the next epoch goes on where the last one ended.</remarks>
internal sealed class TrainingBatches(ArrayData data, int batchSize, Shuffle shuffle)
{
    private BatchFeed? _feed;
    private int _taken;

    /// <summary>Begins an epoch, with a new pass if the last one is not to be continued.</summary>
    internal void StartEpoch(bool newPass)
    {
        if (newPass)
        {
            StartPass();
        }
    }

    /// <summary>The next batch; valid until the one after it is asked for.</summary>
    internal Tensor[] Next()
    {
        if (_feed is null || _taken == _feed.Steps)
        {
            StartPass();
        }

        _taken++;
        return _feed!.Next();
    }

    private void StartPass()
    {
        _feed = new(data.All, data.Count, SampleOrder.Next(data.Count, shuffle, batchSize), batchSize);
        _taken = 0;
    }
}

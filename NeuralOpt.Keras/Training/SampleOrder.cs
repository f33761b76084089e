using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras.Training;

/// <summary>The order in which training visits the samples.</summary>
/// <remarks>
/// After <c>Utils.SetRandomSeed</c> it is the permutation that TensorFlow draws, the same in every epoch, as in Keras.
/// Without a seed every epoch has another one.
/// </remarks>
internal static class SampleOrder
{
    /// <summary>Indices of one epoch; null for the order in which the samples stand.</summary>
    internal static int[]? Next(int count, Shuffle shuffle, int batchSize) => shuffle.Kind switch
    {
        ShuffleKind.None => null,
        ShuffleKind.Samples => Permutation(count, Generator()),
        _ => InBatches(count, batchSize, Generator()),
    };

    private static int[] Permutation(int count, WordStream words)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        Shuffle(order, words);
        return order;
    }

    // Batches keep their place; each is shuffled in itself by one generator that goes on, in whole blocks.
    private static int[] InBatches(int count, int batchSize, WordStream words)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int start = 0; start < count; start += batchSize)
        {
            Shuffle(order.AsSpan(start, Math.Min(batchSize, count - start)), words);
            words.NextBlock();
        }

        return order;
    }

    private static void Shuffle(Span<int> order, WordStream words)
    {
        for (int i = 0; i < order.Length - 1; i++)
        {
            int j = i + (int)(words.Next() % (uint)(order.Length - i));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }

    private static WordStream Generator()
    {
        if (Session.Current.Seed is not { } seed)
        {
            return new(Philox.FromKey(System.Random.Shared.NextInt64(), System.Random.Shared.NextInt64()));
        }

        long key = seed % int.MaxValue;
        return new(key == 0 ? Philox.FromKey(0, int.MaxValue) : Philox.FromKey(key, 0));
    }

    /// <summary>The words of a stream, one after the other.</summary>
    private sealed class WordStream(Philox philox)
    {
        private readonly uint[] _block = new uint[4];
        private ulong _next;
        private int _used = 4;

        internal uint Next()
        {
            if (_used == 4)
            {
                philox.Block(_next++, _block);
                _used = 0;
            }

            return _block[_used++];
        }

        internal void NextBlock() => _used = 4;
    }
}

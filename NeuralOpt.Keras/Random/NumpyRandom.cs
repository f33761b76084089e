namespace NeuralOpt.Keras;

/// <summary>NumPy's <c>RandomState</c>: what Keras shuffles files and lists with.</summary>
/// <param name="seed">As for <c>np.random.seed</c>.</param>
internal sealed class NumpyRandom(uint seed)
{
    private readonly MersenneTwister _words = MersenneTwister.FromNumpySeed(seed);

    /// <summary>The numbers below <paramref name="count"/> in random order.</summary>
    internal int[] Permutation(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; i > 0; i--)
        {
            int j = UpTo(i);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    // Unlike Python, NumPy takes the low bits.
    private int UpTo(int max)
    {
        uint mask = uint.MaxValue >> int.LeadingZeroCount(max);
        uint value;
        do
        {
            value = _words.NextWord() & mask;
        }
        while (value > max);

        return (int)value;
    }
}

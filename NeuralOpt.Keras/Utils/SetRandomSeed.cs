namespace NeuralOpt.Keras;

/// <summary>What <c>keras.utils</c> has.</summary>
/// <seealso href="https://keras.io/api/utils/"/>
public static partial class Utils
{
    /// <summary>Makes everything random repeat: initial weights, dropout, the order of the samples.</summary>
    /// <param name="seed">From 0 to 2^32 - 1.</param>
    /// <remarks>Call it first: every initializer and layer that is made afterwards without a seed takes the next default seed.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The seed is out of range.</exception>
    /// <seealso href="https://keras.io/api/utils/python_utils/#set_random_seed-function"/>
    public static void SetRandomSeed(long seed)
    {
        if (seed is < 0 or > uint.MaxValue)
        {
            throw new KerasArgumentOutOfRangeException($"SetRandomSeed: the seed must be between 0 and {uint.MaxValue}. Received: {seed}.");
        }

        Session.Current.SetSeed(seed);
    }

    /// <summary>Lets the names of layers start anew (<c>dense</c>, not <c>dense_7</c>), and the global seed generator.</summary>
    /// <param name="freeMemory">Accepted as in Keras, where it collects garbage; .NET does that by itself.</param>
    /// <seealso href="https://keras.io/api/utils/config_utils/#clear_session-function"/>
    public static void ClearSession(bool freeMemory = true) => Session.Current.Clear();
}

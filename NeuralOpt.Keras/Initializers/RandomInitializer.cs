namespace NeuralOpt.Keras.Initializers;

/// <summary>An initializer that draws: it holds one seed, so that it gives the same values every time.</summary>
/// <seealso href="https://keras.io/api/layers/initializers/"/>
public abstract class RandomInitializer : Initializer
{
    private readonly int _seed;

    /// <summary>Sets the seed.</summary>
    /// <param name="seed">Makes the draw the same every time; null takes the next default seed.</param>
    protected RandomInitializer(int? seed)
    {
        Seed = seed;
        _seed = seed ?? Session.Current.NextSeed();
    }

    /// <summary>The seed that was given; null if it took a default seed.</summary>
    public int? Seed { get; }

    /// <summary>The seed of every draw.</summary>
    private protected Seed Draws => _seed;
}

namespace NeuralOpt.Keras;

public static partial class RandomOps
{
    /// <summary>The slices along an axis in random order.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="seed">A number or a <see cref="SeedGenerator"/>; null for the global generator.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/random/random_ops/#shuffle-function"/>
    public static Tensor Shuffle(Tensor x, int axis = 0, Seed? seed = null)
    {
        axis = Axis.One("Shuffle", axis, x);
        return Ops.Take(x, Ops.Argsort(Uniform(Shape.Of(x.Shape.At(axis)), seed: seed)), axis);
    }
}

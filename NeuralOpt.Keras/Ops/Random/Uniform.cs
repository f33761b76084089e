using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class RandomOps
{
    /// <summary>Numbers between two bounds, each as likely as the other.</summary>
    /// <param name="shape">Shape of the result.</param>
    /// <param name="minval">The lower bound, which can occur.</param>
    /// <param name="maxval">The upper bound, which does not occur.</param>
    /// <param name="dtype">A floating-point type; float32 by default.</param>
    /// <param name="seed">A number or a <see cref="SeedGenerator"/>; null for the global generator.</param>
    /// <returns>A tensor of that shape and dtype.</returns>
    /// <seealso href="https://keras.io/api/random/random_ops/#uniform-function"/>
    public static Tensor Uniform(Shape shape, double minval = 0.0, double maxval = 1.0, DTypeLike? dtype = null, Seed? seed = null)
    {
        Guard.Range(minval, maxval, "Uniform");
        return Draw("Uniform", RandomKind.Uniform, shape, minval, maxval, Floating("Uniform", dtype), seed);
    }

    /// <summary>Whole numbers between two bounds.</summary>
    /// <param name="shape">Shape of the result.</param>
    /// <param name="minval">The lower bound, which can occur.</param>
    /// <param name="maxval">The upper bound, which does not occur; above <paramref name="minval"/>.</param>
    /// <param name="dtype">An integer type; int32 by default.</param>
    /// <param name="seed">A number or a <see cref="SeedGenerator"/>; null for the global generator.</param>
    /// <returns>A tensor of that shape and dtype.</returns>
    /// <exception cref="ArgumentException">There is no number between the bounds, they are beyond int32 (2^53 for other dtypes), or the dtype is not an integer.</exception>
    /// <seealso href="https://keras.io/api/random/random_ops/#randint-function"/>
    public static Tensor Randint(Shape shape, long minval, long maxval, DTypeLike? dtype = null, Seed? seed = null)
    {
        if (minval >= maxval)
        {
            throw new KerasArgumentException($"Randint: maxval must be greater than minval. Received: {minval} and {maxval}.");
        }

        DType type = dtype ?? DType.Int32;
        if (type.IsFloating() || type == DType.Bool)
        {
            throw new KerasArgumentException($"Randint: the dtype must be an integer. Received: {type.Name()}.");
        }

        DType drawn = type == DType.Int32 ? DType.Int32 : DType.Int64;
        long limit = drawn == DType.Int32 ? 1L << 31 : 1L << 53;
        if (minval < -limit || maxval >= limit)
        {
            throw new KerasArgumentException($"Randint: the bounds must be at least {-limit} and below {limit}. Received: {minval} and {maxval}.");
        }

        if (!type.Holds(minval) || !type.Holds(maxval - 1))
        {
            throw new KerasArgumentException($"Randint: the bounds must be within the dtype {type.Name()}. Received: {minval} and {maxval}.");
        }

        return Ops.Cast(Draw("Randint", RandomKind.Integer, shape, minval, maxval, drawn, seed), type);
    }
}

using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class RandomOps
{
    /// <summary>Sets elements to 0 by chance and scales the others by <c>1 / (1 - rate)</c>, so that the expected sum stays.</summary>
    /// <param name="inputs">Floating point.</param>
    /// <param name="rate">Fraction of the elements to drop, from 0 to 1.</param>
    /// <param name="noiseShape">Shape of the mask, which broadcasts to the inputs; null for theirs. Unknown axes are those of the inputs.</param>
    /// <param name="seed">A number or a <see cref="SeedGenerator"/>; null for the global generator.</param>
    /// <returns>Shape and dtype of <paramref name="inputs"/>.</returns>
    /// <remarks>A selection, not a product: a dropped NaN is 0. A rate of 0 or 1 draws nothing.</remarks>
    /// <exception cref="ArgumentException">The rate is not in [0, 1].</exception>
    /// <seealso href="https://keras.io/api/random/random_ops/#dropout-function"/>
    public static Tensor Dropout(Tensor inputs, double rate, Shape? noiseShape = null, Seed? seed = null)
    {
        Guard.NotNull(inputs);
        if (rate is not (>= 0 and <= 1))
        {
            throw new KerasArgumentException($"Dropout: the rate must be between 0 and 1. Received: {rate}.");
        }

        if (rate is 0 or 1)
        {
            return rate == 0 ? inputs : Ops.ZerosLike(inputs);
        }

        Shape noise = noiseShape is { } shape ? Complete(shape, inputs.Shape) : inputs.Shape;
        return noise == inputs.Shape
            ? Op.Apply(new DropoutOp(rate), inputs, Seed.Pair(seed))
            : Select(inputs, rate, Uniform(noise, dtype: inputs.DType, seed: seed));
    }

    private static Tensor Select(Tensor inputs, double rate, Tensor uniform)
        => Ops.Where(Ops.GreaterEqual(uniform, rate), Ops.Multiply(inputs, 1.0 / (1.0 - rate)), 0);

    private static Shape Complete(Shape noise, Shape inputs)
    {
        if (noise.Rank != inputs.Rank)
        {
            throw new ShapeException($"Dropout: noiseShape must have as many axes as the inputs. Received shapes: {noise}, {inputs}.");
        }

        return noise.Select((d, i) => d ?? inputs.At(i)).ToArray();
    }

    private sealed class DropoutOp(double rate) : CompositeOp
    {
        internal override Block Block => new Engines.Dropout(rate);

        internal override TensorSpec Infer(TensorSpec[] x) => x[0];

        internal override Tensor Decompose(Tensor[] x)
            => Select(x[0], rate, Op.Apply(new RandomOp("Dropout", RandomKind.Uniform, 0, 1, x[0].Spec), x[1]));

        // Linear in x: the same numbers are drawn again, no mask is kept.
        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [Op.Apply(new DropoutOp(rate), dy, x[1]), null];
    }
}

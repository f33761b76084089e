using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class RandomOps
{
    /// <summary>Classes drawn by their unnormalised log-probabilities.</summary>
    /// <param name="logits">(batch, classes), floating point.</param>
    /// <param name="numSamples">Number of classes to draw for each row.</param>
    /// <param name="dtype">An integer type; int32 by default.</param>
    /// <param name="seed">A number or a <see cref="SeedGenerator"/>; null for the global generator.</param>
    /// <returns>(batch, numSamples) of that dtype.</returns>
    /// <exception cref="ShapeException">The logits do not have two axes.</exception>
    /// <seealso href="https://keras.io/api/random/random_ops/#categorical-function"/>
    public static Tensor Categorical(Tensor logits, int numSamples, DTypeLike? dtype = null, Seed? seed = null)
        => Ops.Cast(Op.Apply(new CategoricalOp(numSamples), Keras.Seed.Pair(seed), Ops.Cast(logits, DType.Float64)), dtype ?? DType.Int32);

    private sealed class CategoricalOp(int samples) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x)
            => x[1].Shape.Rank == 2 && samples >= 0
                ? new(Shape.Of(x[1].Shape.At(0), samples), DType.Int32)
                : throw Mismatch($"logits must be (batch, classes) and numSamples, here {samples}, at least 0", x[1..]);

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Host("Categorical", static (x, y) => Compute(x[0], x[1], y));

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [null, null];

        private static void Compute(Tensor seed, Tensor logits, Tensor y)
        {
            (int rows, int classes, int samples) = (logits.Shape[0], logits.Shape[1], y.Shape[1]);
            Philox stream = Philox.FromSeeds(seed.Data<long>()[0], seed.Data<long>()[1]);
            Span<uint> words = stackalloc uint[4];
            double[] cdf = new double[classes];
            Span<int> output = y.Data<int>();
            for (int r = 0; r < rows; r++)
            {
                double total = Cumulate(logits.Data<double>().Slice(r * classes, classes), cdf);
                if (!(total > 0))
                {
                    throw new KerasArgumentOutOfRangeException($"Categorical: every row of logits must have one that is finite. Received: row {r} without.");
                }

                for (int s = 0; s < samples; s++)
                {
                    int draw = (r * samples) + s;
                    stream.Block((ulong)(draw / 2), words);
                    double u = draw % 2 == 0 ? PhiloxDoubles.FromWords(words[0], words[1]) : PhiloxDoubles.FromWords(words[2], words[3]);
                    output[draw] = CountUpTo(cdf, u * total);
                }
            }
        }

        private static double Cumulate(ReadOnlySpan<double> logits, double[] cdf)
        {
            double max = double.NegativeInfinity;
            foreach (double l in logits)
            {
                max = double.IsFinite(l) ? Math.Max(max, l) : max;
            }

            double total = 0;
            for (int j = 0; j < cdf.Length; j++)
            {
                total += double.IsFinite(logits[j]) ? Math.Exp(logits[j] - max) : 0;
                cdf[j] = total;
            }

            return total;
        }

        private static int CountUpTo(double[] cdf, double value)
        {
            int count = 0;
            while (count < cdf.Length - 1 && cdf[count] <= value)
            {
                count++;
            }

            return count;
        }
    }
}

using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class RandomOps
{
    /// <summary>Binomially distributed numbers: successes in a number of trials.</summary>
    /// <param name="shape">Shape of the result.</param>
    /// <param name="counts">Number of trials; broadcasts to <paramref name="shape"/>.</param>
    /// <param name="probabilities">Probability of a success, from 0 to 1; broadcasts to <paramref name="shape"/>.</param>
    /// <param name="dtype">A floating-point type; float32 by default.</param>
    /// <param name="seed">A number or a <see cref="SeedGenerator"/>; null for the global generator.</param>
    /// <returns>A tensor of that shape and dtype.</returns>
    /// <remarks>Few expected successes: sums of geometric steps; else Hormann's transformed rejection (1993).</remarks>
    /// <seealso href="https://keras.io/api/random/random_ops/#binomial-function"/>
    public static Tensor Binomial(Shape shape, Tensor counts, Tensor probabilities, DTypeLike? dtype = null, Seed? seed = null)
    {
        Shape parameters = ShapeRules.Broadcast(Guard.NotNull(counts).Shape, Guard.NotNull(probabilities).Shape) is { } common && common.Rank <= shape.Rank
            ? shape[(shape.Rank - common.Rank)..]
            : throw new ShapeException($"Binomial: counts and probabilities must broadcast to the shape {shape}. Received shapes: {counts.Shape}, {probabilities.Shape}.");
        return Op.Apply(
            new BinomialOp(new(shape, Floating("Binomial", dtype))),
            Keras.Seed.Pair(seed),
            Ops.BroadcastTo(Ops.Cast(counts, DType.Float32), parameters),
            Ops.BroadcastTo(Ops.Cast(probabilities, DType.Float32), parameters));
    }

    private sealed class BinomialOp(TensorSpec spec) : Op
    {
        // Stirling's remainder of log k! for k = 0 .. 9.
        private static readonly double[] s_tail =
        [
            .0810614667953272, .0413406959554092, .0276779256849983, .02079067210376509, .0166446911898211,
            .0138761288230707, .0118967099458917, .0104112652619720, .00925546218271273, .00833056343336287,
        ];

        internal override TensorSpec Infer(TensorSpec[] x) => spec;

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Host("Binomial", static (x, y) => Compute(x[0], x[1], x[2], y));

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [null, null, null];

        private static void Compute(Tensor seed, Tensor counts, Tensor probabilities, Tensor y)
        {
            Philox stream = Philox.FromSeeds(seed.Data<long>()[0], seed.Data<long>()[1]);
            int samples = counts.Size == 0 ? 0 : y.Size / counts.Size;
            for (int a = 0; a < counts.Size; a++)
            {
                (float n, float p) = (counts.Data<float>()[a], probabilities.Data<float>()[a]);
                if (!(float.IsFinite(n) && n >= 0 && p is >= 0 and <= 1))
                {
                    throw new KerasArgumentOutOfRangeException(FormattableString.Invariant($"Binomial: counts must be at least 0, and probabilities between 0 and 1. Received: {n} and {p}."));
                }

                for (int s = 0; s < samples; s++)
                {
                    ulong output = (ulong)((a * (long)samples) + s);
                    y.WriteDouble((s * counts.Size) + a, Sample(n, p, stream, output));
                }
            }
        }

        private static double Sample(float n, float p, Philox stream, ulong output)
        {
            if (float.IsNaN(n) || float.IsNaN(p))
            {
                return double.NaN;
            }

            if (n <= 0 || p <= 0)
            {
                return 0;
            }

            if (p >= 1)
            {
                return n;
            }

            if (p > 0.5f)
            {
                return n - Sample(n, 1f - p, stream, output);
            }

            return n * p < 10 ? Steps(n, p, new(stream, 42 * output)) : Rejection(n, p, new(stream, BlocksOfASample * output));
        }

        private static double Steps(double n, double p, PhiloxDoubles draws)
        {
            double q = 1 - p;
            double log = q == 1 ? -p : Math.Log(q) * -p / (q - 1); // log1p(-p)
            double sum = 0;
            for (int successes = 0; ; successes++)
            {
                sum += Math.Ceiling(Math.Log(draws.Uniform()) / log);
                if (sum > n)
                {
                    return successes;
                }
            }
        }

        private static double Rejection(double n, double p, PhiloxDoubles draws)
        {
            double sd = Math.Sqrt(n * p * (1 - p));
            double b = 1.15 + (2.53 * sd);
            double a = -0.0873 + (0.0248 * b) + (0.01 * p);
            double c = (n * p) + 0.5;
            double vr = 0.92 - (4.2 / b);
            double r = p / (1 - p);
            double alpha = (2.83 + (5.1 / b)) * sd;
            double m = Math.Floor((n + 1) * p);
            while (true)
            {
                double u = draws.Uniform() - 0.5;
                double v = draws.Uniform();
                double us = 0.5 - Math.Abs(u);
                double k = Math.Floor((((2 * a / us) + b) * u) + c);
                if (us >= 0.07 && v <= vr)
                {
                    return k;
                }

                if (k < 0 || k > n)
                {
                    continue;
                }

                double bound = ((m + 0.5) * Math.Log((m + 1) / (r * (n - m + 1)))) + ((n + 1) * Math.Log((n - m + 1) / (n - k + 1)))
                    + ((k + 0.5) * Math.Log(r * (n - k + 1) / (k + 1))) + Tail(m) + Tail(n - m) - Tail(k) - Tail(n - k);
                if (Math.Log(v * alpha / ((a / (us * us)) + b)) <= bound)
                {
                    return k;
                }
            }
        }

        private static double Tail(double k)
        {
            if (k <= 9)
            {
                return s_tail[(int)k];
            }

            double s = (k + 1) * (k + 1);
            return ((1.0 / 12) - (((1.0 / 360) - (1.0 / 1260 / s)) / s)) / (k + 1);
        }
    }
}

using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class RandomOps
{
    private const ulong BlocksOfASample = 256;

    /// <summary>Gamma distributed numbers of scale 1.</summary>
    /// <param name="shape">Shape of the result.</param>
    /// <param name="alpha">The shape parameter, above 0; broadcasts to the last axes of <paramref name="shape"/>.</param>
    /// <param name="dtype">A floating-point type; float32 by default.</param>
    /// <param name="seed">A number or a <see cref="SeedGenerator"/>; null for the global generator.</param>
    /// <returns>A tensor of that shape and dtype.</returns>
    /// <remarks>Marsaglia and Tsang, A simple method for generating gamma variables (2000).</remarks>
    /// <seealso href="https://keras.io/api/random/random_ops/#gamma-function"/>
    public static Tensor Gamma(Shape shape, Tensor alpha, DTypeLike? dtype = null, Seed? seed = null)
        => GammaOf("Gamma", shape, alpha, Floating("Gamma", dtype), Keras.Seed.Pair(seed));

    /// <summary>Beta distributed numbers, between 0 and 1.</summary>
    /// <param name="shape">Shape of the result.</param>
    /// <param name="alpha">The first parameter, above 0; broadcasts to <paramref name="shape"/>.</param>
    /// <param name="beta">The second parameter, above 0; broadcasts to <paramref name="shape"/>.</param>
    /// <param name="dtype">A floating-point type; float32 by default.</param>
    /// <param name="seed">A number or a <see cref="SeedGenerator"/>; null for the global generator.</param>
    /// <returns>A tensor of that shape and dtype.</returns>
    /// <remarks>The quotient <c>a / (a + b)</c> of two gamma distributed numbers.</remarks>
    /// <seealso href="https://keras.io/api/random/random_ops/#beta-function"/>
    public static Tensor Beta(Shape shape, Tensor alpha, Tensor beta, DTypeLike? dtype = null, Seed? seed = null)
    {
        DType type = Floating("Beta", dtype);
        Tensor pair = Keras.Seed.Pair(seed);
        Tensor a = GammaOf("Beta", shape, Ops.BroadcastTo(alpha, shape), type, pair);
        Tensor b = GammaOf("Beta", shape, Ops.BroadcastTo(beta, shape), type, Ops.Add(pair, 12));
        return Ops.Divide(a, Ops.Add(a, b));
    }

    private static Tensor GammaOf(string op, Shape shape, Tensor alpha, DType dtype, Tensor pair)
    {
        if (Guard.NotNull(alpha, op).Rank > shape.Rank)
        {
            throw new ShapeException($"{op}: alpha must broadcast to the shape {shape}. Received shape: {alpha.Shape}.");
        }

        Tensor alphas = Ops.BroadcastTo(Ops.Cast(Ops.Cast(alpha, dtype), DType.Float64), shape[(shape.Rank - alpha.Rank)..]);
        return Op.Apply(new GammaOp(op, new(shape, dtype)), pair, alphas);
    }

    private sealed class GammaOp(string op, TensorSpec spec) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x) => spec;

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Host(op, (x, y) => Compute(op, x[0], x[1], y));

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [null, null];

        private static void Compute(string op, Tensor seed, Tensor alphas, Tensor y)
        {
            Philox stream = Philox.FromSeeds(seed.Data<long>()[0], seed.Data<long>()[1]);
            int samples = alphas.Size == 0 ? 0 : y.Size / alphas.Size;
            for (int a = 0; a < alphas.Size; a++)
            {
                double alpha = alphas.Data<double>()[a];
                if (!(double.IsFinite(alpha) && alpha > 0))
                {
                    throw new KerasArgumentOutOfRangeException(FormattableString.Invariant($"{op}: every parameter must be a finite number above 0. Received: {alpha}."));
                }

                for (int s = 0; s < samples; s++)
                {
                    ulong output = (ulong)((a * (long)samples) + s);
                    PhiloxDoubles draws = new(stream, BlocksOfASample * output);
                    double value = Sample(alpha, ref draws);
                    y.WriteDouble((s * alphas.Size) + a, y.DType == DType.Float64 ? value : Math.Max((float)value, 1.17549435e-38f));
                }
            }
        }

        private static double Sample(double alpha, ref PhiloxDoubles draws)
        {
            if (alpha == 1)
            {
                return -Math.Log(1 - draws.Uniform()); // 1 - u is exact
            }

            double d = alpha + (alpha < 1 ? 2.0 / 3 : -1.0 / 3);
            double c = 1.0 / 3 / Math.Sqrt(d);
            while (true)
            {
                double x = draws.Normal();
                double v = 1 + (c * x);
                if (v <= 0)
                {
                    continue;
                }

                v = v * v * v;
                double u = draws.Uniform();
                if (u < 1 - (0.0331 * (x * x) * (x * x)) || Math.Log(u) < (0.5 * x * x) + (d * (1 - v + Math.Log(v))))
                {
                    return alpha < 1 ? d * v * Math.Pow(draws.Uniform(), 1 / alpha) : d * v;
                }
            }
        }
    }
}

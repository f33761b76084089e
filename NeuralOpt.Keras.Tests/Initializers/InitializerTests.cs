using NeuralOpt.Keras.Initializers;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public sealed class InitializerTests
{
    private static IEnumerable<Initializer> Random(int? seed) =>
    [
        new GlorotUniform(seed), new GlorotNormal(seed), new HeUniform(seed), new HeNormal(seed), new LecunUniform(seed), new LecunNormal(seed),
        new RandomNormal(seed: seed), new RandomUniform(seed: seed), new TruncatedNormal(seed: seed), new VarianceScaling(seed: seed), new Orthogonal(seed: seed),
    ];

    [TestMethod]
    public void A_seed_gives_the_same_values_every_time_and_no_seed_others()
    {
        foreach ((Initializer a, Initializer b) in Random(5).Zip(Random(5)))
        {
            float[] values = a.Apply((6, 4)).ToArray<float>();
            CollectionAssert.AreEqual(values, a.Apply((6, 4)).ToArray<float>(), a.GetType().Name);
            CollectionAssert.AreEqual(values, b.Apply((6, 4)).ToArray<float>(), a.GetType().Name);
        }

        foreach ((Initializer a, Initializer b) in Random(null).Zip(Random(null)))
        {
            CollectionAssert.AreNotEqual(a.Apply((6, 4)).ToArray<float>(), b.Apply((6, 4)).ToArray<float>(), a.GetType().Name);
        }
    }

    [TestMethod]
    public void Configs_make_the_same_initializer_and_keep_no_seed_that_was_not_given()
    {
        foreach (Initializer a in Random(7))
        {
            Initializer b = (Initializer)Saving.DeserializeKerasObject(Saving.SerializeKerasObject(a))!;
            CollectionAssert.AreEqual(a.Apply((6, 4)).ToArray<float>(), b.Apply((6, 4)).ToArray<float>(), a.GetType().Name);
        }

        foreach (Initializer a in Random(null))
        {
            Assert.IsNull(Saving.SerializeKerasObject(a)!["config"]!["seed"], a.GetType().Name);
        }
    }

    [TestMethod]
    [DataRow("fan_in", "uniform", 48)]
    [DataRow("fan_out", "truncated_normal", 80)]
    [DataRow("fan_avg", "untruncated_normal", 64)]
    public void The_variance_is_scale_over_n(string mode, string distribution, double n)
    {
        double[] values = new VarianceScaling(2, mode, distribution, seed: 1).Apply((16, 3, 5)).ToArray<double>();
        double[] many = new VarianceScaling(2, mode, distribution, seed: 1).Apply((1, 16, 3, 5)).ToArray<double>();
        CollectionAssert.AreEqual(values, many);
        double variance = new VarianceScaling(2, mode, distribution, seed: 3, inputAxes: 0, outputAxes: 1).Apply((48, 80)).ToArray<double>().Average(static v => v * v);
        Assert.AreEqual(2 / n, variance, 0.1 * 2 / n);
    }

    [TestMethod]
    [DataRow(7, 5)]
    [DataRow(5, 7)]
    [DataRow(200, 50)]
    public void Orthogonal_has_orthonormal_rows_or_columns(int rows, int columns)
    {
        Tensor q = new Orthogonal(seed: 2).Apply((rows, columns));
        Tensor square = rows < columns ? Ops.Matmul(q, Ops.Transpose(q)) : Ops.Matmul(Ops.Transpose(q), q);
        float[] eye = Ops.Eye(Math.Min(rows, columns)).ToArray<float>();
        foreach ((float expected, float actual) in eye.Zip(square.ToArray<float>()))
        {
            Assert.AreEqual(expected, actual, 1e-5);
        }
    }

    [TestMethod]
    public void A_seed_gives_the_numbers_of_Keras()
    {
        CheckBits([0xbf086df5, 0xbb7e2200, 0x3f071b82, 0xbf966eed], new GlorotUniform(seed: 42), (2, 2));
        CheckBits([0x3c934e26, 0xbfe76241, 0x3df131f6, 0x3f6c3ea9], new HeNormal(seed: 42), (2, 2));
        CheckBits([0x3c209600, 0xbf6a32aa, 0x3d83785d, 0x3ece939c, 0xbf7f75ad, 0x3c8b0440], new Orthogonal(seed: 42), (3, 2));
    }

    [TestMethod]
    public void Identity_has_its_gain_on_the_diagonal()
        => CollectionAssert.AreEqual(new float[] { 2, 0, 0, 0, 2, 0 }, new Identity(2).Apply((2, 3)).ToArray<float>());

    [TestMethod]
    public void Constants_take_the_dtype_asked_for()
    {
        Tensor t = new Constant(3).Apply((2, 2), DType.Int32);
        Assert.AreEqual(DType.Int32, t.DType);
        CollectionAssert.AreEqual(new[] { 3, 3, 3, 3 }, t.ToArray<int>());
        CollectionAssert.AreEqual(new[] { 1f, 1f }, new Ones().Apply(2).ToArray<float>());
        CollectionAssert.AreEqual(new[] { 0f, 0f }, new Zeros().Apply(2).ToArray<float>());
    }

    [TestMethod]
    public void An_unknown_name_is_refused_with_the_known_ones()
    {
        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => (Initializer)"glorot");
        Assert.StartsWith("Initializer: the name must be one of ", e.Message);
        Assert.Contains("'glorot_uniform'", e.Message);
        Assert.EndsWith("Received: 'glorot'.", e.Message);
    }

    [TestMethod]
    public void Wrong_arguments_are_refused()
    {
        Assert.AreEqual("Constant: value must be a number. Received: NaN.", Message(() => new Constant(double.NaN)));
        Assert.AreEqual("RandomNormal: stddev must be a finite number of at least 0. Received: -1.", Message(() => new RandomNormal(stddev: -1)));
        Assert.AreEqual("VarianceScaling: scale must be a finite number above 0. Received: 0.", Message(() => new VarianceScaling(0)));
        Assert.AreEqual("VarianceScaling: mode must be one of 'fan_in', 'fan_out', 'fan_avg'. Received: 'fan'.", Message(() => new VarianceScaling(mode: "fan")));
        Assert.AreEqual("Orthogonal: the weight must have at least two axes. Received shape: (3,).", Assert.ThrowsExactly<ShapeException>(() => new Orthogonal().Apply(3)).Message);
        Assert.AreEqual("Identity: the weight must have two axes. Received shape: (3,).", Assert.ThrowsExactly<ShapeException>(() => new Identity().Apply(3)).Message);
    }

    private static void CheckBits(uint[] expected, Initializer initializer, Shape shape)
        => CollectionAssert.AreEqual(expected, initializer.Apply(shape).ToArray<float>().Select(BitConverter.SingleToUInt32Bits).ToArray());

    private static string Message(Action action) => Assert.ThrowsExactly<KerasArgumentException>(action).Message;
}

namespace NeuralOpt.Keras.Tests;

[TestClass]
public sealed class RandomOpsTests
{
    [TestMethod]
    public void Uniform_gives_the_numbers_of_Keras()
        => CheckBits([0x3e909b14, 0x3eff3080, 0x3f37284a, 0x3ca57ec0, 0x3da0f810], RandomOps.Uniform(5, seed: 42));

    [TestMethod]
    public void Normal_gives_the_numbers_of_Keras()
        => CheckBits([0x3c8192d0, 0xbfcb87f8, 0x3dd42955, 0x3f4fce95, 0xbfce201d], RandomOps.Normal(5, seed: 42));

    [TestMethod]
    public void TruncatedNormal_gives_the_numbers_of_Keras()
        => CheckBits(
            [0x3c8192d0, 0xbfcb87f8, 0x3dd42955, 0x3f4fce95, 0xbcaf5f84, 0x3df1d255, 0xbbb76f58, 0xbe1445d5, 0xbd415945],
            RandomOps.TruncatedNormal(9, seed: 42));

    [TestMethod]
    public void Randint_gives_the_numbers_of_Keras()
        => Assert.AreEqual("[381 592 109 595  25]", RandomOps.Randint(5, 0, 1000, seed: 42).ToString());

    [TestMethod]
    public void Dropout_drops_what_Keras_drops()
    {
        Tensor y = RandomOps.Dropout(Ops.Ones(12), 0.4, seed: 42);
        CollectionAssert.AreEqual(new[] { 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 1, 0 }, (y > 0).ToArray<int>());
        Assert.AreEqual(0x3fd55555u, BitConverter.SingleToUInt32Bits((float)y[1]));
    }

    [TestMethod]
    public void Dropout_of_rate_0_or_1_draws_nothing()
    {
        SeedGenerator generator = new(7);
        Tensor x = Ops.Ones(3);
        Assert.AreSame(x, RandomOps.Dropout(x, 0, seed: generator));
        Assert.AreEqual("[0. 0. 0.]", RandomOps.Dropout(x, 1, seed: generator).ToString());
        Assert.AreEqual("[7 0]", generator.State.Value.ToString());
        Assert.ThrowsExactly<KerasArgumentException>(() => RandomOps.Dropout(x, double.NaN));
    }

    [TestMethod]
    public void Dropout_repeats_its_mask_along_axes_of_the_noise_shape()
    {
        Tensor y = RandomOps.Dropout(Ops.Ones((4, 50)), 0.5, noiseShape: (null, 1), seed: 1);
        Assert.AreEqual("True", Ops.All(Ops.Equal(y, y[.., ..1])).ToString());
    }

    [TestMethod]
    public void Shuffle_gives_the_order_of_Keras()
        => Assert.AreEqual("[3 4 7 0 1 5 2 6]", RandomOps.Shuffle(Ops.Arange(8), seed: 42).ToString());

    [TestMethod]
    public void Shuffle_keeps_the_order_of_what_drew_the_same_number()
    {
        // Among 50,000 draws of 23 bits, 158 repeat an earlier one.
        int[] order = RandomOps.Shuffle(Ops.Arange(50_000), seed: 7).ToArray<int>();
        Assert.AreEqual(31268814135422L, order.Select(static (value, i) => (i + 1L) * value).Sum());
    }

    [TestMethod]
    public void Dropout_of_other_dtypes_draws_and_compares_in_them()
    {
        Tensor half = RandomOps.Dropout(Ops.Ones(16, DType.Float16), 0.4, seed: 42);
        CollectionAssert.AreEqual(new[] { 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 1, 0 }, (half > 0).ToArray<int>());
        CheckHalves([0x3eab], half[..1]);
        Tensor wide = RandomOps.Dropout(Ops.Ones(12, DType.Float64), 0.4, seed: 42);
        CollectionAssert.AreEqual(new[] { 0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 1 }, (wide > 0).ToArray<int>());
    }

    [TestMethod]
    public void Gamma_gives_the_numbers_of_Keras()
        => CheckBits([0x3fabade3, 0x40052fa0, 0x3f99b51b], RandomOps.Gamma(3, 2.0, seed: 42));

    // These were computed from the definitions by a program of its own.
    [TestMethod]
    public void Other_dtypes_draw_in_their_own_layout()
    {
        CheckHalves([0x398a, 0x2800, 0x28a0, 0x37ec, 0x3b02, 0x3a32], RandomOps.Uniform(6, dtype: DType.Float16, seed: 42));
        CheckHalves([0x3dd8, 0xbf60, 0xbf47, 0x37a0, 0x40c2, 0x3f7c], RandomOps.Uniform(6, -2, 3, DType.Float16, seed: 42));
        CheckHalves([0x240d, 0xbe5c, 0x2ea1, 0x3a7e, 0xbe71], RandomOps.Normal(5, dtype: DType.Float16, seed: 42));
        CollectionAssert.AreEqual(
            new[] { 0x3fd09b14f2ff3080ul, 0x3fe7284b3c052bf6ul, 0x3fe41f0302a06632ul, 0x3fa4792b12c57380ul, 0x3f9e6a36c1af7a00ul },
            RandomOps.Uniform(5, dtype: DType.Float64, seed: 42).ToArray<double>().Select(BitConverter.DoubleToUInt64Bits).ToArray());
        CollectionAssert.AreEqual(
            new[] { 801857148613, 715117192229, 814114660225, 472509649865 },
            RandomOps.Randint(4, 0, 1_000_000_000_000, DType.Int64, seed: 42).ToArray<long>());
    }

    [TestMethod]
    public void Gamma_Beta_and_Binomial_take_their_parameters_apart_as_Keras_does()
    {
        CheckBits(
            [0x3eb5d192, 0x3ecc72a6, 0x40a47947, 0x3fc11f9a, 0x3fe8d7e4, 0x3fd40d3b],
            Ops.Reshape(RandomOps.Gamma((2, 3), new[] { 0.5f, 1, 3 }, seed: 42), 6));
        CheckBits([0x3e398d84, 0x3f143cc9, 0x3ecc409b, 0x3ef5c950], RandomOps.Beta(4, 2.0, 3.0, seed: 42));
        Tensor binomial = RandomOps.Binomial((2, 4), new[] { 20f, 20, 200, 100 }, new[] { 0.2f, 0.9f, 0.3f, 0.5f }, seed: 42);
        CollectionAssert.AreEqual(new[] { 2f, 18, 49, 53, 1, 20, 56, 57 }, binomial.ToArray<float>());
    }

    [TestMethod]
    public void Beta_and_Binomial_have_the_right_means()
    {
        Assert.AreEqual(0.25, Mean(RandomOps.Beta(4000, 2.0, 6.0, seed: 3)), 0.01);
        Assert.AreEqual(4.0, Mean(RandomOps.Binomial(4000, 20, 0.2, seed: 3)), 0.1);
        Assert.AreEqual(140.0, Mean(RandomOps.Binomial(4000, 200, 0.7, seed: 3)), 0.5);
        Assert.AreEqual(0.6, Mean(RandomOps.Gamma(4000, 0.6, seed: 3)), 0.05);
    }

    [TestMethod]
    public void Categorical_draws_by_the_logits_and_never_what_is_impossible()
    {
        Tensor y = RandomOps.Categorical(new[,] { { 0, double.NegativeInfinity, Math.Log(3) } }, 4000, seed: 5);
        Assert.AreEqual(1.5, Mean(y), 0.05);
        Assert.AreEqual("[0 2]", Ops.Unique(y).ToString());
    }

    [TestMethod]
    public void A_generator_goes_on_in_eager_code_and_in_a_compiled_step()
    {
        SeedGenerator generator = new(11);
        SeedGenerator same = new(11);
        Func<Tensor, Tensor> step = Function.Compile(x => x + RandomOps.Uniform(3, seed: generator) + RandomOps.Uniform(3, seed: generator));
        for (int i = 0; i < 3; i++)
        {
            Tensor expected = RandomOps.Uniform(3, seed: same) + RandomOps.Uniform(3, seed: same);
            Assert.AreEqual(expected.ToString(), step(Ops.Zeros(3)).ToString());
        }

        Assert.AreEqual("[11  6]", generator.State.Value.ToString());
    }

    [TestMethod]
    public void A_generator_stands_still_while_a_model_is_described()
    {
        SeedGenerator generator = new(11);
        using (SymbolicScope.Enter())
        {
            Assert.AreEqual<Shape>((null, 3), RandomOps.Normal((null, 3), seed: generator).Shape);
        }

        Assert.AreEqual("[11  0]", generator.State.Value.ToString());
        Assert.ThrowsExactly<ShapeException>(() => RandomOps.Normal((null, 3), seed: generator));
    }

    [TestMethod]
    public void The_global_generator_follows_the_session()
    {
        using IDisposable session = Session.Enter();
        Utils.SetRandomSeed(42);
        Tensor first = RandomOps.Uniform(2);
        Assert.AreEqual("[60594  5387]", Session.Current.Generator.Value.ToString());
        _ = RandomOps.Uniform(2);
        Assert.AreEqual("[738814  95987]", Session.Current.Generator.Value.ToString());
        Assert.AreEqual(RandomOps.Uniform(2, seed: 686579304).ToString(), first.ToString());
    }

    [TestMethod]
    public void A_seed_out_of_range_is_taken_by_its_modulus()
    {
        Assert.AreEqual(RandomOps.Uniform(2, seed: 2147483643).ToString(), RandomOps.Uniform(2, seed: -3).ToString());
        Assert.AreEqual(RandomOps.Uniform(2, seed: 2147483643).ToString(), RandomOps.Uniform(2, seed: new SeedGenerator(-3)).ToString());
        Assert.AreEqual(RandomOps.Uniform(2, seed: 1027).ToString(), RandomOps.Uniform(2, seed: (1L << 40) + 3).ToString());
    }

    [TestMethod]
    public void The_modulus_itself_is_seed_0()
        => Assert.AreEqual(RandomOps.Uniform(2, seed: 0).ToString(), RandomOps.Uniform(2, seed: int.MaxValue - 1).ToString());

    [TestMethod]
    public void Randint_refuses_bounds_that_its_dtype_cannot_hold()
    {
        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => RandomOps.Randint(3, 0, 1L << 32));
        Assert.AreEqual("Randint: the bounds must be at least -2147483648 and below 2147483648. Received: 0 and 4294967296.", e.Message);
        Assert.IsTrue(RandomOps.Randint(100, 0, 1L << 40, DType.Int64, seed: 1).ToArray<long>().Max() > 1L << 32);
    }

    [TestMethod]
    public void Gamma_rounds_its_parameter_to_the_dtype_first()
        => CollectionAssert.AreEqual(
            RandomOps.Gamma(5, Tensor.From<float>([0.3f], 1), seed: 1).ToArray<float>(), RandomOps.Gamma(5, Tensor.From<double>([0.3], 1), seed: 1).ToArray<float>());

    private static double Mean(Tensor x) => x.ToArray<double>().Average();

    private static void CheckBits(uint[] expected, Tensor actual)
        => CollectionAssert.AreEqual(expected, actual.ToArray<float>().Select(BitConverter.SingleToUInt32Bits).ToArray());

    private static void CheckHalves(int[] expected, Tensor actual)
        => CollectionAssert.AreEqual(expected, actual.ToArray<Half>().Select(static h => (int)BitConverter.HalfToUInt16Bits(h)).ToArray());
}

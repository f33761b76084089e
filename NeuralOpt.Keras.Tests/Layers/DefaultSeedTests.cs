using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests.Layers;

/// <summary>Which layer takes default seeds, how many, and in which order: a program draws what the same program draws in Python.</summary>
[TestClass]
public sealed class DefaultSeedTests
{
    // random.seed(1); random.randint(1, 1000000000), ...
    private static readonly int[] s_seeds = [144272510, 611178003, 909925048, 861425549, 820096754, 67760437];

    private static IEnumerable<object[]> Takers() => new (string, int, Func<object>)[]
    {
        ("Dense", 1, () => new Dense(2)),
        ("EinsumDense", 1, () => new EinsumDense("ab,bc->ac", 3)),
        ("Embedding", 1, () => new Embedding(3, 2)),
        ("Conv1D", 1, () => new Conv1D(2, 3)),
        ("Conv2D", 1, () => new Conv2D(2, 3)),
        ("Conv3D", 1, () => new Conv3D(2, 3)),
        ("Conv1DTranspose", 1, () => new Conv1DTranspose(2, 3)),
        ("Conv2DTranspose", 1, () => new Conv2DTranspose(2, 3)),
        ("Conv3DTranspose", 1, () => new Conv3DTranspose(2, 3)),
        ("DepthwiseConv1D", 1, () => new DepthwiseConv1D(3)),
        ("DepthwiseConv2D", 1, () => new DepthwiseConv2D(3)),
        ("SeparableConv1D", 2, () => new SeparableConv1D(2, 3)),
        ("SeparableConv2D", 2, () => new SeparableConv2D(2, 3)),
        ("Dropout", 1, () => new NeuralOpt.Keras.Layers.Dropout(0.5)),
        ("Dropout of rate 0", 0, () => new NeuralOpt.Keras.Layers.Dropout(0)),
        ("SpatialDropout1D", 1, () => new SpatialDropout1D(0.5)),
        ("SpatialDropout2D", 1, () => new SpatialDropout2D(0.5)),
        ("SpatialDropout3D", 1, () => new SpatialDropout3D(0.5)),
        ("SpatialDropout1D of rate 0", 0, () => new SpatialDropout1D(0)),
        ("GaussianNoise", 1, () => new GaussianNoise(0.5)),
        ("GaussianNoise of 0", 0, () => new GaussianNoise(0)),
        ("GaussianDropout", 1, () => new GaussianDropout(0.5)),
        ("GaussianDropout of rate 0", 0, () => new GaussianDropout(0)),
        ("AlphaDropout", 1, () => new AlphaDropout(0.5)),
        ("AlphaDropout of rate 0", 0, () => new AlphaDropout(0)),
        ("Dropout with a seed", 0, () => new NeuralOpt.Keras.Layers.Dropout(0.5, seed: 3)),
        ("Dense with a seed", 0, () => new Dense(2, kernelInitializer: new HeNormal(seed: 3))),
        ("BatchNormalization", 0, () => new BatchNormalization()),
        ("LayerNormalization", 0, () => new LayerNormalization()),
        ("GroupNormalization", 0, () => new GroupNormalization()),
        ("PReLU", 0, () => new PReLU()),
        ("Activation", 0, () => new Activation("relu")),
        ("Flatten", 0, () => new Flatten()),
        ("Input", 0, () => new Input(3)),
        ("MaxPooling2D", 0, () => new MaxPooling2D()),
        ("Zeros", 0, () => new Zeros()),
        ("GlorotUniform", 1, () => new GlorotUniform()),
        ("Orthogonal", 1, () => new Orthogonal()),
        ("SeedGenerator", 1, () => new SeedGenerator()),
        ("Adam", 0, () => new NeuralOpt.Keras.Optimizers.Adam()),
    }.Select(static row => new object[] { row.Item1, row.Item2, row.Item3 });

    [TestMethod]
    [DynamicData(nameof(Takers))]
    public void Default_seeds_are_taken_at_construction(string what, int count, Func<object> make)
    {
        using IDisposable session = Session.Enter();
        Utils.SetRandomSeed(1);
        _ = make();
        Assert.AreEqual(s_seeds[count], Session.Current.NextSeed(), what);
    }

    [TestMethod]
    public void They_are_taken_in_the_order_of_the_program_and_not_of_the_building()
    {
        using IDisposable session = Session.Enter();
        Utils.SetRandomSeed(1);
        Dense first = new(3);
        NeuralOpt.Keras.Layers.Dropout dropout = new(0.5);
        SeparableConv1D separable = new(2, 3);
        Embedding embedding = new(4, 2);
        embedding.Build(5);
        separable.Build((null, 8, 3));
        first.Build((null, 2));
        Check(new GlorotUniform(s_seeds[0]), first.Kernel!);
        Check(new GlorotUniform(s_seeds[2]), separable.Weights[0]);
        Check(new GlorotUniform(s_seeds[3]), separable.Weights[1]);
        Check(new RandomUniform(seed: s_seeds[4]), embedding.Weights[0]);
        Assert.AreEqual($"[{s_seeds[1]}         0]", dropout.Variables[0].Value.ToString());
    }

    [TestMethod]
    public void What_is_built_again_from_a_config_draws_again()
    {
        using IDisposable session = Session.Enter();
        Utils.SetRandomSeed(1);
        Sequential model = new([new Input(2), new Dense(3), new NeuralOpt.Keras.Layers.Dropout(0.5), new Dense(2)]);
        Model clone = NeuralOpt.Keras.Models.CloneModel(model);
        Check(new GlorotUniform(s_seeds[0]), model.Weights[0]);
        Check(new GlorotUniform(s_seeds[2]), model.Weights[2]);
        Check(new GlorotUniform(s_seeds[3]), clone.Weights[0]);
        Check(new GlorotUniform(s_seeds[5]), clone.Weights[2]);
    }

    [TestMethod]
    public void A_generator_moves_on_in_training_calls_alone()
    {
        NeuralOpt.Keras.Layers.Dropout dropout = new(0.5, seed: 7);
        Variable state = dropout.Variables[0];
        Sequential model = new([new Input(4), dropout]);
        model.Compile("sgd", "mse");
        Tensor x = Ops.Ones((4, 4));
        _ = model.Predict(x, verbose: 0);
        _ = model.Evaluate(x, x, verbose: 0);
        Assert.AreEqual("[7 0]", state.Value.ToString());
        _ = dropout.Apply(x, training: true);
        Assert.AreEqual("[7 1]", state.Value.ToString());
        _ = model.Fit(x, x, batchSize: 2, epochs: 2, verbose: 0, validationData: (x, x));
        Assert.AreEqual("[7 5]", state.Value.ToString());
    }

    private static void Check(Initializer expected, Variable actual)
        => CollectionAssert.AreEqual(expected.Apply(actual.Shape).ToArray<float>(), actual.Value.ToArray<float>());
}

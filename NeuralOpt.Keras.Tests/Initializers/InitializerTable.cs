using NeuralOpt.Keras.Initializers;

namespace NeuralOpt.Keras.Tests;

/// <summary>Every initializer.</summary>
[TestClass]
public sealed class InitializerTable
{
    internal static readonly Row<Initializer>[] Rows =
    [
        new(() => new Zeros()),
        new(() => new Ones()),
        new(() => new Constant(3)),
        new(() => new Identity(2)),
        new(() => new GlorotUniform(seed: 1)),
        new(() => new GlorotNormal(seed: 1)),
        new(() => new HeUniform(seed: 1)),
        new(() => new HeNormal(seed: 1)),
        new(() => new LecunUniform(seed: 1)),
        new(() => new LecunNormal(seed: 1)),
        new(() => new RandomNormal(seed: 1)),
        new(() => new RandomUniform(seed: 1)),
        new(() => new TruncatedNormal(seed: 1)),
        new(() => new VarianceScaling(2, "fan_out", "untruncated_normal", seed: 1)),
        new(() => new Orthogonal(2, seed: 1)),
    ];

    public static IEnumerable<object[]> Names => Tests.Rows.NamesOf(Rows);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void An_initializer_keeps_the_contract(string name) => InitializerContract.Check(Rows.Named(name).Make);
}

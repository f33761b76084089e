using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Tests;

/// <summary>Every regularizer.</summary>
[TestClass]
public sealed class RegularizerTable
{
    internal static readonly Row<Regularizer>[] Rows =
    [
        new(() => new L1(0.3)),
        new(() => new L2(0.4)),
        new(() => new L1L2(0.1, 0.2)),
        new(() => new OrthogonalRegularizer(0.5)),
        new(() => new OrthogonalRegularizer(0.5, "columns")),
    ];

    public static IEnumerable<object[]> Names => Tests.Rows.NamesOf(Rows);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_regularizer_keeps_the_contract(string name) => RegularizerContract.Check(Rows.Named(name).Make);
}

using NeuralOpt.Keras.Callbacks;

namespace NeuralOpt.Keras.Tests;

/// <summary>Every callback.</summary>
[TestClass]
public sealed class CallbackTable
{
    internal static readonly Row<Callback>[] Rows =
    [
        new(() => new EarlyStopping(patience: 5)),
        new(() => new EarlyStopping("loss", patience: 5, restoreBestWeights: true)),
        new(() => new ReduceLROnPlateau(patience: 0)),
        new(() => new LearningRateScheduler((epoch, rate) => rate / (epoch + 1))),
        new(() => new LambdaCallback(onEpochEnd: (epoch, logs) => logs["epoch"] = epoch)),
        new(() => new TerminateOnNaN()),
        new(() => new History()),
        new(() => new ProgbarLogger()),
        new(() => new CSVLogger(Path.GetTempFileName(), append: true)),
    ];

    public static IEnumerable<object[]> Names => Tests.Rows.NamesOf(Rows);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_callback_keeps_the_contract(string name) => CallbackContract.Check(Rows.Named(name).Make);
}

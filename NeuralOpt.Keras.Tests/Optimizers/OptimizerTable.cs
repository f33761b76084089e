using NeuralOpt.Keras.Optimizers;
using NeuralOpt.Keras.Optimizers.Schedules;

namespace NeuralOpt.Keras.Tests;

/// <summary>Every optimizer, and its options.</summary>
[TestClass]
public sealed class OptimizerTable
{
    internal static readonly Row<Optimizer>[] Rows =
    [
        new(() => "sgd"),
        new(() => "rmsprop"),
        new(() => "adam"),
        new(() => "adamw"),
        new(() => "adagrad"),
        new(() => "adadelta"),
        new(() => "adamax"),
        new(() => "nadam"),
        new(() => "ftrl"),
        new(() => "lion"),
        new(() => "lamb"),
        new(() => "adafactor"),
        new(() => "muon"),
        new(() => "ScheduleFreeAdamW"),
        new(() => new SGD(0.05, momentum: 0.9, nesterov: true)),
        new(() => new RMSprop(0.01, momentum: 0.5, centered: true)),
        new(() => new Adam(0.05, amsgrad: true, weightDecay: 0.01)),
        new(() => new SGD(0.05, clipnorm: 0.5)),
        new(() => new SGD(0.05, clipvalue: 0.3)),
        new(() => new Adam(0.05, globalClipnorm: 0.5)),
        new(() => new Adam(0.05, useEma: true, emaMomentum: 0.5, emaOverwriteFrequency: 3)),
        new(() => new Adam(0.05, gradientAccumulationSteps: 3)),
        new(() => new Nadam(0.05, gradientAccumulationSteps: 2, useEma: true)),
        new(() => new SGD(0.05, lossScaleFactor: 4)),
        new(() => new Adam(new ExponentialDecay(0.1, 3, 0.5))),
    ];

    public static IEnumerable<object[]> Names => Tests.Rows.NamesOf(Rows);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void An_optimizer_keeps_the_contract(string name) => OptimizerContract.Check(Rows.Named(name).Make);
}

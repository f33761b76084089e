using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Tests.Callbacks;

[TestClass]
public class LearningRateTests
{
    [TestMethod]
    public void ReduceLROnPlateau_does_what_Keras_does() => Driven.All("ReduceLROnPlateau", c => new ReduceLROnPlateau(
        (string)c["monitor"]!,
        (double?)c["factor"] ?? 0.1,
        (int?)c["patience"] ?? 10,
        (int?)c["verbose"] ?? 0,
        (string?)c["mode"] ?? "auto",
        (double?)c["min_delta"] ?? 0.0001,
        (int?)c["cooldown"] ?? 0,
        (double?)c["min_lr"] ?? 0));

    [TestMethod]
    public void LearningRateScheduler_does_what_Keras_does()
        => Driven.All("LearningRateScheduler", _ => new LearningRateScheduler((epoch, lr) => epoch < 3 ? lr : lr * 0.5));

    [TestMethod]
    public void The_rate_of_each_epoch_is_in_the_history_and_steps_use_it()
    {
        Sequential model = new([new Input(1), new Dense(1, useBias: false, kernelInitializer: "zeros")]);
        model.Compile(new SGD(0.5), "mse");
        History history = model.Fit(
            Ops.Ones((1, 1)), Ops.Ones((1, 1)), epochs: 2, verbose: 0, callbacks: [new LearningRateScheduler((epoch, _) => epoch == 0 ? 0 : 0.25)]);
        CollectionAssert.AreEqual(new[] { 0, 0.25 }, history["learning_rate"].ToArray());
        Assert.AreEqual(0.5, model.GetWeights()[0].Item(), 1e-6);
    }

    [TestMethod]
    public void Each_rate_is_printed_as_Keras_does()
    {
        LearningRateScheduler scheduler = new((_, _) => 0.01, verbose: 1);
        Sequential model = new([new Input(1), new Dense(1)]);
        model.Compile(new SGD(0.5), "mse");
        scheduler.SetModel(model);
        Assert.AreEqual("\nEpoch 3: LearningRateScheduler setting learning rate to 0.01.\n", Models.Printed.By(() => scheduler.OnEpochBegin(2, [])));
    }

    [TestMethod]
    public void A_rate_that_is_none_and_a_factor_of_one_are_refused()
    {
        Sequential model = new([new Input(1), new Dense(1)]);
        model.Compile(new SGD(0.5), "mse");
        Assert.AreEqual(
            "LearningRateScheduler: what the schedule returns must be a finite number of at least 0. Received: NaN.",
            Assert.ThrowsExactly<KerasArgumentException>(() => model.Fit(
                Ops.Ones((1, 1)), Ops.Ones((1, 1)), verbose: 0, callbacks: [new LearningRateScheduler((_, _) => double.NaN)])).Message);
        Assert.AreEqual("ReduceLROnPlateau: factor must be in [0, 1). Received: 1.", Assert.ThrowsExactly<KerasArgumentException>(() => new ReduceLROnPlateau(factor: 1)).Message);
    }
}

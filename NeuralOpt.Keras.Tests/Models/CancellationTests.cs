using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Tests.Models;

/// <summary>Training, evaluation and prediction end between two steps when they are cancelled, and the model stays usable.</summary>
[TestClass]
public class CancellationTests
{
    private static readonly Tensor s_x = Ops.Ones((10, 1));
    private static readonly Tensor s_y = Ops.Zeros((10, 1));

    [TestMethod]
    public void Fit_ends_before_the_next_step_and_goes_on_when_called_again()
    {
        Model model = Net();
        using CancellationTokenSource source = new();
        int steps = 0;
        LambdaCallback canceller = new(onTrainBatchEnd: (_, _) =>
        {
            if (++steps == 3)
            {
                source.Cancel();
            }
        });
        OperationCanceledException e = Assert.Throws<OperationCanceledException>(
            () => model.Fit(s_x, s_y, batchSize: 2, epochs: 9, verbose: 0, callbacks: [canceller], cancellationToken: source.Token));
        Assert.AreEqual(source.Token, e.CancellationToken);
        Assert.AreEqual(3, steps);
        Assert.HasCount(0, model.History!.Epoch);
        Assert.AreEqual(3, model.Optimizer!.Iterations.Value.Item());
        Assert.HasCount(2, model.Fit(s_x, s_y, batchSize: 2, epochs: 2, verbose: 0)["loss"]);
    }

    [TestMethod]
    public void Validation_Evaluate_and_Predict_listen_too()
    {
        Model model = Net();
        using CancellationTokenSource source = new();
        Canceller canceller = new(source);
        Assert.Throws<OperationCanceledException>(() => model.Fit(s_x, s_y, epochs: 9, validationData: (s_x, s_y), verbose: 0, callbacks: [canceller], cancellationToken: source.Token));
        Assert.AreEqual(1, canceller.Validations);
        Assert.Throws<OperationCanceledException>(() => model.Evaluate(s_x, s_y, verbose: 0, cancellationToken: source.Token));
        Assert.Throws<OperationCanceledException>(() => model.Predict(s_x, verbose: 0, cancellationToken: source.Token));
        Assert.Throws<OperationCanceledException>(() => model.PredictMany(s_x, verbose: 0, cancellationToken: source.Token));
        Assert.HasCount(1, model.Evaluate(s_x, s_y, verbose: 0));
    }

    [TestMethod]
    public void A_callback_ends_an_evaluation_and_a_prediction_after_the_batch()
    {
        Model model = Net();
        Stopper stopper = new();
        model.Evaluate(s_x, s_y, batchSize: 2, verbose: 0, callbacks: [stopper]);
        Assert.AreEqual((2, 1), model.Predict(s_x, batchSize: 2, verbose: 0, callbacks: [stopper]).Shape);
        Assert.AreEqual(1, stopper.Batches);
        Assert.AreEqual((10, 1), model.Predict(s_x, batchSize: 2, verbose: 0).Shape);
    }

    [TestMethod]
    public void What_Keras_1_and_2_asked_for_is_taken()
    {
        History history = Net().Fit(s_x, s_y, nbEpoch: 3, workers: 4, useMultiprocessing: true, maxQueueSize: 20, verbose: 0);
        Assert.HasCount(3, history["loss"]);
    }

    private static Sequential Net()
    {
        Sequential model = new([new Input(1), new Dense(1)]);
        model.Compile(new SGD(0.01), "mse");
        return model;
    }

    private sealed class Stopper : Callback
    {
        internal int Batches { get; private set; }

        public override void OnTestBatchEnd(int batch, Logs logs)
        {
            Batches++;
            Model.StopEvaluating = true;
        }

        public override void OnPredictBatchEnd(int batch, Logs logs) => Model.StopPredicting = true;
    }

    private sealed class Canceller(CancellationTokenSource source) : Callback
    {
        internal int Validations { get; private set; }

        public override void OnTestBegin(Logs logs)
        {
            Validations++;
            source.Cancel();
        }
    }
}

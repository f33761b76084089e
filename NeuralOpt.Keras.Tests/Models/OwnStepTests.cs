using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Metrics;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Tests.Models;

/// <summary>Where the steps are the user's own, they decide: what a model needs, what targets are, what is logged.</summary>
[TestClass]
public class OwnStepTests
{
    private static readonly Tensor s_x = Ops.Reshape(Ops.Arange(24) / 24.0, (8, 3));
    private static readonly Tensor s_y = Ops.Sum(s_x, -1, keepdims: true);

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_model_with_a_step_needs_no_Call(bool runEagerly)
    {
        NoCall model = new();
        model.Compile(new SGD(0.1), runEagerly: runEagerly);
        History history = model.Fit(s_x, epochs: 5, verbose: 0);
        Assert.IsLessThan(history["loss"][0], history["loss"][^1]);
        Assert.HasCount(2, model.TrainableWeights);
        Assert.HasCount(2, model.Optimizer!.Variables);
        model.Summary(printFn: _ => { });
        Assert.AreEqual("NoCall 'no_call': a layer must override Call.", Assert.Throws<InvalidOperationException>(() => model.Predict(s_x, verbose: 0)).Message);
    }

    [TestMethod]
    public void Targets_are_the_affair_of_the_steps()
    {
        ThreeOutputs model = new();
        model.Compile("sgd");
        History history = model.Fit(s_x, s_x, validationData: (s_x, s_x), verbose: 0);
        CollectionAssert.AreEqual(new[] { "loss", "val_loss" }, history.Values.Keys.ToArray());
        Assert.AreEqual(0, model.Evaluate(s_x, s_x, verbose: 0)[0]);
        Assert.AreEqual(0, model.TrainOnBatch(s_x, [s_x, s_y])["loss"]);
        Assert.HasCount(3, model.PredictMany(s_x, verbose: 0));
    }

    [TestMethod]
    public void Without_a_compiled_loss_there_is_nothing_to_check()
    {
        Added model = new();
        model.Compile("sgd");
        Assert.HasCount(1, model.Fit(s_x, s_y, validationData: (s_x, s_y), verbose: 0)["val_loss"]);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void The_compiled_loss_serves_a_step_that_is_fitted_with_x_alone(bool runEagerly)
    {
        Denoiser model = new();
        model.Compile(new Adam(0.01), "mse", metrics: ["mae"], runEagerly: runEagerly);
        History history = model.Fit(s_x, epochs: 30, verbose: 0);
        CollectionAssert.AreEqual(new[] { "loss", "mae" }, history.Values.Keys.ToArray());
        Assert.IsLessThan(0.7 * history["loss"][0], history["loss"][^1]);
        ArgumentException e = Assert.Throws<ArgumentException>(() => model.ComputeLoss(s_x, s_x));
        Assert.AreEqual("Model 'denoiser': ComputeLoss must be given predictions yPred, as Compile was given a loss. Received: none.", e.Message);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_step_goes_through_the_metrics_as_Keras_s_guide_does(bool runEagerly)
    {
        Input x = new(3);
        Guided model = new(x, new Dense(1).Apply(x));
        model.Compile(new Adam(0.05), "mse", metrics: ["mae", "mse"], runEagerly: runEagerly);
        History history = model.Fit(s_x, s_y, epochs: 20, batchSize: 4, verbose: 0);
        CollectionAssert.AreEqual(new[] { "loss", "mae", "mse" }, history.Values.Keys.ToArray());
        Assert.AreEqual(history["loss"][3], history["mse"][3], 1e-5);
        Assert.IsLessThan(history["loss"][0], history["loss"][^1]);
        Assert.AreEqual((8, 1), model.Predict(s_x, verbose: 0).Shape);
    }

    [TestMethod]
    public void A_step_may_add_to_the_usual_one()
    {
        Counting model = new();
        model.Compile(new SGD(0.01), "mse", metrics: ["mae"]);
        History history = model.Fit(s_x, s_y, batchSize: 4, epochs: 2, verbose: 0);
        CollectionAssert.AreEqual(new[] { "loss", "mae", "steps" }, history.Values.Keys.ToArray());
        Assert.AreEqual(2, history["steps"][1]);
    }

    [TestMethod]
    public void Metrics_in_fields_are_logged_beside_the_compiled_ones()
    {
        Tracked model = new();
        model.Compile(new SGD(0.0), "mse", metrics: ["mae"]);
        History history = model.Fit(s_x, s_y, validationData: (s_x, s_y), verbose: 0);
        CollectionAssert.AreEqual(new[] { "loss", "mae", "size", "val_loss", "val_mae", "val_size" }, history.Values.Keys.ToArray());
        Assert.AreEqual(Ops.Mean(s_x).Item(), history["size"][0], 1e-6);
        CollectionAssert.AreEqual(new[] { "loss", "mae", "size" }, model.MetricsNames.ToArray());
    }

    [TestMethod]
    public void Only_the_metrics_that_the_model_names_are_set_back()
    {
        Chosen model = new();
        model.Compile(new SGD(0.0));
        History history = model.Fit(s_x, s_y, epochs: 2, verbose: 0);
        Assert.AreEqual(1, history["mine"][1]);
        Assert.AreEqual(1.5, history["other"][1]);
    }

    [TestMethod]
    public void Eager_steps_may_look_at_values()
    {
        Looking model = new();
        model.Compile(new SGD(0.01), "mse", metrics: ["mae"], runEagerly: true);
        History history = model.Fit(s_x, s_y, epochs: 2, validationSplit: 0.25, verbose: 0);
        Assert.HasCount(2, history["val_mae"]);
        Assert.HasCount(2, model.Evaluate(s_x, s_y, verbose: 0));
        Assert.AreEqual((8, 1), model.Predict(s_x, verbose: 0).Shape);
        Assert.IsGreaterThan(0, model.Positive);
        model.Summary(printFn: _ => { });
    }

    [TestMethod]
    public void RunEagerly_is_set_between_trainings()
    {
        Looking model = new();
        model.Compile(new SGD(0.01), "mse");
        Assert.IsTrue(model.JitCompile);
        model.RunEagerly = true;
        Assert.IsFalse(model.JitCompile);
        model.Fit(s_x, s_y, verbose: 0);
        Assert.IsGreaterThan(0, model.Positive);
    }

    [TestMethod]
    public void Call_may_ask_for_the_length_of_the_batch()
    {
        Sized model = new();
        model.Compile(new SGD(0.01), "mse");
        model.Fit(s_x, s_y, batchSize: 3, verbose: 0);
        Assert.AreEqual((8, 1), model.Predict(s_x, batchSize: 3, verbose: 0).Shape);
    }

    [TestMethod]
    public void Compile_and_Fit_are_overridden()
    {
        Overriding model = new();
        model.Compile(new SGD(0.01), "mse");
        model.Fit(s_x, s_y);
        Assert.AreEqual("compiled fitted evaluated predicted", $"{model.Said} {(model.Evaluate(s_x, s_y, verbose: 0) is null ? "" : "evaluated")} {(model.Predict(s_x, verbose: 0).Rank == 2 ? "predicted" : "")}");
    }

    [TestMethod]
    public void A_step_must_say_what_is_to_be_logged()
    {
        foreach ((IReadOnlyDictionary<string, Tensor>? logs, string what) in ((IReadOnlyDictionary<string, Tensor>?, string)[])[(null, "null"), (new Dictionary<string, Tensor> { ["a"] = null! }, "null for 'a'")])
        {
            Logging model = new(logs!);
            model.Compile();
            InvalidOperationException e = Assert.Throws<InvalidOperationException>(() => model.Fit(s_x, verbose: 0));
            Assert.AreEqual($"Model 'logging': a step must return what is to be logged, a tensor a name. Received: {what}.", e.Message);
        }
    }

    [TestMethod]
    public void A_summary_of_a_model_that_holds_one_of_several_outputs()
    {
        Nest model = new();
        model.Apply(s_x);
        string text = "";
        model.Summary(printFn: t => text = t, lineLength: 90);
        StringAssert.Contains(text, "[(8, 1), (8, 2)]");
        Nest described = new();
        described.Compile("sgd", "mse");
        described.Fit(s_x, s_y, verbose: 0);
        described.Summary(printFn: t => text = t, lineLength: 90);
        StringAssert.Contains(text, "[(None, 1), (None, 2)]");
    }

    private sealed class NoCall() : Model("no_call")
    {
        private readonly Dense _dense = new(1);

        protected override IReadOnlyDictionary<string, Tensor> TrainStep(Tensors x, Tensors? y, Tensors? sampleWeight)
        {
            using GradientTape tape = new();
            Tensor loss = Ops.Mean(Ops.Square(_dense.Apply(x) - 1.0));
            IReadOnlyList<Variable> weights = _dense.TrainableVariables;
            Optimizer!.ApplyGradients(tape.Gradient(loss, weights).Zip(weights));
            return new Dictionary<string, Tensor> { ["loss"] = loss };
        }
    }

    private sealed class ThreeOutputs : Model
    {
        private readonly Dense _dense = new(1);

        protected override Tensors Call(Tensors inputs, CallContext context) => new[] { _dense.Apply(inputs), inputs[0], inputs[0] };

        protected override IReadOnlyDictionary<string, Tensor> TrainStep(Tensors x, Tensors? y, Tensors? sampleWeight) => TestStep(x, y, sampleWeight);

        protected override IReadOnlyDictionary<string, Tensor> TestStep(Tensors x, Tensors? y, Tensors? sampleWeight)
            => new Dictionary<string, Tensor> { ["loss"] = Ops.Mean(Ops.Abs(ApplyMany(x)[1] - y![0])) };
    }

    private sealed class Added : Model
    {
        private readonly Dense _dense = new(1);

        protected override Tensors Call(Tensors inputs, CallContext context)
        {
            Tensor y = _dense.Apply(inputs);
            AddLoss(Ops.Mean(Ops.Square(y)));
            return new[] { y, y };
        }
    }

    private sealed class Denoiser() : Model("denoiser")
    {
        private readonly Dense _dense = new(3);

        protected override Tensor Call(Tensor inputs, CallContext context) => _dense.Apply(inputs);

        protected override IReadOnlyDictionary<string, Tensor> TrainStep(Tensors x, Tensors? y, Tensors? sampleWeight)
        {
            Tensor noisy = x[0] + RandomOps.Normal(x[0].Shape, stddev: 0.01, seed: 1);
            Tensor loss;
            Tensors clean;
            IReadOnlyList<Tensor?> gradients;
            using (GradientTape tape = new())
            {
                clean = ApplyMany(noisy, training: true);
                loss = ComputeLoss(y: x, yPred: clean);
                gradients = tape.Gradient(loss, TrainableVariables);
            }

            Optimizer!.Apply(gradients, TrainableVariables);
            Metrics.OfType<Mean>().Single().UpdateState(loss);
            return ComputeMetrics(x, x, clean);
        }
    }

    private sealed class Guided(Tensors inputs, Tensors outputs) : Model(inputs, outputs)
    {
        protected override IReadOnlyDictionary<string, Tensor> TrainStep(Tensors x, Tensors? y, Tensors? sampleWeight)
        {
            using GradientTape tape = new();
            Tensor prediction = Apply(x, training: true);
            Tensor loss = ComputeLoss(y: y, yPred: prediction);
            IReadOnlyList<Variable> weights = TrainableVariables;
            Optimizer!.ApplyGradients(tape.Gradient(loss, weights).Zip(weights));
            foreach (Metric metric in Metrics)
            {
                if (metric is Mean mean)
                {
                    mean.UpdateState(loss);
                }
                else
                {
                    metric.UpdateState(y!, prediction);
                }
            }

            return Metrics.ToDictionary(m => m.Name, m => m.Result());
        }
    }

    private sealed class Counting : Model
    {
        private readonly Dense _dense = new(1);
        private readonly Sum _steps = new("steps");

        protected override Tensor Call(Tensor inputs, CallContext context) => _dense.Apply(inputs);

        protected override IReadOnlyDictionary<string, Tensor> TrainStep(Tensors x, Tensors? y, Tensors? sampleWeight)
        {
            Dictionary<string, Tensor> logs = new(base.TrainStep(x, y, sampleWeight));
            _steps.UpdateState(1.0);
            logs["steps"] = _steps.Result();
            return logs;
        }
    }

    private sealed class Tracked : Model
    {
        private readonly Dense _dense = new(1);
        private readonly Mean _size = new("size");

        protected override Tensor Call(Tensor inputs, CallContext context)
        {
            _size.UpdateState(Ops.Mean(inputs));
            return _dense.Apply(inputs);
        }
    }

    private sealed class Chosen : Model
    {
        private readonly Dense _dense = new(1);
        private readonly Mean _mine = new("mine");
        private readonly Mean _other = new("other");
        private readonly Variable _epoch = new(0.0, trainable: false);

        public override IReadOnlyList<Metric> Metrics => [_mine];

        protected override Tensor Call(Tensor inputs, CallContext context) => _dense.Apply(inputs);

        protected override IReadOnlyDictionary<string, Tensor> TrainStep(Tensors x, Tensors? y, Tensors? sampleWeight)
        {
            _epoch.AssignAdd(1.0);
            _mine.UpdateState(_epoch / _epoch.Value);
            _other.UpdateState(_epoch);
            return new Dictionary<string, Tensor> { ["mine"] = _mine.Result(), ["other"] = _other.Result() };
        }
    }

    private sealed class Looking : Model
    {
        private readonly Dense _dense = new(1);

        internal int Positive { get; private set; }

        protected override Tensor Call(Tensor inputs, CallContext context)
        {
            Positive += (double)Ops.Mean(inputs) > 0 ? 1 : 0;
            return _dense.Apply(inputs);
        }
    }

    private sealed class Sized : Model
    {
        private readonly Dense _dense = new(1);

        protected override Tensor Call(Tensor inputs, CallContext context)
        {
            int batch = inputs.Shape[0];
            return _dense.Apply(inputs + Ops.Zeros((batch, 3)));
        }
    }

    private sealed class Overriding : Model
    {
        private readonly Dense _dense = new(1);

        internal string Said { get; private set; } = "";

        protected override Tensor Call(Tensor inputs, CallContext context) => _dense.Apply(inputs);

        public override void Compile(
            Optimizer? optimizer = null, Keras.Losses.LossSpec? loss = null, LossWeights? lossWeights = null, MetricSpec? metrics = null, MetricSpec? weightedMetrics = null,
            bool runEagerly = false, int stepsPerExecution = 1, Jit jitCompile = default, bool autoScaleLoss = true)
        {
            base.Compile(optimizer, loss, lossWeights, metrics, weightedMetrics, runEagerly);
            Said = "compiled";
        }

        public override History Fit(
            Tensors? x = null, Tensors? y = null, int? batchSize = null, int epochs = 1, Verbose verbose = default, IEnumerable<Callback>? callbacks = null,
            double validationSplit = 0, ValidationData? validationData = null, Shuffle? shuffle = null, IReadOnlyDictionary<int, double>? classWeight = null,
            Tensors? sampleWeight = null, int initialEpoch = 0, int? stepsPerEpoch = null, int? validationSteps = null, int? validationBatchSize = null,
            int validationFreq = 1, int? nbEpoch = null, int workers = 1, bool useMultiprocessing = false, int maxQueueSize = 10, CancellationToken cancellationToken = default)
        {
            Said += " fitted";
            return base.Fit(x, y, verbose: 0);
        }
    }

    private sealed class Logging(IReadOnlyDictionary<string, Tensor> logs) : Model("logging")
    {
        protected override IReadOnlyDictionary<string, Tensor> TrainStep(Tensors x, Tensors? y, Tensors? sampleWeight) => logs;
    }

    private sealed class Nest : Model
    {
        private readonly TwoOut _two = new();

        protected override Tensor Call(Tensor inputs, CallContext context) => _two.ApplyMany(inputs)[0];
    }

    private sealed class TwoOut : Model
    {
        private readonly Dense _one = new(1);
        private readonly Dense _other = new(2);

        protected override Tensors Call(Tensors inputs, CallContext context) => new[] { _one.Apply(inputs), _other.Apply(inputs) };
    }
}

using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests.Conventions;

/// <summary>What Keras's users derive from can be derived from.</summary>
[TestClass]
public class SubclassingTests
{
    [TestMethod]
    public void Classes_that_a_config_can_name_are_open()
    {
        string[] closed =
        [
            .. typeof(Tensor).Assembly.GetExportedTypes()
                .Where(t => t is { IsClass: true, IsSealed: true, IsAbstract: false } && t.IsAssignableTo(typeof(IConfigurable)))
                .Select(t => t.Name),
        ];
        Assert.IsEmpty(closed, string.Join(", ", closed));
    }

    [TestMethod]
    public void A_dropout_that_is_always_on_is_written_in_three_lines()
    {
        using IDisposable session = Session.Enter();
        Utils.SetRandomSeed(1);
        Sequential model = new([new Input(100), new AlwaysDropout(0.5)]);
        Assert.AreNotEqual(0, Ops.Sum(Ops.Cast(Ops.Equal(model.Predict(Ops.Ones((1, 100)), verbose: 0), 0), DType.Float32)).Item());
        Assert.AreEqual("AlwaysDropout(rate: 0.5)", model.Layers[0].ToString());
        Saving.RegisterKerasSerializable<AlwaysDropout>("SubclassingTests");
        Layer read = (Layer)Saving.DeserializeKerasObject(Saving.SerializeKerasObject(model.Layers[0]))!;
        Assert.AreEqual(0.5, ((AlwaysDropout)read).Rate);
    }

    [TestMethod]
    public void A_metric_derived_from_Mean_trains_under_its_name()
    {
        Sequential model = new([new Input(1), new Dense(1, kernelInitializer: "zeros")]);
        model.Compile("sgd", "mse", metrics: [new HalfMetric(2.0)]);
        Assert.AreEqual(4.0, model.Evaluate(Ops.Ones((4, 1)), Ops.Ones((4, 1)) * 2, verbose: 0)["half"], 1e-6);
    }

    [TestMethod]
    public void Callbacks_models_and_optimizers_are_derived_from()
    {
        Chain model = new();
        model.Compile(new Slow(0.5), "mse");
        PatientStop stop = new();
        History history = model.Fit(Ops.Ones((4, 2)), Ops.Ones((4, 1)), epochs: 3, verbose: 0, callbacks: stop);
        Assert.AreEqual(3, stop.Seen);
        Assert.HasCount(3, history["loss"]);
        Assert.AreEqual(2, model.Layers.Count);
    }

    private sealed class AlwaysDropout(double rate) : Dropout(rate)
    {
        protected override Tensor Call(Tensor inputs, CallContext context) => base.Call(inputs, context with { Training = true });
    }

    private sealed class HalfMetric(double factor) : Metrics.Mean("half")
    {
        public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null) => UpdateState((yTrue - yPred) * factor, sampleWeight);
    }

    private sealed class PatientStop() : EarlyStopping("loss", patience: 5)
    {
        public int Seen { get; private set; }

        public override void OnEpochEnd(int epoch, Logs logs)
        {
            Seen++;
            base.OnEpochEnd(epoch, logs);
        }
    }

    private sealed class Chain() : Sequential([new Input(2), new Dense(3), new Dense(1)]);

    private sealed class Slow(double rate) : Optimizers.SGD(rate * 0.01);
}

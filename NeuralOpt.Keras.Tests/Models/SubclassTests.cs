using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Metrics;

namespace NeuralOpt.Keras.Tests.Models;

[TestClass]
public class SubclassTests
{
    private static readonly Tensor s_x = Ops.Reshape(Ops.Arange(24) / 24.0, (8, 3));
    private static readonly Tensor s_y = Ops.Sum(s_x, -1, keepdims: true);

    [TestMethod]
    public void Layers_in_fields_are_layers_of_the_model()
    {
        Net model = new();
        Assert.AreEqual((8, 1), model.Apply(s_x).Shape);
        CollectionAssert.AreEqual(new[] { "first", "a", "b" }, model.Layers.Select(l => l.Name).ToArray());
        CollectionAssert.AreEqual(
            new[] { "net/first/kernel", "net/first/bias", "net/a/kernel", "net/a/bias", "net/b/kernel", "net/b/bias" }, model.Weights.Select(w => w.Path).ToArray());
    }

    [TestMethod]
    public void A_model_of_ones_own_is_trained()
    {
        Net model = new();
        model.Compile(new Keras.Optimizers.Adam(0.05), "mse", metrics: ["mae"]);
        History history = model.Fit(s_x, s_y, batchSize: 3, epochs: 60, verbose: 0);
        Assert.IsLessThan(0.2 * history["loss"][0], history["loss"][^1]);
        Assert.AreEqual((8, 1), model.Predict(s_x, verbose: 0).Shape);
    }

    [TestMethod]
    public void The_training_flag_reaches_Call()
    {
        Flagged model = new();
        model.Compile("sgd", "mse");
        model.Fit(s_x, s_x, verbose: 0);
        model.Evaluate(s_x, s_x, verbose: 0);
        model.Predict(s_x, verbose: 0);

        // Description, training, then (described before) evaluation, prediction.
        CollectionAssert.AreEqual(new[] { false, true, false, false }, model.Seen.ToArray());
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_training_step_of_ones_own_takes_the_place_of_the_usual_one(bool runEagerly)
    {
        Custom model = new();
        model.Compile(new Keras.Optimizers.SGD(0.1), runEagerly: runEagerly);
        History history = model.Fit(s_x, s_y, epochs: 20, verbose: 0);
        CollectionAssert.AreEqual(new[] { "my_loss" }, history.Values.Keys.ToArray());
        Assert.IsLessThan(0.5 * history["my_loss"][0], history["my_loss"][^1]);
    }

    [TestMethod]
    public void Metrics_kept_in_a_field_start_anew_with_each_epoch()
    {
        Custom model = new();
        model.Compile(new Keras.Optimizers.SGD(0.0));
        History history = model.Fit(s_x, s_y, epochs: 3, batchSize: 4, shuffle: false, verbose: 0);
        Assert.AreEqual(history["my_loss"][0], history["my_loss"][2]);
        CollectionAssert.Contains(model.Metrics.ToArray(), model.Tracker);
    }

    [TestMethod]
    public void What_a_layer_adds_is_part_of_the_loss_of_each_step()
    {
        Sequential model = new([new Input(3), new Adder(), new Dense(1, kernelInitializer: "zeros")]);
        model.Compile(new Keras.Optimizers.SGD(0.0), "mse");
        Tensor zeros = Ops.Zeros((8, 1));
        History history = model.Fit(s_x, zeros, batchSize: 3, epochs: 2, verbose: 0);
        Assert.AreEqual(7, history["loss"][1], 1e-5);
        Assert.AreEqual(7, model.Evaluate(s_x, zeros, verbose: 0)[0], 1e-5);
        Assert.AreEqual(7, model.Evaluate(s_x, zeros, batchSize: 5, verbose: 0)[0], 1e-5);
        Assert.HasCount(0, model.Losses);
        model.Apply(s_x);
        Assert.AreEqual(7, model.Losses.Single().Item(), 1e-5);
        model.Apply(s_x);
        Assert.HasCount(1, model.Losses);
    }

    [TestMethod]
    public void A_penalty_on_the_output_is_part_of_the_loss()
    {
        Sequential model = new([new Input(3), new Dense(1, kernelInitializer: "zeros", biasInitializer: "ones", activityRegularizer: new Keras.Regularizers.L1(0.5))]);
        model.Compile(new Keras.Optimizers.SGD(0.0), "mse");
        Assert.AreEqual(0.5, model.Evaluate(s_x, Ops.Ones((8, 1)), verbose: 0)[0], 1e-5);
    }

    [TestMethod]
    public void A_layer_of_ones_own_that_was_registered_is_read_from_a_config()
    {
        Saving.RegisterKerasSerializable<Adder>("subclass_tests");
        Sequential model = new([new Input(3), new Adder(factor: 3), new Dense(1)]);
        Sequential copy = (Sequential)Keras.Models.ModelFromJson(model.ToJson());
        Assert.AreEqual(3, ((Adder)copy.Layers[0]).Factor);
        Assert.AreEqual(model.ToJson(), copy.ToJson());
    }

    [TestMethod]
    public void A_model_without_Call_says_what_is_missing()
    {
        KerasInvalidOperationException e = Assert.ThrowsExactly<KerasInvalidOperationException>(() => new Mute().Predict(s_x, verbose: 0));
        Assert.AreEqual("Mute 'mute': a layer must override Call.", e.Message);
    }

    private sealed class Net() : Model("net")
    {
        private readonly Dense _first = new(4, activation: "tanh", name: "first");
        private readonly Layer[] _rest = [new Dense(3, name: "a"), new Dense(1, name: "b")];

        protected override Tensor Call(Tensor inputs, CallContext context)
        {
            Tensor x = _first.Apply(inputs);
            foreach (Layer layer in _rest)
            {
                x = layer.Apply(x);
            }

            return x;
        }
    }

    private sealed class Flagged : Model
    {
        private readonly Dense _dense = new(3);

        internal List<bool> Seen { get; } = [];

        protected override Tensor Call(Tensor inputs, CallContext context)
        {
            Seen.Add(context.Training);
            return _dense.Apply(inputs);
        }
    }

    private sealed class Custom : Model
    {
        private readonly Dense _dense = new(1);
        private readonly Keras.Losses.MeanSquaredError _loss = new();

        internal Mean Tracker { get; } = new("my_loss");

        protected override Tensor Call(Tensor inputs, CallContext context) => _dense.Apply(inputs);

        protected override IReadOnlyDictionary<string, Tensor> TrainStep(Tensors x, Tensors? y, Tensors? sampleWeight)
        {
            using GradientTape tape = new();
            Tensor loss = _loss.Apply(y!, Apply(x, training: true));
            Optimizer!.Apply(tape.Gradient(loss, TrainableVariables), TrainableVariables);
            Tracker.UpdateState(loss);
            return new Dictionary<string, Tensor> { ["my_loss"] = Tracker.Result() };
        }
    }

    private sealed class Adder(double factor = 7, string? name = null, bool trainable = true, string? dtype = null) : Layer(name, trainable, dtype)
    {
        public double Factor { get; } = factor;

        protected override Tensor Call(Tensor inputs, CallContext context)
        {
            AddLoss(Ops.Mean(Ops.OnesLike(inputs)) * Factor);
            return inputs;
        }
    }

    private sealed class Mute() : Model("mute");
}

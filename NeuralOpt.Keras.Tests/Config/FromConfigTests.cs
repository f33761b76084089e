using System.Text.Json.Nodes;
using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Losses;
using NeuralOpt.Keras.Metrics;
using NeuralOpt.Keras.Optimizers;
using NeuralOpt.Keras.Optimizers.Schedules;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class FromConfigTests
{
    [TestMethod]
    public void Every_kind_is_made_again_from_its_config()
    {
        Assert.AreEqual("Dense(units: 3, activation: \"relu\")", Dense.FromConfig(new Dense(3, activation: "relu").GetConfig()).ToString());
        Assert.AreEqual("Huber(delta: 2)", Huber.FromConfig(new Huber(2).GetConfig()).ToString());
        Assert.AreEqual("Precision(thresholds: [0.7])", Precision.FromConfig(new Precision(0.7).GetConfig()).ToString());
        Assert.AreEqual("Adam(beta1: 0.8)", Adam.FromConfig(new Adam(beta1: 0.8).GetConfig()).ToString());
        Assert.AreEqual("CosineDecay(initialLearningRate: 0.1, decaySteps: 10)", CosineDecay.FromConfig(new CosineDecay(0.1, 10).GetConfig()).ToString());
        Assert.AreEqual("HeNormal(seed: 1)", HeNormal.FromConfig(new HeNormal(seed: 1).GetConfig()).ToString());
        Assert.AreEqual("L2(l2: 0.5)", L2.FromConfig(new L2(0.5).GetConfig()).ToString());
        Assert.AreEqual("MaxNorm(maxValue: 3)", MaxNorm.FromConfig(new MaxNorm(3).GetConfig()).ToString());
        Assert.AreEqual(7, SeedGenerator.FromConfig(new SeedGenerator(7).GetConfig()).Seed);
        Sequential model = new([new Input(2), new Dense(1)], name: "m");
        Assert.HasCount(1, Sequential.FromConfig(model.GetConfig()).Layers);
        Assert.Contains("Received: 'unit'", Assert.ThrowsExactly<InvalidModelException>(() => Dense.FromConfig(new JsonObject { ["unit"] = 3 })).Message);
    }

    [TestMethod]
    public void Callbacks_and_inputs_print_as_their_constructors()
    {
        Assert.AreEqual("EarlyStopping(monitor: \"loss\", patience: 3)", new EarlyStopping("loss", patience: 3).ToString());
        Assert.AreEqual("ReduceLROnPlateau(factor: 0.5)", new ReduceLROnPlateau(factor: 0.5).ToString());
        Assert.AreEqual("CSVLogger(filename: \"log.csv\")", new CSVLogger("log.csv").ToString());
        Assert.AreEqual("History()", new History().ToString());
        Assert.AreEqual("TerminateOnNaN()", new TerminateOnNaN().ToString());
        Assert.AreEqual("Input(shape: (28, 28))", new Input((28, 28)).ToString());
        Assert.AreEqual("Input(shape: 4, batchSize: 32, dtype: \"int32\", name: \"ids\")", new Input(4, 32, "int32", name: "ids").ToString());
    }

    [TestMethod]
    public void An_input_takes_Keras_arguments_and_refuses_what_is_not_here()
    {
        Assert.AreEqual((Shape)(null, 3), new InputLayer(inputShape: 3).BatchShape);
        Assert.AreEqual((Shape)(8, 3), new InputLayer(batchInputShape: (8, 3)).BatchShape);
        Input like = new(tensor: new KerasTensor((null, 5), DType.Int32));
        Assert.AreEqual((Shape)(null, 5), like.Shape);
        Assert.AreEqual(DType.Int32, like.Tensor.DType);
        Assert.AreEqual("Input: sparse must not be true: tensors are dense here. Received: true.", Assert.ThrowsExactly<KerasNotSupportedException>(() => new Input(3, sparse: true)).Message);
        Assert.ThrowsExactly<KerasNotSupportedException>(() => new Input(3, ragged: true));
        Assert.ThrowsExactly<KerasNotSupportedException>(() => new Input(3, optional: true));
        Assert.AreEqual("Input: either shape or batchShape must be given. Received: null and null.", Assert.ThrowsExactly<KerasArgumentException>(() => new Input()).Message);
    }

    [TestMethod]
    public void A_spec_has_Keras_arguments()
    {
        InputSpec spec = InputSpec.FromConfig(new InputSpec(dtype: "float32", ndim: 2, minNdim: 1, maxNdim: 3, axes: new Dictionary<int, int?> { [-1] = 4 }).GetConfig());
        Assert.AreEqual(4, spec.Axes![-1]);
        Assert.AreEqual((2, 1, 3, "float32"), (spec.Ndim, spec.MinNdim, spec.MaxNdim, spec.Dtype));
        Assert.AreEqual(3, new InputSpec(shape: (null, 2, 3)).Ndim);
        Squeezing layer = new();
        Assert.AreEqual((Shape)(2, 3, 1), layer.Apply(Ops.Ones((2, 3, 1))).Shape);
        Assert.AreEqual((Shape)(2, 3), layer.Apply(Ops.Ones((2, 3))).Shape);
        Assert.Contains("the input must have shape ", Assert.ThrowsExactly<ShapeException>(() => layer.Apply(Ops.Ones((2, 4)))).Message);
        Assert.Contains("must have dtype float32, not int32", Assert.ThrowsExactly<ShapeException>(() => layer.Apply(Ops.Ones((2, 3), DType.Int32))).Message);
    }

    [TestMethod]
    public void A_metric_of_ones_own_makes_weights_as_in_Keras()
    {
        Counting metric = new();
        metric.UpdateState(Ops.Ones(3), Ops.Ones(3));
        metric.UpdateState(Ops.Ones(3), Ops.Ones(3));
        Assert.AreEqual(2, metric.Result().Item());
        Assert.AreEqual("total", metric.Variables[0].Name);
        Assert.AreEqual(DType.Int32, metric.Variables[0].DType);
        metric.ResetState();
        Assert.AreEqual(0, metric.Result().Item());
    }

    [TestMethod]
    public void A_clone_takes_inputs_a_call_and_models_inside()
    {
        Input x = new(3);
        Sequential inner = new([new Input(3), new Dense(3)], name: "inner");
        Model model = new(x, new Dense(1).Apply(inner.Apply(x)));
        Model wide = Keras.Models.CloneModel(model, inputTensors: new Input(3, batchSize: 8));
        Assert.AreEqual((Shape)(8, 1), wide.Output.Shape);
        List<string> seen = [];
        Model deep = Keras.Models.CloneModel(model, cloneFunction: l => { seen.Add(l.GetType().Name); return new Dense(3); }, recursive: true);
        CollectionAssert.AreEqual(new[] { "Dense", "Dense" }, seen);
        Assert.AreEqual((Shape)(null, 3), deep.Output.Shape);
        Model twice = Keras.Models.CloneModel(model, callFunction: (layer, inputs) => layer.ApplyMany(layer.ApplyMany(inputs)[0].Shape.At(^1) == 3 ? layer.ApplyMany(inputs) : inputs));
        Assert.AreEqual((Shape)(null, 1), twice.Output.Shape);
        Assert.Contains("as many as the model's inputs, 1", Assert.ThrowsExactly<KerasArgumentException>(() => Keras.Models.CloneModel(model, (Tensor[])[x, x])).Message);
    }

    private sealed class Squeezing : Layer
    {
        public Squeezing() => InputSpecs = [new(dtype: "float32", shape: (null, 3), allowLastAxisSqueeze: true)];

        protected override Tensor Call(Tensor inputs, CallContext context) => inputs;
    }

    private sealed class Counting : Metric
    {
        private readonly Variable _total;

        public Counting()
            : base(name: "counting")
            => _total = AddWeight(name: "total", initializer: "zeros", dtype: "int32");

        public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null) => _total.AssignAdd(1);

        public override Tensor Result() => _total.Value;
    }
}

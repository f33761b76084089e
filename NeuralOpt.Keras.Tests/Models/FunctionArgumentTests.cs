using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Regularizers;
using losses = NeuralOpt.Keras.Losses;
using metrics = NeuralOpt.Keras.Metrics;

namespace NeuralOpt.Keras.Tests.Models;

/// <summary>Methods, local functions and lambdas wherever Keras takes a function.</summary>
[TestClass]
public class FunctionArgumentTests
{
    private static readonly Tensor s_x = Ops.Reshape(Ops.Arange(30) / 30.0, (10, 3));
    private static readonly Tensor s_y = Ops.Sum(s_x, -1, keepdims: true);

    [TestMethod]
    public void A_method_a_local_function_and_a_lambda_are_losses()
    {
        static Tensor Squares(Tensor yTrue, Tensor yPred) => Ops.Mean(Ops.Square(yTrue - yPred), -1);
        double expected = Loss(m => m.Compile("sgd", loss: "mse"));
        Assert.AreEqual(expected, Loss(m => m.Compile("sgd", loss: MeanSquares)), 1e-6);
        Assert.AreEqual(expected, Loss(m => m.Compile("sgd", MeanSquares)), 1e-6);
        Assert.AreEqual(expected, Loss(m => m.Compile(loss: Squares)), 1e-6);
        Assert.AreEqual(expected, Loss(m => m.Compile(loss: (y, p) => Ops.Mean(Ops.Square(y - p), -1))), 1e-6);
        Assert.AreEqual(expected, Loss(m => m.Compile(loss: static (y, p) => Ops.Mean(Ops.Square(y - p), -1))), 1e-6);
        Assert.AreEqual(expected, Loss(m => m.Compile(loss: [MeanSquares])), 1e-6);
        Assert.AreEqual(expected, Loss(m => m.Compile(loss: new losses.MeanSquaredError())), 1e-6);
        Func<Tensor, Tensor, Tensor> variable = MeanSquares;
        Assert.AreEqual(expected, Loss(m => m.Compile(loss: variable)), 1e-6);
    }

    [TestMethod]
    public void Functions_stand_among_the_metrics_under_their_names()
    {
        static Tensor LocalGap(Tensor yTrue, Tensor yPred) => Ops.Mean(Ops.Abs(yTrue - yPred), -1);
        List<string> list = ["mae", "mse"];
        Names(["loss", "mae", "mean_gap"], m => m.Compile(loss: "mse", metrics: ["mae", MeanGap]));
        Names(["loss", "mean_gap"], m => m.Compile(loss: MeanSquares, metrics: [MeanGap]));
        Names(["local_gap", "loss", "mean_gap"], m => m.Compile(loss: MeanSquares, metrics: [MeanGap, LocalGap]));
        Names(["lambda", "loss"], m => m.Compile(loss: (y, p) => Ops.Square(y - p), metrics: [(Tensor y, Tensor p) => Ops.Abs(y - p)]));
        Names(["loss", "mean_gap", "mean_gap_1"], m => m.Compile(loss: "mse", metrics: [MeanGap, MeanGap]));
        Names(["loss", "mae", "mse"], m => m.Compile(loss: "mse", metrics: list));
        Names(["loss", "mae"], m => m.Compile(loss: "mse", metrics: "mae"));
        Names(["loss", "mae"], m => m.Compile(loss: "mse", metrics: (string[])["mae"]));
        Names(["far", "loss", "mae", "mean_gap"], m => m.Compile(loss: "mse", metrics: ["mae", new metrics.MeanMetricWrapper(MeanGap, "far"), MeanGap]));
        Names(["loss", "mae", "mean_gap"], m => m.Compile(loss: "mse", metrics: ["mae"], weightedMetrics: [MeanGap]));
        Names(["loss"], m => m.Compile(loss: MeanSquares, metrics: null));
        Names(["loss"], m => m.Compile(loss: "mse", metrics: []));
        Names(["loss", "mae", "mean_gap", "mse"], m => m.Compile(loss: "mse", metrics: [.. list, MeanGap]));
    }

    [TestMethod]
    public void Several_outputs_take_functions_by_place_and_by_name()
    {
        string[] all = ["a_loss", "a_mae", "b_loss", "b_mean_gap", "b_mse", "loss"];
        Names(all, m => m.Compile(loss: ["mse", MeanSquares], metrics: [["mae"], ["mse", MeanGap]]), TwoOutputs());
        Names(all, m => m.Compile(loss: new() { ["a"] = "mse", ["b"] = losses.Loss.From(MeanSquares) }, metrics: new() { ["a"] = "mae", ["b"] = ["mse", MeanGap] }), TwoOutputs());
        Names(all, m => m.Compile(loss: MeanSquares, metrics: new Dictionary<string, metrics.MetricList?> { ["a"] = ["mae"], ["b"] = ["mse", MeanGap] }), TwoOutputs());
        Names(["a_loss", "b_loss", "b_mae", "loss"], m => m.Compile(loss: ["mse", "mae"], metrics: [null, ["mae"]]), TwoOutputs());
        Names(["a_mae", "loss"], m => m.Compile(loss: [null, MeanSquares], metrics: [["mae"], null]), TwoOutputs());
    }

    [TestMethod]
    public void A_null_of_any_type_is_none()
    {
        (string? name, losses.Loss? loss, metrics.Metric? metric, Func<Tensor, Tensor, Tensor>? f) = (null, null, null, null);
        (string[]? names, Dictionary<string, string>? map, Optimizers.Optimizer? optimizer) = (null, null, null);
        Sequential model = Net();
        model.Compile(optimizer, name, metrics: name);
        model.Compile(name, loss, metrics: metric);
        model.Compile(loss: f, metrics: names);
        model.Compile(loss: map, metrics: map);
        Assert.IsNull(model.Loss);
        Assert.AreEqual("linear", new Dense(8, activation: name).Activation.Name);
        Dense dense = new(2, kernelInitializer: name, kernelRegularizer: name, kernelConstraint: name);
        Assert.AreEqual("GlorotUniform()", dense.KernelInitializer.ToString());
        Assert.IsNull(dense.KernelRegularizer);
        Assert.IsNull(dense.KernelConstraint);
    }

    [TestMethod]
    public void Initializer_regularizer_and_constraint_are_made_of_functions()
    {
        Dense dense = new(
            2,
            kernelInitializer: Initializer.From((shape, dtype) => Ops.Full(shape, 3.0, dtype)),
            kernelRegularizer: Regularizer.From(w => 0.5 * Ops.Sum(Ops.Square(w))),
            kernelConstraint: Constraint.From(w => Ops.Minimum(w, 1)));
        dense.Build((null, 2));
        CollectionAssert.AreEqual(new[] { 3f, 3f, 3f, 3f }, dense.Kernel!.Value.ToArray<float>());
        Assert.AreEqual(18, dense.Losses.Single().Item());
        Assert.AreEqual(4, Ops.Sum(dense.KernelConstraint!.Apply(dense.Kernel)).Item());
        Assert.AreEqual("Initializer.From(Threes)", Initializer.From(Threes).ToString());
        Assert.AreEqual("Regularizer.From(x => ...)", Regularizer.From(w => Ops.Sum(w)).ToString());
        Assert.AreEqual(
            "Initializer.From(Scalar): the function must give a tensor of shape (2, 2). Received shape: ().",
            Assert.ThrowsExactly<ShapeException>(() => Initializer.From(Scalar).Apply((2, 2))).Message);
    }

    [TestMethod]
    public void A_schedule_of_the_epoch_alone_is_taken_and_one_callback_is_a_list()
    {
        List<double> rates = [];
        Sequential model = Net();
        model.Compile("sgd", "mse");
        Callback note = new LambdaCallback(onEpochEnd: (_, logs) => rates.Add(Math.Round(model.Optimizer!.LearningRate, 4)));
        model.Fit(s_x, s_y, epochs: 3, verbose: 0, callbacks: [new LearningRateScheduler(epoch => 0.1 / (epoch + 1)), note]);
        model.Fit(s_x, s_y, epochs: 2, verbose: 0, callbacks: [new LearningRateScheduler((_, rate) => rate / 2), note]);
        CollectionAssert.AreEqual(new[] { 0.1, 0.05, 0.0333, 0.0167, 0.0083 }, rates);
        model.Fit(s_x, s_y, verbose: 0, callbacks: note);
        model.Fit(s_x, s_y, verbose: 0, callbacks: new List<Callback> { note });
        model.Evaluate(s_x, s_y, verbose: 0, callbacks: Enumerable.Repeat(note, 1));
        Assert.HasCount(7, rates);
    }

    [TestMethod]
    public void A_registered_function_is_written_and_read_by_its_name()
    {
        Saving.RegisterKerasSerializable(Doubled, "FunctionArgumentTests");
        string json = Saving.SerializeKerasObject(new Dense(2, activation: Doubled))!.ToJsonString();
        Assert.Contains("\"class_name\":\"function\",\"config\":\"doubled\",\"registered_name\":\"FunctionArgumentTests\\u003Edoubled\"", json);
        Dense read = (Dense)Saving.DeserializeKerasObject(System.Text.Json.Nodes.JsonNode.Parse(json))!;
        Assert.AreEqual(6, read.Activation.Apply(3.0).Item());
        KerasInvalidOperationException e = Assert.ThrowsExactly<KerasInvalidOperationException>(() => Saving.SerializeKerasObject(losses.Loss.From(MeanSquares)));
        Assert.AreEqual("Config: a function must be registered with Saving.RegisterKerasSerializable before it can be written. Received: MeanSquares.", e.Message);
    }

    [TestMethod]
    public void Functions_print_by_their_names()
    {
        Assert.AreEqual("Loss.From(MeanSquares)", losses.Loss.From(MeanSquares).ToString());
        Assert.AreEqual("mean_squares", losses.Loss.From(MeanSquares).Name);
        Assert.AreEqual("lambda", metrics.Metric.From((y, p) => y - p).Name);
        Assert.AreEqual("MeanMetricWrapper(fn: MeanGap, name: \"mean_gap\")", metrics.Metric.From(MeanGap).ToString());
    }

    private static Tensor MeanSquares(Tensor yTrue, Tensor yPred) => Ops.Mean(Ops.Square(yTrue - yPred), -1);

    private static Tensor MeanGap(Tensor yTrue, Tensor yPred) => Ops.Mean(Ops.Abs(yTrue - yPred), -1);

    private static Tensor Threes(Shape shape, DType dtype) => Ops.Full(shape, 3, dtype);

    private static Tensor Scalar(Shape shape, DType dtype) => Ops.Zeros([], dtype);

    private static Tensor Doubled(Tensor x) => x * 2;

    private static double Loss(Action<Model> compile)
    {
        Sequential model = Net();
        compile(model);
        return model.Evaluate(s_x, s_y, verbose: 0)["loss"];
    }

    private static void Names(string[] expected, Action<Model> compile, Model? model = null)
    {
        model ??= Net();
        compile(model);
        Tensor[] y = [.. model.Outputs!.Select(_ => s_y)];
        History history = model.Fit(s_x, y, verbose: 0);
        CollectionAssert.AreEqual(expected, history.History.Keys.ToArray(), string.Join(", ", history.History.Keys));
    }

    private static Sequential Net() => new([new Input(3), new Dense(1, kernelInitializer: "ones")]);

    private static Model TwoOutputs()
    {
        Input x = new(3);
        return new Model(x, (Tensor[])[new Dense(1, name: "a").Apply(x), new Dense(1, name: "b").Apply(x)]);
    }
}

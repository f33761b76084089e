using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests.Models;

/// <summary>What a user does wrong is refused by one sentence: the place, what must hold, what came.</summary>
[TestClass]
public class BadInputTests
{
    private static readonly Tensor s_x = Ops.Ones((8, 4));
    private static readonly Tensor s_labels = Ops.Zeros(8, DType.Int32);

    [TestMethod]
    public void A_wrong_input_shape_at_Predict()
        => Refused<ShapeException>("Predict: Sequential 'net': input 'x' must have shape (null, 4). Received: (null, 5).", () => Net().Predict(Ops.Ones((3, 5)), verbose: 0));

    [TestMethod]
    public void A_wrong_input_shape_at_Apply()
        => Refused<ShapeException>("Sequential 'net': input 'x' must have shape (null, 4). Received: (3, 5).", () => Net().Apply(Ops.Ones((3, 5))));

    [TestMethod]
    public void A_layer_inside_a_model_is_named_with_the_model()
    {
        Own model = new();
        model.Apply(s_x);
        Refused<ShapeException>(
            "Dense 'd' in model 'own': the last axis of the input must be 4, as when it was built. Received shape: (3, 5).", () => model.Apply(Ops.Ones((3, 5))));
    }

    [TestMethod]
    public void Labels_out_of_range()
        => Refused<KerasArgumentOutOfRangeException>(
            "SparseCategoricalCrossentropy: labels must be at least 0 and below 3. Received: 6.",
            () => Net().Fit(s_x, new[] { 0, 1, 2, 6, 0, 0, 0, 0 }, verbose: 0));

    [TestMethod]
    public void Negative_labels()
        => Refused<KerasArgumentOutOfRangeException>(
            "SparseCategoricalCrossentropy: labels must be at least 0 and below 3. Received: -1.",
            () => Net().Evaluate(s_x, new[] { 0, 1, 2, -1, 0, 0, 0, 0 }, verbose: 0));

    [TestMethod]
    public void Labels_out_of_range_in_validation_data()
        => Refused<KerasArgumentOutOfRangeException>(
            "SparseCategoricalCrossentropy: labels must be at least 0 and below 3. Received: 3.",
            () => Net().Fit(s_x, s_labels, validationData: (s_x, s_labels + 3), verbose: 0));

    [TestMethod]
    public void Data_of_different_lengths()
    {
        Refused<ShapeException>("Fit: x, y and sampleWeight must have as many samples each. Received shapes: (8, 4), (5,).", () => Net().Fit(s_x, Ops.Zeros(5), verbose: 0));
        Refused<ShapeException>(
            "Evaluate: x, y and sampleWeight must have as many samples each. Received shapes: (8, 4), (8,), (7,).",
            () => Net().Evaluate(s_x, s_labels, sampleWeight: Ops.Ones(7), verbose: 0));
        Refused<ShapeException>(
            "Fit (validation data): x, y and sampleWeight must have as many samples each. Received shapes: (8, 4), (5,).",
            () => Net().Fit(s_x, s_labels, validationData: (s_x, Ops.Zeros(5)), verbose: 0));
    }

    [TestMethod]
    public void Data_without_a_first_axis()
        => Refused<ShapeException>("Fit: data must have a first axis of samples. Received shapes: (8, 4), ().", () => Net().Fit(s_x, Ops.Zeros(default), verbose: 0));

    [TestMethod]
    public void Symbolic_data()
        => Refused<KerasArgumentException>("Predict: data must have values. Received: <KerasTensor shape=(null, 4), dtype=float32, name=sym>.", () => Net().Predict(new Input(4, name: "sym"), verbose: 0));

    [TestMethod]
    public void An_empty_data_set()
    {
        Refused<KerasArgumentException>(
            "Fit: there must be at least one sample. Received: an empty data set, shapes (0, 4), (0,).", () => Net().Fit(Ops.Zeros((0, 4)), Ops.Zeros(0), verbose: 0));
        Refused<KerasArgumentException>("Predict: there must be at least one sample. Received: an empty data set, shapes (0, 4).", () => Net().Predict(Ops.Zeros((0, 4)), verbose: 0));
    }

    [TestMethod]
    [DataRow(1.0)]
    [DataRow(-0.1)]
    [DataRow(double.NaN)]
    public void A_validation_split_outside_its_range(double split)
        => Refused<KerasArgumentException>($"Fit: validationSplit must be at least 0 and below 1. Received: {split}.", () => Net().Fit(s_x, s_labels, validationSplit: split, verbose: 0));

    [TestMethod]
    public void A_validation_split_that_leaves_nothing()
        => Refused<KerasArgumentException>(
            "Fit: validationSplit must leave samples for training and for validation. Received: 0.99 of 8 samples.",
            () => Net().Fit(s_x, s_labels, validationSplit: 0.99, verbose: 0));

    [TestMethod]
    public void No_data_at_all()
    {
        Refused<KerasArgumentException>("Fit: x must be given. Received: null.", () => Net().Fit(y: s_labels, verbose: 0));
        Refused<KerasArgumentException>("Fit: x must be given. Received: null.", () => Net().Fit(null, s_labels, verbose: 0));
        Refused<KerasArgumentException>("Evaluate: x must be given. Received: null.", () => Net().Evaluate(verbose: 0));
        Refused<KerasArgumentException>("Predict: x must be given. Received: null.", () => Net().Predict((Tensors)null!, verbose: 0));
        Refused<KerasArgumentException>("Fit: x must be given. Received: no input.", () => Net().Fit((Tensors)[], s_labels, verbose: 0));
    }

    [TestMethod]
    public void Training_before_Compile()
    {
        Sequential model = new([new Input(4), new Dense(3)], name: "m");
        Refused<KerasInvalidOperationException>("Model 'm': Fit needs a compiled model. Call Compile(optimizer, loss, metrics) first.", () => model.Fit(s_x, s_labels, verbose: 0));
        Refused<KerasInvalidOperationException>("Model 'm': Evaluate needs a compiled model. Call Compile(optimizer, loss, metrics) first.", () => model.Evaluate(s_x, s_labels, verbose: 0));
        Refused<KerasInvalidOperationException>("Model 'm': TrainOnBatch needs a compiled model. Call Compile(optimizer, loss, metrics) first.", () => model.TrainOnBatch(s_x, s_labels));
        Refused<KerasInvalidOperationException>("Model 'm': TestOnBatch needs a compiled model. Call Compile(optimizer, loss, metrics) first.", () => model.TestOnBatch(s_x, s_labels));
    }

    [TestMethod]
    public void Weights_of_other_shapes_or_another_number_change_nothing()
    {
        Model model = Net();
        float[] before = model.GetWeights()[0].ToArray<float>();
        Refused<ShapeException>("Sequential 'net': SetWeights must be given 2 weights. Received: 1.", () => model.SetWeights([Ops.Zeros((4, 3))]));
        Refused<ShapeException>("Sequential 'net': weight 1 ('net/d/bias') must have shape (3,). Received: (4,).", () => model.SetWeights([Ops.Zeros((4, 3)), Ops.Zeros(4)]));
        CollectionAssert.AreEqual(before, model.GetWeights()[0].ToArray<float>());
    }

    [TestMethod]
    public void Targets_are_missing()
        => Refused<KerasArgumentException>("Model 'net': targets y must be given, as Compile was given a loss. Received: x alone.", () => Net().Fit(s_x, verbose: 0));

    [TestMethod]
    public void Too_many_targets()
        => Refused<ShapeException>(
            "Fit: y must have one target for each of the outputs d. Received: 2.", () => Net().Fit(s_x, [s_labels, s_labels], verbose: 0));

    [TestMethod]
    public void Targets_by_a_name_that_is_no_output()
        => Refused<ShapeException>(
            "Fit: y must have one target for each of the outputs d. Received: other.", () => Net().Fit(s_x, new Dictionary<string, Tensor> { ["other"] = s_labels }, verbose: 0));

    [TestMethod]
    public void Targets_of_a_shape_that_the_loss_cannot_take()
    {
        Model model = Net();
        model.Compile("sgd", "categorical_crossentropy");
        Refused<ShapeException>(
            "Loss 'categorical_crossentropy' of output 'd': y and sampleWeight must fit the predictions (8, 3). Received: y (8,). For class numbers there is \"sparse_categorical_crossentropy\".",
            () => model.Fit(s_x, s_labels, verbose: 0));
        model.Compile("sgd", "mse");
        Refused<ShapeException>(
            "Loss 'mse' of output 'd': y and sampleWeight must fit the predictions (8, 3). Received: y (8, 2).", () => model.Fit(s_x, Ops.Ones((8, 2)), verbose: 0));
    }

    [TestMethod]
    public void Wrong_weights_of_samples()
    {
        Refused<ShapeException>(
            "Loss 'sparse_categorical_crossentropy' of output 'd': y and sampleWeight must fit the predictions (8, 3). Received: y (8,), sampleWeight (8, 2).",
            () => Net().Fit(s_x, s_labels, sampleWeight: Ops.Ones((8, 2)), verbose: 0));
        Refused<KerasArgumentException>(
            "Fit: classWeight must not be given with sampleWeight. Received: both.",
            () => Net().Fit(s_x, s_labels, sampleWeight: Ops.Ones(8), classWeight: new Dictionary<int, double> { [0] = 1 }, verbose: 0));
    }

    [TestMethod]
    [DataRow("batchSize")]
    [DataRow("stepsPerEpoch")]
    [DataRow("validationSteps")]
    [DataRow("validationBatchSize")]
    public void Numbers_below_one(string argument)
        => Refused<KerasArgumentException>($"Fit: {argument} must be at least 1. Received: 0.", () => Net().Fit(
            s_x,
            s_labels,
            batchSize: argument == "batchSize" ? 0 : null,
            stepsPerEpoch: argument == "stepsPerEpoch" ? 0 : null,
            validationSteps: argument == "validationSteps" ? 0 : null,
            validationBatchSize: argument == "validationBatchSize" ? 0 : null,
            verbose: 0));

    [TestMethod]
    public void Epochs_below_zero()
        => Refused<KerasArgumentException>("Fit: epochs and initialEpoch must be at least 0. Received: -1 and 0.", () => Net().Fit(s_x, s_labels, epochs: -1, verbose: 0));

    [TestMethod]
    public void Unknown_words_are_answered_with_the_known_ones()
    {
        Unknown("Optimizer", "adamm", "'adam'", () => Net().Compile("adamm", "mse"));
        Unknown("Loss", "msee", "'mse'", () => Net().Compile("sgd", "msee"));
        Unknown("Metric", "accuracyy", "'mae'", () => Net().Compile("sgd", "mse", metrics: ["accuracyy"]));
        Unknown("Activation", "rellu", " relu, ", () => new Dense(1, activation: "rellu"));
        Unknown("Initializer", "glorot", "'glorot_uniform'", () => new Dense(1, kernelInitializer: "glorot"));
        Unknown("Regularizer", "l3", "'l2'", () => new Dense(1, kernelRegularizer: "l3"));
        Unknown("Constraint", "norm", "'max_norm'", () => new Dense(1, kernelConstraint: "norm"));
        Refused<KerasArgumentException>("Fit: shuffle must be true, false or \"batch\". Received: 'yes'.", () => Net().Fit(s_x, s_labels, shuffle: "yes", verbose: 0));
        Refused<KerasArgumentException>("verbose must be 0, 1, 2 or \"auto\". Received: 3.", () => Net().Fit(s_x, s_labels, verbose: 3));

        static void Unknown(string kind, string word, string known, Action action)
        {
            KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(action);
            Assert.Contains("he name must be one of ", e.Message);
            Assert.StartsWith($"{kind}: ", e.Message);
            StringAssert.Contains(e.Message, known);
            StringAssert.EndsWith(e.Message, $". Received: '{word}'.");
        }
    }

    [TestMethod]
    public void Sizes_below_one_and_rates_outside_their_range()
    {
        Refused<KerasArgumentException>("Dense: units must be at least 1. Received: -1.", () => new Dense(-1));
        Refused<KerasArgumentException>("Dense: units must be at least 1. Received: 0.", () => new Dense(0));
        Refused<KerasArgumentException>("Conv2D: filters must be at least 1. Received: 0.", () => new Conv2D(0, 3));
        Refused<KerasArgumentException>("Conv2D: kernelSize must be one number or 2 numbers of at least 1. Received: (3, 0).", () => new Conv2D(2, (3, 0)));
        Refused<KerasArgumentException>("MaxPooling2D: poolSize must be one number or 2 numbers of at least 1. Received: (0,).", () => new MaxPooling2D(0));
        Refused<KerasArgumentException>("Embedding: inputDim must be at least 1. Received: 0.", () => new Embedding(0, 2));
        Refused<KerasArgumentException>("Dropout: rate must be in [0, 1). Received: 1.", () => new Dropout(1));
        Refused<KerasArgumentException>("Dropout: rate must be in [0, 1). Received: -0.5.", () => new Dropout(-0.5));
        Refused<KerasArgumentException>("Dropout: rate must be in [0, 1). Received: NaN.", () => new Dropout(double.NaN));
    }

    [TestMethod]
    public void Nothing_that_is_not_a_number_enters_a_constructor()
    {
        StringAssert.Contains(Assert.ThrowsExactly<KerasArgumentException>(() => new Keras.Optimizers.Adam(double.NaN)).Message, "Received: NaN.");
        StringAssert.Contains(Assert.ThrowsExactly<KerasArgumentException>(() => new BatchNormalization(momentum: double.NaN)).Message, "Received: NaN.");
        StringAssert.Contains(Assert.ThrowsExactly<KerasArgumentException>(() => new Keras.Regularizers.L2(double.NaN)).Message, "Received: NaN.");
        StringAssert.Contains(Assert.ThrowsExactly<KerasArgumentException>(() => new Keras.Losses.Huber(double.NaN)).Message, "Received: NaN.");
    }

    [TestMethod]
    public void Unequal_shapes_are_not_joined()
    {
        Input a = new((2, 3));
        Input b = new((3, 3));
        ShapeException e = Assert.ThrowsExactly<ShapeException>(() => new Concatenate(name: "join").Apply([a, b]));
        StringAssert.StartsWith(e.Message, "Concatenate 'join': ");
        StringAssert.Contains(e.Message, "(null, 2, 3), (null, 3, 3)");
        e = Assert.ThrowsExactly<ShapeException>(() => Ops.Concatenate([Ops.Ones((1, 2, 3)), Ops.Ones((1, 3, 3))]));
        StringAssert.Contains(e.Message, "(1, 2, 3), (1, 3, 3)");
    }

    [TestMethod]
    public void A_convolution_does_not_leave_its_input()
    {
        ShapeException e = Assert.ThrowsExactly<ShapeException>(() => new Sequential([new Input((4, 4, 1)), new Conv2D(3, 9, name: "wide")], name: "net"));
        StringAssert.StartsWith(e.Message, "Conv2D 'wide' in model 'net': ");
        StringAssert.Contains(e.Message, "(null, 4, 4, 1)");
    }

    [TestMethod]
    public void Names_must_be_usable()
        => Refused<KerasArgumentException>("Dense: a name must not be empty or contain '/'. Received: 'a/b'.", () => new Dense(1, name: "a/b"));

    [TestMethod]
    public void A_callback_that_is_null()
        => Refused<KerasArgumentException>("Model 'net': callbacks must not be null. Received: a null in the list.", () => Net().Fit(s_x, s_labels, verbose: 0, callbacks: [null!]));

    private static Sequential Net()
    {
        Sequential model = new([new Input(4, name: "x"), new Dense(3, activation: "softmax", name: "d")], name: "net");
        model.Compile("sgd", "sparse_categorical_crossentropy");
        return model;
    }

    private static void Refused<T>(string message, Action action) where T : Exception
        => Assert.AreEqual(message, Assert.Throws<T>(action).Message);

    private sealed class Own() : Model("own")
    {
        private readonly Dense _dense = new(2, name: "d");

        protected override Tensor Call(Tensor inputs, CallContext context) => _dense.Apply(inputs);
    }
}

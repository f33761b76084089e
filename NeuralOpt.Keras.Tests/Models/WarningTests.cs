using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Losses;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Tests.Models;

/// <summary>What is no error, but hardly what was meant, is said once, in one place that can be redirected and silenced.</summary>
[TestClass]
public class WarningTests
{
    private static readonly Tensor s_x = Ops.Ones((4, 3));
    private static readonly Tensor s_y = Ops.Ones((4, 1));

    [TestMethod]
    public void A_model_with_nothing_to_train()
    {
        Sequential model = new([new Input(3), new Dense(1)], name: "frozen");
        model.Trainable = false;
        model.Compile("sgd", "mse");
        const string expected = "Model 'frozen': the model does not have any trainable weights, so that training changes nothing. Set Trainable before Compile.";
        Assert.AreEqual(expected, Warnings(() => model.Fit(s_x, s_y, batchSize: 3, epochs: 3, verbose: 0)).Single());
        Assert.HasCount(0, Warnings(() => model.TrainOnBatch(s_x, s_y)));
        model.Compile("sgd", "mse", runEagerly: true);
        Assert.AreEqual(expected, Warnings(() => model.Fit(s_x, s_y, batchSize: 1, verbose: 0)).Single());
        model.Compile("sgd", "mse");
        Assert.AreEqual(expected, Warnings(() => model.TrainOnBatch(s_x, s_y)).Single());
    }

    [TestMethod]
    public void The_old_way_of_training_a_GAN()
    {
        Sequential generator = new([new Input(2), new Dense(3)]);
        Sequential discriminator = new([new Input(3), new Dense(1, activation: "sigmoid")], name: "judge");
        discriminator.Compile("adam", "binary_crossentropy");
        discriminator.Trainable = false;
        Sequential gan = new([generator, discriminator], name: "gan");
        gan.Compile("adam", "binary_crossentropy");
        Assert.HasCount(0, Warnings(() => gan.TrainOnBatch(Ops.Ones((4, 2)), s_y)));
        StringAssert.Contains(Warnings(() => discriminator.TrainOnBatch(s_x, s_y)).Single(), "Model 'judge': the model does not have any trainable weights");
    }

    [TestMethod]
    public void A_softmax_over_one_element()
    {
        const string expected = "Softmax: axis 1 of shape (null, 1) has one element, so that every value becomes 1, which is hardly meant. Is it to be a sigmoid?";
        Assert.AreEqual(expected, Warnings(() =>
        {
            Sequential model = new([new Input(3), new Dense(1, activation: "softmax")]);
            model.Compile("sgd", "mse");
            model.Fit(s_x, s_y, batchSize: 1, epochs: 2, verbose: 0);
        }).Single());
        Assert.AreEqual(expected, Warnings(() =>
        {
            Ops.Softmax(s_y);
            Ops.Softmax(s_y);
        }).Single());
        Assert.HasCount(0, Warnings(() => Ops.Softmax(s_x)));
    }

    [TestMethod]
    public void A_layer_made_inside_Call()
    {
        const string expected = "Careless 'careless': a Dense that Call uses is kept in no field, so that its weights are not the model's and are not trained. Make it in the constructor.";
        Careless model = new();
        model.Compile("sgd", "mse");
        string[] warnings = Warnings(() => model.Fit(s_x, s_y, batchSize: 3, epochs: 2, verbose: 0));
        CollectionAssert.Contains(warnings, expected);
        Assert.HasCount(2, warnings);
        StringAssert.Contains(warnings.Single(w => w != expected), "does not have any trainable weights");
        Assert.AreEqual(expected, Warnings(() => new Careless().Apply(s_x)).Single());
    }

    [TestMethod]
    public void Layers_that_are_kept_are_not_spoken_of()
        => Assert.HasCount(0, Warnings(() =>
        {
            new Careful().Apply(s_x);
            Dense inner = new(2);
            new Sequential([new Input(3), new Sequential([inner]), new Dense(1)]).Apply(s_x);
            Sequential late = new([new Dense(2), new Sequential([new Dense(1)])]);
            late.Apply(s_x);
        }));

    [TestMethod]
    public void A_value_to_monitor_that_is_not_there()
    {
        foreach (MonitorCallback callback in (MonitorCallback[])[new EarlyStopping(), new ReduceLROnPlateau()])
        {
            Model model = Net("mse");
            string[] warnings = Warnings(() => model.Fit(s_x, s_y, epochs: 3, verbose: 0, callbacks: [callback]));
            string others = callback is EarlyStopping ? "loss" : "learning_rate, loss";
            Assert.AreEqual($"{callback.GetType().Name}: the value that it monitors, 'val_loss', is not available. There are: {others}.", warnings.Single());
        }
    }

    [TestMethod]
    public void A_crossentropy_of_one_class()
    {
        Model model = Net("categorical_crossentropy");
        Assert.AreEqual(
            "CategoricalCrossentropy: predictions of one class, (..., 1), tell nothing apart. For two classes in one number there is \"binary_crossentropy\".",
            Warnings(() => model.Fit(s_x, s_y, batchSize: 3, verbose: 0)).Single());
        Assert.HasCount(1, Warnings(() => new CategoricalFocalCrossentropy().Apply(s_y, s_y)));
        Assert.HasCount(0, Warnings(() => new CategoricalCrossentropy().Apply(s_x, s_x)));
    }

    [TestMethod]
    public void Variables_that_the_loss_does_not_depend_on()
    {
        Half model = new();
        model.Compile("sgd", "mse");
        Assert.AreEqual(
            "SGD: the loss does not depend on all of the variables, so that these stay as they are: half/idle/kernel, half/idle/bias.",
            Warnings(() => model.Fit(s_x, s_y, batchSize: 3, epochs: 2, verbose: 0)).Single());
    }

    [TestMethod]
    public void A_mask_that_ends_at_a_layer()
    {
        StringAssert.StartsWith(
            Warnings(() => new Sequential([new Input(2), new Embedding(5, 3, maskZero: true), new Flatten(name: "flat")]).Predict(Ops.Ones((4, 2)), verbose: 0)).Single(),
            "Flatten 'flat': the layer does not support masking");
    }

    [TestMethod]
    public void Steps_that_are_to_be_compiled_and_eager()
        => StringAssert.StartsWith(
            Warnings(() => Net("mse").Compile("sgd", "mse", runEagerly: true, jitCompile: true)).Single(), "Compile: runEagerly and jitCompile exclude each other");

    [TestMethod]
    public void Warnings_can_be_silenced_for_a_while()
    {
        Assert.HasCount(1, Warnings(() => Net("mse").Evaluate(s_x, s_y, steps: 9, verbose: 0)));
        Assert.HasCount(0, Warnings(() =>
        {
            using (KerasWarnings.Redirect(null))
            {
                Net("mse").Evaluate(s_x, s_y, steps: 9, verbose: 0);
            }
        }));
    }

    private static string[] Warnings(Action action)
    {
        List<string> warnings = [];
        using (KerasWarnings.Redirect(warnings.Add))
        {
            action();
        }

        return [.. warnings];
    }

    private static Sequential Net(string loss)
    {
        Sequential model = new([new Input(3), new Dense(1)]);
        model.Compile(new SGD(0.0), loss);
        return model;
    }

    private sealed class Careless() : Model("careless")
    {
        protected override Tensor Call(Tensor inputs, CallContext context) => new Dense(1).Apply(inputs);
    }

    private sealed class Careful : Model
    {
        private readonly Block _block = new();

        protected override Tensor Call(Tensor inputs, CallContext context) => new ReLU().Apply(_block.Apply(inputs));

        private sealed class Block : Layer
        {
            private readonly Dense[] _layers = [new(2), new(1)];

            protected override Tensor Call(Tensor inputs, CallContext context) => _layers.Aggregate(inputs, static (x, layer) => layer.Apply(x));
        }
    }

    private sealed class Half() : Model("half")
    {
        private readonly Dense _used = new(1, name: "used");
        private readonly Dense _idle = new(1, name: "idle");

        protected override Tensor Call(Tensor inputs, CallContext context)
        {
            _idle.Apply(inputs);
            return _used.Apply(inputs);
        }
    }
}

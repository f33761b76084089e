using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Optimizers;
using NeuralOpt.Keras.Optimizers.Schedules;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class LegacyArgumentTests
{
    [TestMethod]
    public void Lr_is_the_learning_rate_of_every_optimizer()
    {
        Optimizer[] all =
        [
            new Adadelta(lr: 0.5), new Adafactor(lr: 0.5), new Adagrad(lr: 0.5), new Adam(lr: 0.5), new Adamax(lr: 0.5), new AdamW(lr: 0.5), new Ftrl(lr: 0.5),
            new Lamb(lr: 0.5), new Lion(lr: 0.5), new Muon(lr: 0.5), new Nadam(lr: 0.5), new RMSprop(lr: 0.5), new ScheduleFreeAdamW(lr: 0.5), new SGD(lr: 0.5),
        ];
        foreach (Optimizer optimizer in all)
        {
            Assert.AreEqual(0.5, optimizer.LearningRate, optimizer.GetType().Name);
            Assert.AreEqual(0.5, optimizer.Lr);
            Assert.IsNull(optimizer.Decay);
        }

        all[0].Lr = 0.25;
        Assert.AreEqual(0.25, all[0].LearningRate);
    }

    [TestMethod]
    public void Decay_divides_the_rate_of_a_step_as_in_Keras_2()
    {
        SGD sgd = new(lr: 0.1, decay: 0.5);
        Variable v = new(0.0);
        sgd.Apply([Ops.Ones([])], [v]);
        sgd.Apply([Ops.Ones([])], [v]);
        Assert.AreEqual(-(0.1 + (0.1 / 1.5)), v.Value.Item(), 1e-6);
        Assert.AreEqual(0.1 / 2, sgd.LearningRate, 1e-7);
        Assert.AreEqual(0.5, sgd.Decay);
        Assert.AreEqual(0.001, new RMSprop(decay: 0).LearningRate, 1e-9);
    }

    [TestMethod]
    public void Layers_and_models_take_the_spellings_of_Keras_1_and_2()
    {
        Assert.AreEqual("Zeros()", new Dense(2, init: "zeros").KernelInitializer.ToString());
        Assert.AreEqual("linear", new Dense(2, init: "zeros").Activation.Name);
        Assert.AreEqual((Shape)(16, 10, 4), new Sequential([new Embedding(20, 4, batchInputShape: (16, 10))]).Output.Shape);
        Assert.IsTrue(new BatchNormalization(fused: true).Fused);
        Tensor kernel = Ops.Full((1, 1, 1, 1), 3.0);
        Assert.AreEqual(7, Ops.Max(new Conv2D(1, 1, weights: [kernel, Ops.Ones(1)]).Apply(Ops.Ones((1, 2, 2, 1)) * 2)).Item());
        Input x = new(3);
        Model model = new(input: x, output: new Dense(1).Apply(x));
        Assert.AreEqual((Shape)(null, 1), model.Output.Shape);
        Assert.AreEqual("m", new Model(x, new Dense(1).Apply(x), "m").Name);
    }

    [TestMethod]
    public void Two_spellings_at_once_are_refused()
    {
        Assert.AreEqual(
            "Optimizer: learningRate and lr are one argument; one of them must be given. Received: 0.1 and 0.2.",
            Assert.ThrowsExactly<KerasArgumentException>(() => new Adam(0.1, lr: 0.2)).Message);
        Assert.StartsWith(
            "Optimizer: decay must not be given with a schedule, which decays by itself. Received: decay 0.1 and ExponentialDecay(",
            Assert.ThrowsExactly<KerasArgumentException>(() => new Adam(new ExponentialDecay(0.1, 10, 0.9), decay: 0.1)).Message);
    }

    [TestMethod]
    public void Optimizers_and_schedules_print_as_their_constructors()
    {
        Assert.AreEqual("SGD(learningRate: 0.1, momentum: 0.9)", new SGD(0.1, momentum: 0.9).ToString());
        Assert.AreEqual("Adam()", new Adam().ToString());
        Assert.AreEqual(
            "Adam(learningRate: new ExponentialDecay(initialLearningRate: 0.1, decaySteps: 10, decayRate: 0.9))", new Adam(new ExponentialDecay(0.1, 10, 0.9)).ToString());
    }

    [TestMethod]
    public void An_optimizer_of_ones_own_keeps_its_state_by_Keras_members()
    {
        Variable v = new(Tensor.From<float>([1, 2], 2), name: "w");
        Momentum optimizer = new(0.1);
        optimizer.Apply(grads: [Ops.Ones(2)], trainableVariables: [v]);
        optimizer.Apply([Ops.Ones(2)]);
        CollectionAssert.AreEqual(new[] { 0.75f, 1.75f }, v.Value.ToArray<float>());
        Assert.AreEqual("w_speed", optimizer.Speeds![0].Name);
        Assert.HasCount(3, optimizer.Variables);
        Assert.AreEqual(1.5, Ops.Max(optimizer.Variables[2]).Item(), 1e-6);
        optimizer.SetWeights([.. optimizer.Variables.Select(s => Ops.ZerosLike(s))]);
        Assert.AreEqual(0, optimizer.Iterations.Value.Item());
        Assert.Contains("there must be one value for each of 3 variables. Received: 1.", Assert.ThrowsExactly<KerasArgumentException>(() => optimizer.SetWeights([1.0])).Message);
    }

    private sealed class Momentum(double learningRate) : Optimizer(learningRate)
    {
        public IReadOnlyList<Variable>? Speeds { get; private set; }

        protected override void AddSlots() => Speeds = AddOptimizerVariables(Trained, "speed");

        protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
        {
            Variable speed = Speeds![0];
            Assign(speed, (speed * 0.5) + gradient);
            AssignSub(variable, learningRate * speed);
        }
    }
}

using NeuralOpt.Keras.Optimizers;
using NeuralOpt.Keras.Optimizers.Schedules;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class OptimizerTests
{
    [TestMethod]
    public void Accumulated_gradients_make_one_step_of_their_mean()
    {
        Variable a = new(Ops.Ones(3));
        Variable b = new(Ops.Ones(3));
        SGD accumulated = new(0.1, momentum: 0.9, gradientAccumulationSteps: 2);
        SGD plain = new(0.1, momentum: 0.9);
        for (int i = 0; i < 3; i++)
        {
            Tensor first = Numbers.Uniform(3, seed: i);
            Tensor second = Numbers.Uniform(3, seed: 10 + i);
            accumulated.Apply([first], [a]);
            Numbers.AreClose(b.Value, a.Value, 1e-6, "the variable between updates");
            accumulated.Apply([second], [a]);
            plain.Apply([(first + second) / 2.0], [b]);
            Numbers.AreClose(b.Value, a.Value, 1e-6, "the variable after an update");
        }
    }

    [TestMethod]
    public void A_row_that_is_looked_up_twice_counts_square_by_square()
    {
        Variable table = new(Ops.Ones((3, 2)));
        Tensor values = new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } };
        Adam adam = new(0.1);
        adam.Apply([new IndexedSlices(values, new[] { 1, 0, 1 }, table.Value.Spec)], [table]);
        Numbers.AreClose(new float[,] { { 9, 16 }, { 26, 40 }, { 0, 0 } }, adam.Variables[3].Value / 0.001, 1e-4, "second moment");
        Numbers.AreClose(new float[,] { { 3, 4 }, { 6, 8 }, { 0, 0 } }, adam.Variables[2].Value / 0.1, 1e-5, "first moment");
    }

    [TestMethod]
    public void The_norm_of_looked_up_rows_is_that_of_the_look_ups()
    {
        Variable table = new(Ops.Zeros((2, 1)));
        new SGD(1, clipnorm: 1).Apply([new IndexedSlices(new float[,] { { 3 }, { 4 } }, new[] { 1, 1 }, table.Value.Spec)], [table]);
        Assert.AreEqual(-7.0 / 5, table.Value.ReadDouble(1), 1e-6);
    }

    [TestMethod]
    public void A_variable_without_a_gradient_stays()
    {
        Variable a = new(Ops.Ones(2));
        Variable b = new(Ops.Ones(2));
        Adam adam = new(0.1);
        adam.ApplyGradients([(null, a), (Ops.Ones(2), b)]);
        Numbers.AreClose(Ops.Ones(2), a.Value, 0);
        Assert.AreNotEqual(1, b.Value.ReadDouble(0));
        Assert.ThrowsExactly<KerasArgumentException>(() => adam.Apply([null, null]));
        Assert.ThrowsExactly<KerasArgumentException>(() => adam.Apply([Ops.Ones(2)]));
        Assert.ThrowsExactly<KerasArgumentException>(() => adam.Apply([Ops.Ones(2)], [new Variable(Ops.Ones(2))]));
    }

    [TestMethod]
    public void The_state_is_in_the_order_of_keras()
    {
        using IDisposable session = Session.Enter();
        Adam adam = new();
        adam.Build([new(Ops.Ones((2, 3)), name: "a"), new(Ops.Ones(3), name: "b")]);
        CollectionAssert.AreEqual(
            new[] { "adam/iteration", "adam/learning_rate", "adam/a_momentum", "adam/a_velocity", "adam/b_momentum", "adam/b_velocity" },
            adam.Variables.Select(v => v.Path).ToArray());
    }

    [TestMethod]
    public void The_constraint_of_a_variable_is_applied_after_the_step()
    {
        Variable v = new(Ops.Ones(2)) { Constraint = "non_neg" };
        new SGD(1).Apply([new float[] { 3, 0.5f }], [v]);
        Numbers.AreClose(new float[] { 0, 0.5f }, v.Value);
    }

    [TestMethod]
    public void Weight_decay_spares_what_is_excluded()
    {
        Variable kernel = new(Ops.Ones(1), name: "kernel");
        Variable bias = new(Ops.Ones(1), name: "bias");
        AdamW adam = new(0.1, weightDecay: 0.5, epsilon: 1);
        adam.ExcludeFromWeightDecay(varNames: ["bias"]);
        adam.Apply([Ops.Zeros(1), Ops.Zeros(1)], [kernel, bias]);
        Assert.AreEqual(0.95, kernel.Value.Item(), 1e-6);
        Assert.AreEqual(1, bias.Value.Item());
        Assert.ThrowsExactly<KerasInvalidOperationException>(() => adam.ExcludeFromWeightDecay(varNames: ["kernel"]));
    }

    [TestMethod]
    public void Moving_averages_take_the_place_of_the_variables_at_the_end()
    {
        Variable v = new(Ops.Zeros(1));
        SGD sgd = new(1, useEma: true, emaMomentum: 0.5);
        sgd.Apply([new float[] { -1 }], [v]);
        sgd.Apply([new float[] { -2 }], [v]);
        Assert.AreEqual(3, v.Value.Item());
        sgd.FinalizeVariableValues([v]);
        Assert.AreEqual(2, v.Value.Item(), 1e-6);
    }

    [TestMethod]
    public void The_learning_rate_can_be_set_unless_a_schedule_gives_it()
    {
        Adam adam = new(0.5);
        Assert.AreEqual(0.5, adam.LearningRate);
        adam.LearningRate = 0.25;
        Assert.AreEqual(0.25, adam.LearningRateVariable!.Value.Item());
        Assert.AreEqual(0.25, ConfigContract.Copy(adam).LearningRate);

        Adam scheduled = new(new CosineDecay(0.1, 10));
        Assert.AreEqual(0.1, scheduled.LearningRate, 1e-7);
        Assert.IsNull(scheduled.LearningRateVariable);
        Assert.ThrowsExactly<KerasInvalidOperationException>(() => scheduled.LearningRate = 1);
    }

    [TestMethod]
    public void A_step_counts_for_the_schedule_when_it_is_compiled()
    {
        Variable v = new(Ops.Zeros(1));
        SGD sgd = new(new PiecewiseConstantDecay([0, 1], [1, 10, 100]));
        sgd.Build([v]);
        Func<Tensor, Tensor> step = Function.Compile(g =>
        {
            sgd.Apply([g]);
            return v;
        });
        step(new float[] { -1 });
        step(new float[] { -1 });
        Assert.AreEqual(111, step(new float[] { -1 }).Item(), 1e-4);
    }

    [TestMethod]
    public void An_optimizer_prints_as_the_code_that_makes_it()
    {
        Assert.AreEqual("Adam(learningRate: 0.25, beta1: 0.8)", new Adam(0.25, beta1: 0.8).ToString());
        Assert.AreEqual("SGD(learningRate: new CosineDecay(initialLearningRate: 0.1, decaySteps: 10))", new SGD(new CosineDecay(0.1, 10)).ToString());
    }

    [TestMethod]
    public void An_unknown_name_lists_the_known_ones()
    {
        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => (Optimizer)"addam");
        StringAssert.Contains(e.Message, "'adam'");
        StringAssert.EndsWith(e.Message, "Received: 'addam'.");
    }

    [TestMethod]
    public void Bad_arguments_are_exceptions()
    {
        Assert.ThrowsExactly<KerasArgumentException>(() => new SGD(double.NaN));
        Assert.ThrowsExactly<KerasArgumentException>(() => new SGD(-0.1));
        Assert.ThrowsExactly<KerasArgumentException>(() => new SGD(momentum: 1.5));
        Assert.ThrowsExactly<KerasArgumentException>(() => new Adam(beta1: double.NaN));
        Assert.ThrowsExactly<KerasArgumentException>(() => new Adam(epsilon: -1));
        Assert.ThrowsExactly<KerasArgumentException>(() => new Adam(emaMomentum: 2));
        Assert.ThrowsExactly<KerasArgumentException>(() => new Adam(gradientAccumulationSteps: 1));
        Assert.ThrowsExactly<KerasArgumentException>(() => new Lion(beta1: 0));
        Assert.ThrowsExactly<KerasArgumentException>(() => new Ftrl(learningRatePower: 0.5));
        StringAssert.Contains(
            Assert.ThrowsExactly<KerasArgumentException>(() => new Adam(clipnorm: 1, clipvalue: 2)).Message, "at most one of clipnorm, clipvalue and globalClipnorm");
    }
}

using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests.Autodiff;

[TestClass]
public sealed class ExplainTests
{
    [TestMethod]
    public void The_plan_names_what_is_joined_in_each_kernel()
    {
        Tensor w = Ops.Ones((3, 4)), b = Ops.Ones(4);
        string plan = Function.Compile(x => [Ops.Relu(Ops.Matmul(x[0], w) + b)]).Explain(0, Ops.Ones((2, 3)));
        StringAssert.Contains(plan, "cpu program: 1 kernels");
        StringAssert.Contains(plan, "(2, 4) = MatMul + Add + Relu: (2, 3), (3, 4), (4,)");
        Assert.IsFalse(plan.Contains("GFLOP/s", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Runs_that_are_timed_change_no_variable()
    {
        Variable counter = new(Ops.Zeros(3));
        Function step = Function.Compile(x =>
        {
            counter.Assign(counter + x[0]);
            return [];
        });
        string plan = step.Explain(3, Ops.Ones(3));
        StringAssert.Contains(plan, "medians of 3 runs");
        CollectionAssert.AreEqual(new float[3], counter.Value.ToArray<float>());
        step.Call(Ops.Ones(3));
        CollectionAssert.AreEqual(new float[] { 1, 1, 1 }, counter.Value.ToArray<float>());
    }

    [TestMethod]
    public void A_negative_number_of_runs_is_refused()
        => StringAssert.Contains(
            Assert.ThrowsExactly<KerasArgumentOutOfRangeException>(() => Function.Compile(x => [x[0]]).Explain(-1, Ops.Ones(2))).Message,
            "Function.Explain: runs must be at least 0. Received: -1.");

    [TestMethod]
    public void A_training_step_makes_no_gradient_for_the_input_and_is_explained_without_training()
    {
        Sequential model = new([new Input((8, 8, 1)), new Conv2D(4, 3, activation: "relu"), new Flatten(), new Dense(2)]);
        model.Compile(optimizer: "adam", loss: "mse");
        Tensor[] before = [.. model.Weights.Select(w => Ops.Copy(w))];
        string plan = model.ExplainTrainStep(Ops.Ones((4, 8, 8, 1)), Ops.Ones((4, 2)), runs: 2);
        StringAssert.Contains(plan, "ConvFilterGrad");
        Assert.IsFalse(plan.Contains("ConvInputGrad", StringComparison.Ordinal));
        for (int i = 0; i < before.Length; i++)
        {
            CollectionAssert.AreEqual(before[i].ToArray<float>(), model.Weights[i].Value.ToArray<float>());
        }
    }
}

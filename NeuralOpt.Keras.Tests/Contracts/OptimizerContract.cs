using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Tests;

/// <summary>What every optimizer does.</summary>
internal static class OptimizerContract
{
    private static readonly Tensor s_matrix = new float[,] { { 1, -2, 3 }, { 0.5f, 1.5f, -1 } };
    private static readonly Tensor s_vector = new float[] { -1, 2 };

    internal static void Check(Func<Optimizer> make)
    {
        Optimizer optimizer = make();
        Optimizer copy = ConfigContract.Copy(make());
        Optimizer compiled = make();
        Variable[] mine = Make();
        Variable[] theirs = Make();
        Variable[] inStep = Make();
        compiled.Build(inStep);
        Func<Tensor, Tensor> step = Function.Compile(x => Step(compiled, inStep));

        double first = Loss(mine).Item();
        for (int i = 0; i < 30; i++)
        {
            Step(optimizer, mine);
            Step(copy, theirs);
            step(0.0);
        }

        Assert.IsTrue(Loss(mine).Item() < first, $"{optimizer.Name}: the loss must fall from {first}, got {Loss(mine).Item()}");
        Assert.AreEqual(30, optimizer.Iterations.Value.Item());
        Assert.AreEqual(DType.Int64, optimizer.Iterations.DType);
        Assert.AreSame(optimizer.Iterations, optimizer.Variables[0]);
        Assert.AreEqual(compiled.Variables.Count, optimizer.Variables.Count);
        for (int i = 0; i < mine.Length; i++)
        {
            Numbers.AreClose(mine[i].Value, theirs[i].Value, 0, "the copy's variable");
            Numbers.AreClose(mine[i].Value, inStep[i].Value, 1e-4, "the variable of a compiled step");
        }

        for (int i = 0; i < optimizer.Variables.Count; i++)
        {
            Numbers.AreClose(optimizer.Variables[i].Value, compiled.Variables[i].Value, 1e-4, $"state {optimizer.Variables[i].Path} of a compiled step");
        }
    }

    private static Variable[] Make() => [new(s_matrix, name: "kernel"), new(s_vector, name: "bias")];

    private static Tensor Loss(Variable[] v) => Ops.Sum(Ops.Square(v[0].Value)) + Ops.Sum(Ops.Square(v[1].Value - 3.0));

    private static Tensor Step(Optimizer optimizer, Variable[] variables)
    {
        using GradientTape tape = new();
        Tensor loss = Loss(variables);
        optimizer.Apply(tape.Gradient(optimizer.ScaleLoss(loss), variables), variables);
        return loss;
    }
}

using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Tests;

/// <summary>Of several branches only the taken one leaves traces, eager and compiled alike.</summary>
[TestClass]
public class CondTests
{
    [TestMethod]
    [DataRow(1, 1.0)]
    [DataRow(0, 100.0)]
    public void The_branch_that_is_not_taken_writes_nothing(int pred, double expected)
    {
        Variable eager = new(0.0), compiled = new(0.0);
        Count(eager, pred);
        Function.Compile((Tensor p) => Count(compiled, p))(Tensor.From(new[] { pred }));
        Assert.AreEqual(expected, eager.Item());
        Assert.AreEqual(expected, compiled.Item());

        static Tensor Count(Variable v, Tensor p) => Ops.Cond(
            Ops.Sum(p) > 0,
            () =>
            {
                v.AssignAdd(1);
                return v.Value;
            },
            () =>
            {
                v.AssignAdd(100);
                return v.Value;
            });
    }

    [TestMethod]
    public void What_is_written_after_the_branches_builds_on_the_taken_one()
    {
        Variable v = new(1.0);
        Func<Tensor, Tensor> f = Function.Compile((Tensor p) =>
        {
            Ops.Cond(
                Ops.Sum(p) > 0,
                () =>
                {
                    v.Assign(v * 10);
                    return v.Value;
                },
                () => v.Value);
            v.AssignAdd(1);
            return v.Value;
        });
        Assert.AreEqual(11.0, f(Ops.Ones(1)).Item());
        Assert.AreEqual(12.0, f(Ops.Zeros(1)).Item());
        Assert.AreEqual(12.0, v.Item());
    }

    [TestMethod]
    [DataRow(0, 1.0)]
    [DataRow(1, 10.0)]
    [DataRow(7, 100.0)]
    public void A_switch_writes_what_its_branch_writes(int index, double expected)
    {
        Variable v = new(0.0);
        Func<double, Func<Tensor, Tensor>> add = by => x =>
        {
            v.AssignAdd(by);
            return x * by;
        };
        Tensor y = Function.Compile((Tensor i, Tensor x) => Ops.Switch(Ops.Sum(i), [add(1), add(10), add(100)], x))(Tensor.From(new[] { index }), Ops.Ones(1));
        Assert.AreEqual(expected, v.Item());
        Assert.AreEqual(expected, y.Item());
    }

    [TestMethod]
    public void Branches_nest()
    {
        Variable v = new(0.0);
        Func<Tensor, Tensor> f = Function.Compile((Tensor x) => Ops.Cond(
            Ops.Sum(x) > 0,
            () => Ops.Cond(Ops.Sum(x) > 10, () => Add(1), () => Add(2)),
            () => Add(4)));
        f(Tensor.From(new float[] { 20 }));
        Assert.AreEqual(1.0, v.Item());
        f(Tensor.From(new float[] { 5 }));
        Assert.AreEqual(3.0, v.Item());
        f(Tensor.From(new float[] { -1 }));
        Assert.AreEqual(7.0, v.Item());

        Tensor Add(double by)
        {
            v.AssignAdd(by);
            return v.Value;
        }
    }

    [TestMethod]
    public void An_optimizer_steps_and_a_generator_moves_only_in_the_taken_branch()
    {
        using IDisposable session = Session.Enter();
        Variable w = new(Ops.Ones(2));
        Adam adam = new(0.1);
        adam.Build([w]);
        SeedGenerator generator = new(1);
        Func<Tensor, Tensor> f = Function.Compile((Tensor p) => Ops.Cond(
            Ops.Sum(p) > 0,
            () =>
            {
                adam.Apply([Ops.Ones(2)], [w]);
                return RandomOps.Uniform(2, seed: generator);
            },
            () => Ops.Zeros(2)));
        f(Ops.Zeros(1));
        CollectionAssert.AreEqual(new float[] { 1, 1 }, w.Value.ToArray<float>());
        Assert.AreEqual(0.0, adam.Iterations.Item());
        CollectionAssert.AreEqual(new long[] { 1, 0 }, generator.State.Value.ToArray<long>());
        f(Ops.Ones(1));
        Assert.AreEqual(0.9, w.Value.ToArray<float>()[0], 1e-6);
        Assert.AreEqual(1.0, adam.Iterations.Item());
        CollectionAssert.AreEqual(new long[] { 1, 1 }, generator.State.Value.ToArray<long>());
    }

    [TestMethod]
    public void A_gradient_goes_through_the_selected_branch()
    {
        Func<Tensor, Tensor> slope = Function.Compile((Tensor x) =>
        {
            using GradientTape tape = new();
            tape.Watch(x);
            return tape.Gradient(Ops.Cond(Ops.Sum(x) > 0, () => Ops.Sum(x * x), () => Ops.Sum(-x)), x)!;
        });
        Assert.AreEqual(6.0, slope(Tensor.From(new float[] { 3 })).Item());
        Assert.AreEqual(-1.0, slope(Tensor.From(new float[] { -3 })).Item());
    }

    [TestMethod]
    public void A_loss_added_in_a_branch_of_a_compiled_step_is_refused()
    {
        Branching layer = new();
        Assert.AreEqual(
            "Branching 'branching': AddLoss must stand outside of Ops.Cond and Ops.Switch in a compiled step. Received: a call in one of their branches; let them return the loss.",
            Assert.Throws<InvalidOperationException>(() => Function.Compile((Tensor x) => layer.Apply(x))(Ops.Ones(1))).Message);
    }

    [TestMethod]
    public void Branches_of_a_compiled_step_must_give_one_shape_and_a_result()
    {
        Func<Tensor, Tensor> shapes = Function.Compile((Tensor x) => Ops.Cond(Ops.Sum(x) > 0, () => x, () => Ops.Sum(x)));
        Assert.AreEqual(
            "Cond: the branches of a compiled step must give one shape. Received: (2,) and ().",
            Assert.ThrowsExactly<ShapeException>(() => shapes(Ops.Ones(2))).Message);
        Func<Tensor, Tensor> nothing = Function.Compile((Tensor x) => Ops.Switch(Ops.Sum(x), [() => x, () => null!]));
        Assert.AreEqual(
            "Switch: a branch must return a tensor. Received: null.",
            Assert.ThrowsExactly<KerasInvalidOperationException>(() => nothing(Ops.Ones(2))).Message);
    }

    [TestMethod]
    public void What_is_asked_has_one_element_eager_and_compiled()
    {
        Func<Tensor, Tensor> f = x => Ops.Cond(x > 0, () => x * 2, () => x * 3);
        foreach (Func<Tensor, Tensor> g in new[] { f, Function.Compile(f) })
        {
            CollectionAssert.AreEqual(new[] { 2f }, g(Ops.Ones(1)).ToArray<float>());
            Assert.AreEqual(
                "Cond: pred must have one element. Received shape: (2,).", Assert.ThrowsExactly<ShapeException>(() => g(Ops.Ones(2))).Message);
        }

        Func<Tensor, Tensor> count = x => Ops.Cond(Ops.Sum(x), () => x + 1, () => x);
        CollectionAssert.AreEqual(count(Ops.Ones(2) * 3).ToArray<float>(), Function.Compile(count)(Ops.Ones(2) * 3).ToArray<float>());
        StringAssert.StartsWith(Assert.Throws<ArgumentException>(() => Ops.Cond(true, null!, () => 1)).Message, "Cond: trueFn must be given.");
    }

    [TestMethod]
    public void Nothing_is_assigned_while_a_model_is_put_together()
    {
        Variable v = new(1.0);
        Input x = new(2);
        Assert.AreEqual(
            "Variable 'variable': a variable must be assigned in a layer's Call or in a step, not while a model is put together. Received: an assignment in a branch on a symbolic tensor.",
            Assert.ThrowsExactly<KerasInvalidOperationException>(() => Ops.Cond(
                Ops.Sum(x) > 0,
                () =>
                {
                    v.Assign(5);
                    return v;
                },
                () => v)).Message);
        StringAssert.EndsWith(
            Assert.ThrowsExactly<KerasInvalidOperationException>(() => v.Assign(Ops.Sum(x))).Message, "Received: a symbolic tensor.");
        v.Assign(2);
        Assert.AreEqual(2.0, v.Item());
    }

    private sealed class Branching() : Layer("branching")
    {
        protected override Tensor Call(Tensor inputs, CallContext context) => Ops.Cond(
            Ops.Sum(inputs) > 0,
            () =>
            {
                AddLoss(Ops.Sum(inputs));
                return inputs;
            },
            () => inputs);
    }
}

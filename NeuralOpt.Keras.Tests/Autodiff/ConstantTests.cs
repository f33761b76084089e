using NeuralOpt.Keras.Engines.Cpu;
using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public sealed class ConstantTests
{
    [TestMethod]
    public void A_tensor_that_a_compiled_step_took_in_cannot_be_changed_afterwards()
    {
        Tensor c = new[] { 1f, 2f };
        Func<Tensor, Tensor> f = Function.Compile((Tensor x) => x * c);
        f(Ops.Ones(2));
        c[0] = 9;
        GC.Collect();
        CollectionAssert.AreEqual(new[] { 1f, 2 }, f(Ops.Ones(2)).ToArray<float>());
        CollectionAssert.AreEqual(new[] { 9f, 2 }, c.ToArray<float>());
        CollectionAssert.AreEqual(new[] { 9f, 2, 9, 2 }, f(Ops.Ones((2, 2))).ToArray<float>(), "another shape is traced anew");
        c[1] = 7;
        CollectionAssert.AreEqual(new[] { 1f, 2 }, f(Ops.Ones(2)).ToArray<float>());
        CollectionAssert.AreEqual(new[] { 9f, 2, 9, 2 }, f(Ops.Ones((2, 2))).ToArray<float>());
    }

    [TestMethod]
    public void A_view_of_what_a_step_took_in_is_no_way_round()
    {
        Tensor c = new[] { 1f, 2f };
        Tensor view = Ops.Reshape(c, (2, 1)), other = Ops.Reshape(c, (1, 2));
        Func<Tensor, Tensor> f = Function.Compile((Tensor x) => x + view);
        f(Ops.Zeros(1));
        c[0] = 9;
        other["..."] = 8;
        CollectionAssert.AreEqual(new[] { 1f, 2 }, f(Ops.Zeros(1)).ToArray<float>());
    }

    [TestMethod]
    public void A_number_that_a_step_took_in_cannot_be_changed_afterwards()
    {
        Tensor c = Ops.Cast(3.0, DType.Float32);
        Func<Tensor, Tensor> f = Function.Compile((Tensor x) => (x * c) + (x * Ops.Cast(3.0, DType.Float32)));
        f(Ops.Ones(1));
        c["..."] = 100;
        Assert.AreEqual(6, f(Ops.Ones(1)).Item());
    }

    [TestMethod]
    public void A_write_while_a_step_is_traced_is_seen_from_there_on()
    {
        Tensor c = new[] { 1f, 2f };
        Function f = Function.Compile(x =>
        {
            Tensor before = x[0] * c;
            c[0] = 5;
            return [before, x[0] * c];
        });
        Tensor[] y = f.Call(Ops.Ones(2));
        CollectionAssert.AreEqual(new[] { 1f, 2 }, y[0].ToArray<float>());
        CollectionAssert.AreEqual(new[] { 5f, 2 }, y[1].ToArray<float>());
    }

    [TestMethod]
    public void A_layer_s_constant_stays_what_it_was_when_the_model_was_compiled()
    {
        Tensor mean = new[] { 1f, 2f };
        Sequential model = new([new Input(2), new Shift(mean)]);
        Tensor x = Ops.Ones((3, 2));
        float[] before = model.Predict(x, verbose: 0).ToArray<float>();
        mean[0] = 50;
        CollectionAssert.AreEqual(before, model.Predict(x, verbose: 0).ToArray<float>());
    }

    [TestMethod]
    public void Numbers_of_one_dtype_and_value_are_one_constant_of_a_step()
    {
        using Trace trace = new();
        Tensor x = trace.Feed(new(3)), n = trace.Feed(new(3, DType.Int32));
        _ = x * 2 + 1;
        int nodes = trace.Graph.Nodes.Count;
        _ = (x * 2.0) + Ops.Cast(1, DType.Float32);
        Assert.HasCount(nodes, trace.Graph.Nodes, "the same numbers in other words");
        _ = x * 3;
        Assert.HasCount(nodes + 1, trace.Graph.Nodes, "another value");
        _ = n * 2;
        Assert.HasCount(nodes + 2, trace.Graph.Nodes, "another dtype");
        _ = x * -0.0;
        _ = x * 0.0;
        Assert.HasCount(nodes + 4, trace.Graph.Nodes, "0 of another sign");
        _ = x * Tensor.From([2f]);
        Assert.HasCount(nodes + 5, trace.Graph.Nodes, "a vector");
    }

    [TestMethod]
    public void An_optimizer_s_numbers_are_computed_once_for_all_variables()
    {
        Assert.AreEqual(Kernels(1) + 1, Kernels(2));
        Assert.AreEqual(Kernels(1) + 4, Kernels(5));

        // Variables whose updates cannot be joined with anything but themselves.
        static int Kernels(int variables)
        {
            Variable[] weights = [.. Enumerable.Range(0, variables).Select(static i => new Variable(Ops.Ones(i + 2)))];
            Optimizers.Adam adam = new();
            using Trace trace = new();
            Tensor[] gradients = [.. weights.Select(w => (Tensor)trace.Feed(new(w.Shape)))];
            adam.Apply(gradients, weights);
            return new CpuProgram(trace.Graph).KernelCount;
        }
    }

    private sealed class Shift(Tensor by) : Layer
    {
        protected override Tensor Call(Tensor inputs, CallContext context) => inputs - by;
    }
}

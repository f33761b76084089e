using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests;

/// <summary>A gradient never vanishes without a word: not through a compiled function, not across threads and awaits.</summary>
[TestClass]
public class FlowTests
{
    private static readonly Tensor s_x = Tensor.From(new float[] { 1, 2, 3 });

    [TestMethod]
    public void A_gradient_goes_through_a_compiled_function()
    {
        Func<Tensor, Tensor> f = Function.Compile((Tensor x) => x * x * 3);
        f(s_x);
        using GradientTape tape = new();
        tape.Watch(s_x);
        Tensor dx = tape.Gradient(f(s_x), s_x)!;
        CollectionAssert.AreEqual(new float[] { 6, 12, 18 }, dx.ToArray<float>());
    }

    [TestMethod]
    public void A_gradient_goes_through_to_the_variables_that_a_compiled_function_reads()
    {
        Variable w = new(Tensor.From(new float[] { 2, 2, 2 }));
        Func<Tensor, Tensor> inner = Function.Compile((Tensor x) => x * w);
        Func<Tensor, Tensor> outer = Function.Compile((Tensor x) => Ops.Sum(inner(x) * w));
        outer(s_x);
        using GradientTape tape = new(persistent: true);
        Tensor y = outer(s_x);
        CollectionAssert.AreEqual(new float[] { 4, 8, 12 }, tape.Gradient(y, w)!.ToArray<float>());
    }

    [TestMethod]
    public void A_second_derivative_goes_through_a_compiled_function()
    {
        Func<Tensor, Tensor> cube = Function.Compile((Tensor x) => x * x * x);
        using GradientTape outer = new();
        outer.Watch(s_x);
        Tensor first;
        using (GradientTape inner = new())
        {
            inner.Watch(s_x);
            first = inner.Gradient(cube(s_x), s_x)!;
        }

        CollectionAssert.AreEqual(new float[] { 6, 12, 18 }, outer.Gradient(first, s_x)!.ToArray<float>());
    }

    [TestMethod]
    public void A_model_may_be_trained_and_asked_under_an_open_tape()
    {
        using IDisposable session = Session.Enter();
        Sequential model = new([new Input(3), new Dense(1)]);
        model.Compile("sgd", "mse");
        using GradientTape tape = new();
        Tensor x = Ops.Ones((4, 3));
        tape.Watch(x);
        model.Fit(x, Ops.Ones((4, 1)), verbose: 0);
        _ = model.Predict(x, verbose: 0);
        Assert.AreEqual(Shape.Of(4, 3), tape.Gradient(Ops.Sum(model.Apply(x)), x)!.Shape);
    }

    [TestMethod]
    public async Task A_tape_goes_on_after_an_await()
    {
        using GradientTape tape = new();
        tape.Watch(s_x);
        Tensor y = s_x * 2;
        await Task.Delay(1).ConfigureAwait(false);
        await Task.Yield();
        y = Ops.Sum(y * y);
        CollectionAssert.AreEqual(new float[] { 8, 16, 24 }, tape.Gradient(y, s_x)!.ToArray<float>());
    }

    [TestMethod]
    public async Task A_tape_records_what_awaited_methods_and_tasks_compute()
    {
        using GradientTape tape = new();
        tape.Watch(s_x);
        Tensor a = await Twice(s_x).ConfigureAwait(false);
        Tensor b = await Task.Run(() => s_x * s_x).ConfigureAwait(false);
        CollectionAssert.AreEqual(new float[] { 4, 6, 8 }, tape.Gradient(Ops.Sum(a + b), s_x)!.ToArray<float>());

        static async Task<Tensor> Twice(Tensor x)
        {
            await Task.Yield();
            return x * 2;
        }
    }

    [TestMethod]
    public void A_tape_records_what_parallel_loops_compute()
    {
        using GradientTape tape = new();
        tape.Watch(s_x);
        Tensor[] parts = new Tensor[64];
        Parallel.For(0, parts.Length, i => parts[i] = Ops.Sum(s_x * (double)i));
        Tensor sum = parts.Aggregate(Ops.Add);
        CollectionAssert.AreEqual(new float[] { 2016, 2016, 2016 }, tape.Gradient(sum, s_x)!.ToArray<float>());
    }

    [TestMethod]
    public async Task A_tape_that_an_awaited_method_opened_is_refused_outside()
    {
        GradientTape tape = await Open().ConfigureAwait(false);
        StringAssert.StartsWith(
            Assert.Throws<InvalidOperationException>(() => tape.Watch(s_x)).Message, "GradientTape.Watch: a tape must be used where it was opened");
        Tensor y = s_x * 2;
        StringAssert.StartsWith(
            Assert.Throws<InvalidOperationException>(() => tape.Gradient(y, s_x)).Message, "GradientTape.Gradient: a tape must be used where it was opened");

        static async Task<GradientTape> Open()
        {
            await Task.Yield();
            return new GradientTape();
        }
    }

    [TestMethod]
    public void A_tape_that_was_closed_records_nothing_more_in_tasks_that_it_started()
    {
        using ManualResetEventSlim closed = new();
        GradientTape tape = new(persistent: true);
        tape.Watch(s_x);
        Task<Tensor> late = Task.Run(() =>
        {
            closed.Wait();
            return s_x * 2;
        });
        tape.Dispose();
        closed.Set();
        Assert.IsNull(tape.Gradient(late.GetAwaiter().GetResult(), s_x));
    }

    [TestMethod]
    public void A_task_that_outlives_the_trace_it_was_started_in_reads_values()
    {
        using ManualResetEventSlim traced = new();
        Variable v = new(2.0);
        Task<double>? late = null;
        Function.Compile((Tensor x) =>
        {
            late = Task.Run(() =>
            {
                traced.Wait();
                return v.Item();
            });
            return x * v;
        })(s_x);
        traced.Set();
        Assert.AreEqual(2.0, late!.GetAwaiter().GetResult());
    }

    [TestMethod]
    public void A_tensor_that_outlived_its_step_is_refused()
    {
        Tensor? leak = null;
        Function.Compile((Tensor x) => leak = x * 2)(s_x);
        Assert.AreEqual(
            "Add: a tensor of a compiled step must be used in that step. Received: one that outlived it; return it from the step, or keep it in a Variable.",
            Assert.Throws<InvalidOperationException>(() => leak! + 1).Message);
    }

    [TestMethod]
    public void No_function_and_no_result_are_refused()
    {
        StringAssert.StartsWith(Assert.Throws<ArgumentException>(() => Function.Compile((Func<Tensor, Tensor>)null!)).Message, "Function.Compile: body");
        StringAssert.StartsWith(Assert.Throws<ArgumentException>(() => Function.Compile((Func<Tensor, Tensor, Tensor>)null!)).Message, "Function.Compile: body");
        StringAssert.StartsWith(Assert.Throws<ArgumentException>(() => Function.Compile((Func<Tensor[], Tensor[]>)null!)).Message, "Function.Compile: body");
        Assert.AreEqual(
            "Function: the body must return tensors. Received: null.",
            Assert.Throws<InvalidOperationException>(() => Function.Compile((Tensor x) => (Tensor)null!)(s_x)).Message);
    }
}

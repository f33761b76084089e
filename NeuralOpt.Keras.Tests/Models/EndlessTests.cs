using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests;

/// <summary>What contains or calls itself ends in a sentence, not with the process.</summary>
[TestClass]
public sealed class EndlessTests
{
    [TestMethod]
    public void A_compiled_function_that_calls_itself_is_refused()
    {
        Func<Tensor, Tensor>? f = null;
        f = Function.Compile((Tensor x) => f!(x) + 1);
        KerasInvalidOperationException e = Assert.ThrowsExactly<KerasInvalidOperationException>(() => f(Ops.Ones(2)));
        Assert.Contains("Function: a compiled function must not call itself without end", e.Message);
        Assert.ThrowsExactly<KerasInvalidOperationException>(() => f(Ops.Ones(2)));
    }

    [TestMethod]
    public void Compiled_functions_that_call_each_other_are_refused()
    {
        Func<Tensor, Tensor>? f = null;
        Func<Tensor, Tensor> g = Function.Compile((Tensor x) => f!(x) * 2);
        f = Function.Compile((Tensor x) => g(x) + g(x));
        Assert.ThrowsExactly<KerasInvalidOperationException>(() => f(Ops.Ones(2)));
        Assert.ThrowsExactly<KerasInvalidOperationException>(() => g(Ops.Ones(2)));
    }

    [TestMethod]
    public void A_compiled_function_that_calls_itself_a_few_times_works()
    {
        Func<Tensor, Tensor>? f = null;
        int left = 0;
        f = Function.Compile((Tensor x) => left-- > 0 ? f!(x) + 1 : x);
        left = 5;
        Assert.AreEqual(6, f(Ops.Ones(1)).Item());
    }

    [TestMethod]
    public void A_model_that_is_added_to_itself_is_refused()
    {
        Sequential a = new(name: "a");
        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => a.Add(a));
        Assert.AreEqual("Sequential 'a': a model must not contain itself. Received: 'a', which is the model.", e.Message);
    }

    [TestMethod]
    public void Models_that_contain_each_other_are_refused()
    {
        Sequential a = new(name: "a");
        Sequential b = new([a], name: "b");
        Sequential c = new([new Dense(1), b], name: "c");
        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => a.Add(c));
        Assert.AreEqual("Sequential 'a': a model must not contain itself. Received: 'c', which contains the model.", e.Message);
        a.Add(new Dense(2));
        Assert.AreEqual((Shape)(3, 2), c.Predict(Ops.Ones((3, 4)), verbose: 0).Shape);
    }

    [TestMethod]
    public void Layers_that_keep_each_other_in_fields_count_once()
    {
        Parent parent = new();
        parent.Apply(Ops.Ones((2, 3)));
        Assert.HasCount(2, parent.Weights);
        Assert.HasCount(2, parent.TrainableWeights);
        Assert.HasCount(2, parent.Variables);
        Assert.IsEmpty(parent.Losses);
        parent.Trainable = false;
        Assert.IsEmpty(parent.TrainableWeights);
        parent.Trainable = true;
        Assert.HasCount(2, parent.TrainableWeights);
    }

    [TestMethod]
    public void A_model_of_layers_that_keep_each_other_trains_and_has_a_summary()
    {
        Sequential model = new([new Input(3), new Parent(), new Dense(1)]);
        model.Compile("sgd", "mse", metrics: ["mae"]);
        model.Fit(Ops.Ones((4, 3)), Ops.Ones((4, 1)), verbose: 0);
        string summary = "";
        model.Summary(printFn: text => summary = text, expandNested: true);
        Assert.Contains("Total params", summary);
        Assert.HasCount(4, model.Weights);
    }

    [TestMethod]
    public void Layers_that_call_each_other_without_end_are_refused()
    {
        Caller a = new();
        Caller b = new() { Next = a };
        a.Next = b;
        KerasInvalidOperationException e = OnSmallStack(() => a.Apply(Ops.Ones((2, 3))));
        Assert.Contains("layers must not be inside one another without end", e.Message);
    }

    [TestMethod]
    public void Models_nested_too_deep_for_the_stack_are_refused_and_others_work()
    {
        Sequential model = new([new Dense(1)]);
        for (int i = 0; i < 200; i++)
        {
            model = new([model]);
        }

        Assert.AreEqual(2, model.Predict(Ops.Ones((2, 3)), verbose: 0).Size);
        Assert.HasCount(2, model.Weights);
        for (int i = 0; i < 5_000; i++)
        {
            model = new([model]);
        }

        OnSmallStack(() => model.Apply(Ops.Ones((2, 3))));
    }

    [TestMethod]
    public void A_chain_of_layers_longer_than_the_stack_is_described_and_differentiated()
    {
        Input input = new(2);
        Tensor x = input;
        for (int i = 0; i < 5_000; i++)
        {
            x = x * 1.0001;
        }

        Model model = new(input, x);
        Assert.HasCount(5_001, model.Layers);
        Variable v = new(Ops.Ones(2));
        using GradientTape tape = new();
        Tensor y = v.Value * 1.0;
        for (int i = 0; i < 20_000; i++)
        {
            y = y + 1.0;
        }

        Assert.AreEqual(1, tape.Gradient(y, v)![0].Item());
    }

    private static KerasInvalidOperationException OnSmallStack(Action action)
    {
        KerasInvalidOperationException? seen = null;
        Thread thread = new(() =>
        {
            try
            {
                action();
            }
            catch (KerasInvalidOperationException e)
            {
                seen = e;
            }
        }, 512 * 1024);
        thread.Start();
        thread.Join();
        return seen ?? throw new AssertFailedException("Nothing was refused.");
    }

    private sealed class Parent : Layer
    {
        private readonly List<Layer> _children;
        private readonly Dense _dense = new(3);

        internal Parent() => _children = [this, new Child(this), _dense];

        protected override Tensor Call(Tensor inputs, CallContext context) => ((Dense)_children[2]).Apply(inputs);
    }

    private sealed class Child(Layer parent) : Layer
    {
        private readonly Layer _parent = parent;

        protected override Tensor Call(Tensor inputs, CallContext context) => _parent.Apply(inputs);
    }

    private sealed class Caller : Layer
    {
        internal Layer? Next { get; set; }

        protected override Tensor Call(Tensor inputs, CallContext context) => Next!.Apply(inputs);
    }
}

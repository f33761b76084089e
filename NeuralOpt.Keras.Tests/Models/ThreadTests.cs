using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Losses;

namespace NeuralOpt.Keras.Tests;

/// <summary>Models and layers that several threads meet at once for the first time.</summary>
[TestClass]
public sealed class ThreadTests
{
    private const int Threads = 8;
    private const int Rounds = 25;

    private static readonly Tensor s_x = Ops.Ones((4, 3));

    [TestMethod]
    public void A_sequential_first_used_by_eight_threads_has_its_weights_once()
        => Rounded(
            () => new Sequential([new Dense(8, activation: "relu"), new Dense(1)]),
            static m => m.Predict(s_x, verbose: 0),
            static m => Assert.HasCount(4, m.Weights));

    [TestMethod]
    public void A_dense_first_applied_by_eight_threads_has_its_weights_once()
        => Rounded(static () => new Dense(8), static d => d.Apply(s_x), static d => Assert.HasCount(2, d.Weights));

    [TestMethod]
    public void Nested_models_first_used_by_eight_threads_have_their_weights_once()
        => Rounded(
            () => new Sequential([new Sequential([new Dense(8), new BatchNormalization()]), new Net(), new Sequential([new Dense(1)])]),
            static m => m.Predict(s_x, verbose: 0),
            static m => Assert.HasCount(2 + 4 + 4 + 2, m.Weights));

    [TestMethod]
    public void A_model_class_first_used_by_eight_threads_has_its_weights_once()
        => Rounded(static () => new Net(), static m => m.Predict(s_x, verbose: 0), static m => Assert.HasCount(4, m.Weights));

    [TestMethod]
    public void A_layer_whose_build_calls_its_base_first_is_not_used_before_its_weights_are_there()
        => Rounded(static () => new Early(), static l => l.Apply(s_x), static l => Assert.HasCount(1, l.Weights));

    [TestMethod]
    public void Two_models_that_share_an_unbuilt_layer_make_its_weights_once()
        => Rounded(
            static () => (Shared: new Dense(3), Next: 0).Shared is var shared ? new[] { new Sequential([shared, new Dense(2)]), new Sequential([new Dense(3), shared]) } : [],
            static models => models[Environment.CurrentManagedThreadId % 2].Predict(s_x, verbose: 0),
            static models =>
            {
                foreach (Sequential model in models)
                {
                    model.Predict(s_x, verbose: 0);
                    Assert.HasCount(4, model.Weights);
                }
            });

    [TestMethod]
    public void Predictions_of_eight_threads_at_a_first_use_are_those_of_one()
    {
        for (int round = 0; round < Rounds; round++)
        {
            Sequential model = new([new Dense(8, activation: "relu"), new Dense(2)]);
            Tensor[] results = new Tensor[Threads];
            AtOnce(i => results[i] = model.Predict(Ops.Ones((i + 1, 3)), verbose: 0));
            double[] row = model.Predict(Ops.Ones((1, 3)), verbose: 0).ToArray<double>();
            for (int i = 0; i < Threads; i++)
            {
                CollectionAssert.AreEqual(row, results[i][0].ToArray<double>());
            }
        }
    }

    [TestMethod]
    public void An_optimizer_first_used_by_eight_threads_has_its_slots_once()
    {
        for (int round = 0; round < Rounds; round++)
        {
            Optimizers.Adam adam = new();
            Variable[] variables = [new(Ops.Ones(3), name: "a"), new(Ops.Ones(2), name: "b")];
            AtOnce(_ => adam.Build(variables));
            Assert.HasCount(2 + 4, adam.Variables);
        }
    }

    [TestMethod]
    public void Losses_that_calls_in_other_threads_add_are_not_mixed_with_ones_own()
    {
        Dense layer = new(2, activityRegularizer: "l2");
        layer.Apply(s_x);
        AtOnce(i =>
        {
            for (int round = 0; round < 50; round++)
            {
                layer.Apply(Ops.Ones((i + 1, 3)) * (double)i);
                Assert.HasCount(1, layer.Losses);
                Assert.AreEqual(i == 0, layer.Losses[0].Item() == 0);
            }
        });
    }

    [TestMethod]
    public async Task Losses_are_those_of_the_last_call_for_whoever_goes_on_in_another_thread()
    {
        Dense layer = new(2, activityRegularizer: "l2");
        layer.Apply(s_x);
        int losses = 0;
        Thread thread = new(() => losses = layer.Losses.Count);
        thread.Start();
        await Task.Run(thread.Join);
        Assert.AreEqual(1, losses);
    }

    [TestMethod]
    public void A_build_that_failed_leaves_no_weights_behind()
    {
        Failing layer = new();
        Assert.ThrowsExactly<ShapeException>(() => layer.Apply(s_x));
        Assert.IsEmpty(layer.Weights);
        layer.Fails = false;
        layer.Apply(s_x);
        Assert.HasCount(1, layer.Weights);
    }

    private static void Rounded<T>(Func<T> make, Func<T, Tensor> use, Action<T> check)
    {
        for (int round = 0; round < Rounds; round++)
        {
            T made = make();
            AtOnce(_ => use(made));
            check(made);
        }
    }

    private static void AtOnce(Action<int> action)
    {
        using Barrier start = new(Threads);
        Exception? failure = null;
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(i => new Thread(() =>
        {
            try
            {
                start.SignalAndWait();
                action(i);
            }
            catch (Exception e)
            {
                failure = e;
            }
        }))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            Assert.IsTrue(thread.Join(TimeSpan.FromMinutes(2)), "A thread still waits.");
        }

        if (failure is not null)
        {
            throw new AssertFailedException("A thread failed.", failure);
        }
    }

    private sealed class Net : Model
    {
        private readonly Dense _first = new(4);
        private readonly Dense _second = new(2);

        protected override Tensor Call(Tensor inputs, CallContext context) => _second.Apply(_first.Apply(inputs));
    }

    private sealed class Early : Layer
    {
        private Variable? _scale;

        public override void Build(Shape inputShape)
        {
            base.Build(inputShape);
            Thread.Sleep(1);
            _scale = AddWeight("scale", inputShape[^1], "ones");
        }

        protected override Tensor Call(Tensor inputs, CallContext context) => inputs * _scale!.Value;
    }

    private sealed class Failing : Layer
    {
        internal bool Fails { get; set; } = true;

        public override void Build(Shape inputShape)
        {
            AddWeight("scale", 3, "ones");
            if (Fails)
            {
                throw new ShapeException("it fails.");
            }

            base.Build(inputShape);
        }

        protected override Tensor Call(Tensor inputs, CallContext context) => inputs;
    }
}

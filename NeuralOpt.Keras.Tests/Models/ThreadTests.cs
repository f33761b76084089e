using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;

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
            static () => Sharing(new Dense(3)),
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
                double[] seen = results[i][0].ToArray<double>();
                Assert.IsTrue(row.Zip(seen).All(static p => Math.Abs(p.First - p.Second) < 1e-5), $"{string.Join(", ", row)}; {string.Join(", ", seen)}");
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
    public void Tasks_inside_a_call_build_their_layers_and_add_to_its_losses()
    {
        for (int round = 0; round < Rounds; round++)
        {
            Sequential model = new([new Branches(), new Dense(1)]);
            model.Compile("sgd", "mse");
            Task fit = Task.Run(() => model.Fit(s_x, Ops.Ones((4, 1)), verbose: 0));
            Assert.IsTrue(fit.Wait(TimeSpan.FromMinutes(5)), "It still waits.");
            Assert.HasCount(2 * 4 + 2, model.Weights);
            Branches eager = new();
            eager.Apply(s_x);
            Assert.HasCount(4, eager.Losses);
            eager.Apply(s_x);
            Assert.HasCount(4, eager.Losses);
        }
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

    [TestMethod]
    public void A_second_Fit_of_a_model_that_trains_is_refused_in_another_thread()
    {
        Sequential model = Compiled();
        Exception? second = null;
        LambdaCallback callback = new(onEpochBegin: (_, _) =>
        {
            Thread thread = new(() => second = Assert.Throws<Exception>(() => model.Fit(s_x, Ops.Ones((4, 1)), verbose: 0)));
            thread.Start();
            thread.Join();
        });
        model.Fit(s_x, Ops.Ones((4, 1)), verbose: 0, callbacks: [callback]);
        Assert.IsInstanceOfType<KerasInvalidOperationException>(second);
        Assert.Contains("Fit must not be called while another Fit of this model runs", second.Message);
        Assert.HasCount(1, model.Fit(s_x, Ops.Ones((4, 1)), verbose: 0)["loss"]);
    }

    [TestMethod]
    public void A_callback_may_evaluate_predict_and_train_on_a_batch_but_not_fit()
    {
        Sequential model = Compiled();
        KerasInvalidOperationException? refused = null;
        int calls = 0;
        LambdaCallback callback = new(onEpochEnd: (_, _) =>
        {
            model.Evaluate(s_x, Ops.Ones((4, 1)), verbose: 0);
            model.Predict(s_x, verbose: 0);
            model.TrainOnBatch(s_x, Ops.Ones((4, 1)));
            Compiled().Fit(s_x, Ops.Ones((4, 1)), verbose: 0);
            refused = Assert.ThrowsExactly<KerasInvalidOperationException>(() => model.Fit(s_x, Ops.Ones((4, 1)), verbose: 0));
            calls++;
        });
        model.Fit(s_x, Ops.Ones((4, 1)), epochs: 2, verbose: 0, callbacks: [callback]);
        Assert.AreEqual(2, calls);
        Assert.IsNotNull(refused);
    }

    [TestMethod]
    public void A_Fit_that_failed_does_not_bar_the_next()
    {
        Sequential model = Compiled();
        Assert.Throws<ArgumentException>(() => model.Fit(s_x, Ops.Ones((4, 1)), batchSize: 0));
        model.Fit(s_x, Ops.Ones((4, 1)), verbose: 0);
    }

    [TestMethod]
    public void Predictions_beside_a_Fit_are_allowed()
    {
        Sequential model = Compiled();
        AtOnce(i =>
        {
            if (i == 0)
            {
                model.Fit(s_x, Ops.Ones((4, 1)), epochs: 20, verbose: 0);
            }
            else
            {
                for (int k = 0; k < 20; k++)
                {
                    Assert.AreEqual(4, model.Predict(s_x, verbose: 0).Shape[0]);
                }
            }
        });
        Assert.HasCount(4, model.Weights);
    }

    private static Sequential[] Sharing(Dense shared) => [new([shared, new Dense(2)]), new([new Dense(3), shared])];

    private static Sequential Compiled()
    {
        Sequential model = new([new Dense(4), new Dense(1)]);
        model.Compile("sgd", "mse");
        return model;
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
            Assert.IsTrue(thread.Join(TimeSpan.FromMinutes(5)), "A thread still waits.");
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

    private sealed class Branches : Layer
    {
        private readonly Dense[] _branches = [.. Enumerable.Range(0, 4).Select(_ => new Dense(3, activityRegularizer: "l2"))];

        protected override Tensor Call(Tensor inputs, CallContext context)
        {
            Tensor[] results = new Tensor[_branches.Length];
            Parallel.For(0, _branches.Length, i => results[i] = _branches[i].Apply(inputs));
            return Ops.Concatenate(results, -1);
        }
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

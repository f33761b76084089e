using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Losses;
using NeuralOpt.Keras.Metrics;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Tests.Models;

/// <summary>The classes of Keras's guides on generative models, on small data: they train, compiled and op by op.</summary>
[TestClass]
public class GuideModelsTests
{
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_GAN_with_two_optimizers(bool runEagerly)
    {
        using IDisposable session = Session.Enter();
        Utils.SetRandomSeed(3);
        Tensor real = RandomOps.Normal((32, 2), mean: 3.0, stddev: 0.1);
        Gan gan = new(latentDim: 4);
        gan.Compile(new Adam(0.01), new Adam(0.01), new Keras.Losses.BinaryCrossentropy(fromLogits: true), runEagerly);
        History history = gan.Fit(real, epochs: runEagerly ? 4 : 60, batchSize: 16, verbose: 0);
        CollectionAssert.AreEqual(new[] { "d_loss", "g_loss" }, history.Values.Keys.ToArray());
        Assert.IsLessThan(history["d_loss"][0], history["d_loss"].Min());
        if (!runEagerly)
        {
            // The generator has moved towards the real points.
            Tensor fake = gan.Generator.Predict(RandomOps.Normal((64, 4)), verbose: 0);
            Assert.IsGreaterThan(0.5, Ops.Mean(fake).Item());
        }

        gan.Summary(printFn: _ => { });
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_variational_autoencoder_with_three_trackers(bool runEagerly)
    {
        using IDisposable session = Session.Enter();
        Utils.SetRandomSeed(4);
        Tensor x = Ops.Sigmoid(RandomOps.Normal((32, 1)) * Tensor.From(new float[,] { { 3, -3, 2, -2, 1 } }));
        Vae vae = new();
        vae.Compile(new Adam(0.02), runEagerly: runEagerly);
        History history = vae.Fit(x, epochs: runEagerly ? 6 : 40, batchSize: 16, validationData: (x, x), verbose: 0);
        CollectionAssert.AreEqual(
            new[] { "kl_loss", "loss", "reconstruction_loss", "val_kl_loss", "val_loss", "val_reconstruction_loss" }, history.Values.Keys.ToArray());
        Assert.IsLessThan(history["loss"][0], history["loss"][^1]);
        Assert.AreEqual(history["loss"][^1], history["reconstruction_loss"][^1] + history["kl_loss"][^1], 1e-4);
        Assert.HasCount(3, vae.Encoder.PredictMany(x, verbose: 0));
        Assert.HasCount(3, vae.PredictMany(x, verbose: 0));
        vae.Summary(printFn: _ => { });
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_diffusion_model_that_learns_the_noise(bool runEagerly)
    {
        using IDisposable session = Session.Enter();
        Utils.SetRandomSeed(5);
        Diffusion model = new();
        model.Compile(new AdamW(0.02), "mae", runEagerly: runEagerly);
        Tensor x = RandomOps.Normal((32, 4), mean: 2.0, stddev: 0.5);
        History history = model.Fit(x, epochs: runEagerly ? 8 : 60, batchSize: 16, validationData: (x, x), verbose: 0);
        CollectionAssert.AreEqual(new[] { "n_loss", "val_n_loss" }, history.Values.Keys.ToArray());
        Assert.IsLessThan(history["n_loss"][0], history["n_loss"].TakeLast(3).Average());
        Assert.AreEqual((3, 4), model.Generate(3).Shape);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void An_autoencoder_class(bool runEagerly)
    {
        using IDisposable session = Session.Enter();
        Utils.SetRandomSeed(6);
        Tensor x = RandomOps.Uniform((32, 6));
        Autoencoder model = new(latentDim: 3);
        model.Compile(new Adam(0.02), new Keras.Losses.MeanSquaredError(), runEagerly: runEagerly);
        History history = model.Fit(x, x, epochs: 10, batchSize: 16, validationData: (x, x), verbose: 0);
        Assert.IsLessThan(history["loss"][0], history["val_loss"][^1]);
        Assert.AreEqual((32, 3), model.Encoder.Predict(x, verbose: 0).Shape);
        model.Summary(printFn: _ => { });
    }

    private sealed class Gan : Model
    {
        private readonly int _latentDim;
        private readonly Sequential _discriminator = new([new Input(2), new Dense(16), new LeakyReLU(0.2), new Dense(1)], name: "discriminator");
        private readonly Mean _dTracker = new("d_loss");
        private readonly Mean _gTracker = new("g_loss");
        private readonly SeedGenerator _seeds = new(1337);
        private Optimizer _dOptimizer = null!;
        private Optimizer _gOptimizer = null!;
        private Loss _lossFn = null!;

        internal Gan(int latentDim)
        {
            _latentDim = latentDim;
            Built = true;
        }

        public override IReadOnlyList<Metric> Metrics => [_dTracker, _gTracker];

        internal Sequential Generator { get; } = new([new Input(4), new Dense(16, activation: "relu"), new Dense(2)], name: "generator");

        internal void Compile(Optimizer dOptimizer, Optimizer gOptimizer, Loss lossFn, bool runEagerly)
        {
            Compile(runEagerly: runEagerly);
            (_dOptimizer, _gOptimizer, _lossFn) = (dOptimizer, gOptimizer, lossFn);
        }

        protected override IReadOnlyDictionary<string, Tensor> TrainStep(Tensors x, Tensors? y, Tensors? sampleWeight)
        {
            Tensor real = x[0];
            int batch = real.Shape[0];
            Tensor generated = Generator.Apply(RandomOps.Normal((batch, _latentDim), seed: _seeds));
            Tensor labels = Ops.Concatenate([Ops.Ones((batch, 1)), Ops.Zeros((batch, 1))], axis: 0);
            labels += RandomOps.Uniform((batch * 2, 1), seed: _seeds) * 0.05;
            Tensor dLoss;
            using (GradientTape tape = new())
            {
                dLoss = _lossFn.Apply(labels, _discriminator.Apply(Ops.Concatenate([generated, real], axis: 0)));
                IReadOnlyList<Variable> weights = _discriminator.TrainableVariables;
                _dOptimizer.Apply(tape.Gradient(dLoss, weights), weights);
            }

            Tensor gLoss;
            using (GradientTape tape = new())
            {
                gLoss = _lossFn.Apply(Ops.Zeros((batch, 1)), _discriminator.Apply(Generator.Apply(RandomOps.Normal((batch, _latentDim), seed: _seeds))));
                IReadOnlyList<Variable> weights = Generator.TrainableVariables;
                _gOptimizer.Apply(tape.Gradient(gLoss, weights), weights);
            }

            _dTracker.UpdateState(dLoss);
            _gTracker.UpdateState(gLoss);
            return new Dictionary<string, Tensor> { ["d_loss"] = _dTracker.Result(), ["g_loss"] = _gTracker.Result() };
        }
    }

    private sealed class Sampling : Layer
    {
        protected override Tensors Call(Tensors inputs, CallContext context)
        {
            var (mean, logVariance) = inputs;
            return mean + (Ops.Exp(logVariance * 0.5) * RandomOps.Normal(mean.Shape));
        }
    }

    private sealed class Vae : Model
    {
        private readonly Sequential _decoder = new([new Input(2), new Dense(8, activation: "relu"), new Dense(5, activation: "sigmoid")]);
        private readonly Mean _total = new("loss");
        private readonly Mean _reconstruction = new("reconstruction_loss");
        private readonly Mean _kl = new("kl_loss");

        public override IReadOnlyList<Metric> Metrics => [_total, _reconstruction, _kl];

        internal Model Encoder { get; } = MakeEncoder();

        protected override Tensors Call(Tensors inputs, CallContext context)
        {
            var (mean, logVariance, z) = Encoder.ApplyMany(inputs);
            return new[] { mean, logVariance, _decoder.Apply(z) };
        }

        protected override IReadOnlyDictionary<string, Tensor> TrainStep(Tensors x, Tensors? y, Tensors? sampleWeight)
        {
            using GradientTape tape = new();
            Tensor loss = Losses(x[0]);
            IReadOnlyList<Variable> weights = TrainableWeights;
            Optimizer!.ApplyGradients(tape.Gradient(loss, weights).Zip(weights));
            return GetMetricsResult();
        }

        protected override IReadOnlyDictionary<string, Tensor> TestStep(Tensors x, Tensors? y, Tensors? sampleWeight)
        {
            Losses(x[0]);
            return GetMetricsResult();
        }

        private new Tensor Losses(Tensor x)
        {
            var (mean, logVariance, output) = ApplyMany(x);
            Tensor reconstruction = Ops.Mean(Ops.Sum(Ops.Square(x - output), axis: 1));
            Tensor kl = Ops.Mean(Ops.Sum((1.0 + logVariance - Ops.Square(mean) - Ops.Exp(logVariance)) * -0.5, axis: 1)) * 0.1;
            _total.UpdateState(reconstruction + kl);
            _reconstruction.UpdateState(reconstruction);
            _kl.UpdateState(kl);
            return reconstruction + kl;
        }

        private static Model MakeEncoder()
        {
            Input x = new(5);
            Tensor h = new Dense(8, activation: "relu").Apply(x);
            Tensor mean = new Dense(2, name: "z_mean").Apply(h);
            Tensor logVariance = new Dense(2, name: "z_log_var").Apply(h);
            return new Model(x, [mean, logVariance, new Sampling().Apply([mean, logVariance])], name: "encoder");
        }
    }

    private sealed class Diffusion : Model
    {
        private readonly Sequential _network = new([new Dense(16, activation: "swish"), new Dense(4)]);
        private readonly Mean _noiseLoss = new("n_loss");

        public override IReadOnlyList<Metric> Metrics => [_noiseLoss];

        internal Tensor Generate(int count)
        {
            Tensor noisy = RandomOps.Normal((count, 4));
            return noisy - (_network.Apply(Ops.Concatenate([noisy, Ops.Ones((count, 1))], axis: 1)) * 0.5);
        }

        protected override IReadOnlyDictionary<string, Tensor> TrainStep(Tensors x, Tensors? y, Tensors? sampleWeight)
        {
            using GradientTape tape = new();
            Tensor loss = NoiseLoss(x[0]);
            IReadOnlyList<Variable> weights = _network.TrainableWeights;
            Optimizer!.ApplyGradients(tape.Gradient(loss, weights).Zip(weights));
            return Metrics.ToDictionary(m => m.Name, m => m.Result());
        }

        protected override IReadOnlyDictionary<string, Tensor> TestStep(Tensors x, Tensors? y, Tensors? sampleWeight)
        {
            NoiseLoss(x[0]);
            return Metrics.ToDictionary(m => m.Name, m => m.Result());
        }

        private Tensor NoiseLoss(Tensor x)
        {
            int batch = x.Shape[0];
            Tensor noise = RandomOps.Normal(x.Shape);
            Tensor time = RandomOps.Uniform((batch, 1));
            Tensor noisy = (x * Ops.Cos(time)) + (noise * Ops.Sin(time));
            Tensor loss = ComputeLoss(y: noise, yPred: _network.Apply(Ops.Concatenate([noisy, time], axis: 1), training: true));
            _noiseLoss.UpdateState(loss);
            return loss;
        }
    }

    private sealed class Autoencoder(int latentDim) : Model
    {
        private readonly Sequential _decoder = new([new Dense(6, activation: "sigmoid"), new Reshape(6)]);

        internal Sequential Encoder { get; } = new([new Flatten(), new Dense(latentDim, activation: "relu")]);

        protected override Tensor Call(Tensor inputs, CallContext context) => _decoder.Apply(Encoder.Apply(inputs));
    }
}

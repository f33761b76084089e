using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Normalization;

[TestClass]
public sealed class BatchNormalizationTests() : LayerContract<BatchNormalization>(() => new(), [(6, 5)], (6, 5), trainable: 2, nonTrainable: 2)
{
    [TestMethod]
    public void Training_moves_the_averages_and_inference_does_not()
    {
        BatchNormalization norm = new(momentum: 0.5);
        Tensor x = new float[,] { { 1 }, { 3 } };
        norm.Apply(x);
        Assert.AreEqual(0, norm.MovingMean!.Value.Item());
        Tensor y = norm.Apply(x, training: true);
        Assert.AreEqual(1, norm.MovingMean.Value.Item());
        Assert.AreEqual(1, norm.MovingVariance!.Value.Item());
        Assert.AreEqual(-1 / Math.Sqrt(1.001), y.ReadDouble(0), 1e-6);
    }

    [TestMethod]
    public void A_frozen_layer_keeps_and_takes_its_averages_in_training()
    {
        BatchNormalization norm = new(trainable: false);
        Tensor x = new float[,] { { 1 }, { 3 } };
        Tensor y = norm.Apply(x, training: true);
        Assert.AreEqual(0, norm.MovingMean!.Value.Item());
        Assert.AreEqual(1 / Math.Sqrt(1.001), y.ReadDouble(0), 1e-6);
    }

    [TestMethod]
    public void Describing_a_model_moves_nothing()
    {
        BatchNormalization norm = new();
        norm.Apply(new Input(3), training: true);
        CollectionAssert.AreEqual(new float[3], norm.MovingMean!.Value.ToArray<float>());
    }

    [TestMethod]
    public void A_compiled_step_moves_the_averages()
    {
        BatchNormalization norm = new(momentum: 0.5);
        Func<Tensor, Tensor> step = Function.Compile((Tensor t) => norm.Apply(t, training: true));
        step(new float[,] { { 1 }, { 3 } });
        step(new float[,] { { 1 }, { 3 } });
        Assert.AreEqual(1.5, norm.MovingMean!.Value.Item());
    }
}

using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Regularization;

[TestClass]
public sealed class GaussianNoiseTests() : LayerContract<GaussianNoise>(() => new(0.3), [(2, 4)], (2, 4));

[TestClass]
public sealed class GaussianDropoutTests() : LayerContract<GaussianDropout>(() => new(0.3), [(2, 4)], (2, 4));

[TestClass]
public sealed class AlphaDropoutTests() : LayerContract<AlphaDropout>(() => new(0.3), [(2, 4)], (2, 4));

[TestClass]
public sealed class SpatialDropout1DTests() : LayerContract<SpatialDropout1D>(() => new(0.3), [(2, 4, 3)], (2, 4, 3))
{
    [TestMethod]
    public void Whole_channels_are_dropped()
    {
        Tensor y = new SpatialDropout1D(0.5, seed: 1).Apply(Ops.Ones((8, 5, 4)), training: true);
        float[] sums = Ops.Sum(y, axis: 1).ToArray<float>();
        Assert.IsTrue(sums.All(s => s is 0 or 10));
        Assert.IsTrue(sums.Contains(0) && sums.Contains(10));
    }
}

[TestClass]
public sealed class SpatialDropout2DTests() : LayerContract<SpatialDropout2D>(() => new(0.3), [(2, 4, 3, 2)], (2, 4, 3, 2));

[TestClass]
public sealed class SpatialDropout3DTests() : LayerContract<SpatialDropout3D>(() => new(0.3), [(2, 2, 4, 3, 2)], (2, 2, 4, 3, 2));

[TestClass]
public sealed class ActivityRegularizationTests() : LayerContract<ActivityRegularization>(() => new(0.1, 0.2), [(2, 4)], (2, 4));

using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Reshaping;

[TestClass]
public sealed class UpSampling1DTests() : LayerContract<UpSampling1D>(() => new(2), [(2, 3, 4)], (2, 6, 4));

[TestClass]
public sealed class UpSampling2DTests() : LayerContract<UpSampling2D>(() => new((2, 3), interpolation: "bicubic"), [(2, 3, 4, 2)], (2, 6, 12, 2))
{
    [TestMethod]
    public void Nearest_repeats_rows_and_columns()
        => CollectionAssert.AreEqual(
            new[] { 1f, 1, 2, 2, 1, 1, 2, 2 },
            new UpSampling2D().Apply(new float[,,,] { { { { 1 }, { 2 } } } }).ToArray<float>());

    [TestMethod]
    [DataRow("bilinear")]
    [DataRow("bicubic")]
    [DataRow("lanczos3")]
    [DataRow("lanczos5")]
    public void Interpolation_keeps_a_constant(string interpolation)
    {
        foreach (float v in new UpSampling2D(3, interpolation: interpolation).Apply(Ops.Ones((1, 4, 5, 1))).ToArray<float>())
        {
            Assert.AreEqual(1, v, 1e-6);
        }
    }
}

[TestClass]
public sealed class UpSampling3DTests() : LayerContract<UpSampling3D>(() => new(2), [(1, 2, 2, 2, 1)], (1, 4, 4, 4, 1));

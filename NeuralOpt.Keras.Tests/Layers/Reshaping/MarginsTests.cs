using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Reshaping;

[TestClass]
public sealed class ZeroPadding1DTests() : LayerContract<ZeroPadding1D>(() => new((1, 2)), [(2, 3, 4)], (2, 6, 4));

[TestClass]
public sealed class ZeroPadding2DTests() : LayerContract<ZeroPadding2D>(() => new(((1, 2), (0, 3))), [(2, 3, 4, 2)], (2, 6, 7, 2))
{
    [TestMethod]
    public void One_number_for_each_axis_goes_to_both_of_its_sides()
        => Assert.AreEqual((Shape)(1, 5, 7, 1), new ZeroPadding2D((1, 2)).Apply(Ops.Ones((1, 3, 3, 1))).Shape);

    [TestMethod]
    public void ZeroPadding2D_refuses_numbers_below_0()
        => Assert.AreEqual("ZeroPadding2D: padding must be numbers of at least 0, one, 2, or two for each axis. Received: (-1).", Assert.ThrowsExactly<KerasArgumentException>(() => new ZeroPadding2D(-1)).Message);
}

[TestClass]
public sealed class ZeroPadding3DTests() : LayerContract<ZeroPadding3D>(() => new(), [(2, 2, 3, 2, 2)], (2, 4, 5, 4, 2));

[TestClass]
public sealed class Cropping1DTests() : LayerContract<Cropping1D>(() => new((1, 2)), [(2, 6, 4)], (2, 3, 4));

[TestClass]
public sealed class Cropping2DTests() : LayerContract<Cropping2D>(() => new(((1, 1), (0, 2))), [(2, 5, 6, 2)], (2, 3, 4, 2))
{
    [TestMethod]
    public void Something_must_be_left()
        => Assert.AreEqual(
            "Cropping2D 'c': something must be left of each axis. Received shape: (1, 4, 4, 1).",
            Assert.ThrowsExactly<ShapeException>(() => new Cropping2D(2, name: "c").Apply(Ops.Ones((1, 4, 4, 1)))).Message);
}

[TestClass]
public sealed class Cropping3DTests() : LayerContract<Cropping3D>(() => new(), [(2, 4, 5, 4, 2)], (2, 2, 3, 2, 2));

using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Normalization;

[TestClass]
public sealed class LayerNormalizationTests() : LayerContract<LayerNormalization>(() => new(), [(2, 4, 6)], (2, 4, 6), trainable: 2);

[TestClass]
public sealed class GroupNormalizationTests() : LayerContract<GroupNormalization>(() => new(2), [(2, 4, 6)], (2, 4, 6), trainable: 2)
{
    [TestMethod]
    public void Groups_must_divide_the_channels()
        => Assert.ThrowsExactly<ShapeException>(() => new GroupNormalization(4).Apply(Ops.Ones((1, 2, 6))));
}

[TestClass]
public sealed class RMSNormalizationTests() : LayerContract<RMSNormalization>(() => new(), [(2, 4, 6)], (2, 4, 6), trainable: 1);

[TestClass]
public sealed class UnitNormalizationTests() : LayerContract<UnitNormalization>(() => new(), [(2, 4, 6)], (2, 4, 6));

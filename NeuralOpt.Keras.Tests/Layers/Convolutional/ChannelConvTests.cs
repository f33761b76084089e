using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Convolutional;

[TestClass]
public sealed class DepthwiseConv1DTests() : LayerContract<DepthwiseConv1D>(() => new(3, depthMultiplier: 2), [(2, 7, 3)], (2, 5, 6), trainable: 2);

[TestClass]
public sealed class DepthwiseConv2DTests() : LayerContract<DepthwiseConv2D>(() => new((2, 3), padding: "same"), [(2, 5, 4, 3)], (2, 5, 4, 3), trainable: 2);

[TestClass]
public sealed class SeparableConv1DTests() : LayerContract<SeparableConv1D>(() => new(4, 3), [(2, 7, 3)], (2, 5, 4), trainable: 3);

[TestClass]
public sealed class SeparableConv2DTests() : LayerContract<SeparableConv2D>(() => new(4, 3, depthMultiplier: 2), [(2, 5, 6, 3)], (2, 3, 4, 4), trainable: 3);

using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Convolutional;

[TestClass]
public sealed class Conv3DTests() : LayerContract<Conv3D>(() => new(6, 3), [(2, 4, 5, 4, 2)], (2, 2, 3, 2, 6), trainable: 2);

using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Core;

[TestClass]
public sealed class EmbeddingTests() : LayerContract<Embedding>(() => new(11, 4), [(2, 6)], (2, 6, 4), trainable: 1, words: 11)
{
    [TestMethod]
    public void Number_0_is_masked_if_so_wished()
    {
        Tensor y = new Embedding(5, 2, maskZero: true).Apply(new[,] { { 1, 0, 3 } });
        CollectionAssert.AreEqual(new[] { true, false, true }, y.Mask!.ToArray<bool>());
        Assert.IsNull(new Embedding(5, 2).Apply(new[,] { { 1, 0, 3 } }).Mask);
    }

    [TestMethod]
    public void Input_length_stands_for_an_input_in_a_sequential()
        => Assert.AreEqual((Shape)(null, 7, 4), new Sequential([new Embedding(11, 4, inputLength: 7)]).Output.Shape);

    [TestMethod]
    public void Embedding_refuses_no_rows()
        => Assert.AreEqual("Embedding: inputDim must be at least 1. Received: 0.", Assert.ThrowsExactly<KerasArgumentException>(() => new Embedding(0, 4)).Message);
}

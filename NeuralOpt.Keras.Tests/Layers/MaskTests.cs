using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests.Layers;

[TestClass]
public sealed class MaskTests
{
    private static readonly int[,] s_words = { { 3, 1, 0, 0 }, { 2, 2, 2, 0 } };

    [TestMethod]
    public void A_mask_passes_through_layers_that_support_it_and_ends_at_others()
    {
        Tensor x = new Embedding(5, 3, maskZero: true).Apply(s_words);
        Tensor y = new BatchNormalization().Apply(new Activation("relu").Apply(new Dense(2).Apply(new Dropout(0.5).Apply(x))));
        CollectionAssert.AreEqual(new[] { true, true, false, false, true, true, true, false }, y.Mask!.ToArray<bool>());
        Assert.IsNull(new Flatten().Apply(y).Mask);
    }

    [TestMethod]
    public void A_mask_travels_in_functional_models_and_compiled_steps()
    {
        Input words = new(shape: 4, dtype: "int32");
        Tensor x = new Embedding(5, 3, maskZero: true, embeddingsInitializer: "ones").Apply(words);
        Tensor y = new GlobalAveragePooling1D().Apply(new Dense(1, kernelInitializer: "ones", biasInitializer: "ones").Apply(x));
        Model model = new(words, new Concatenate().Apply([y, new GlobalAveragePooling1D().Apply(x)]));
        float[] expected = [4, 1, 1, 1, 4, 1, 1, 1];
        CollectionAssert.AreEqual(expected, model.Apply(s_words).ToArray<float>());
        CollectionAssert.AreEqual(expected, Function.Compile((Tensor t) => model.Apply(t))(s_words).ToArray<float>());
    }

    [TestMethod]
    public void Batch_normalization_leaves_masked_steps_out_of_its_statistics()
    {
        BatchNormalization norm = new(momentum: 0);
        norm.Apply(new float[,,] { { { 1 }, { 3 }, { 100 } } }, training: true, mask: (Tensor)new[,] { { true, true, false } });
        Assert.AreEqual(2, norm.MovingMean!.Value.Item(), 1e-5);
        Assert.AreEqual(1, norm.MovingVariance!.Value.Item(), 1e-5);
    }
}

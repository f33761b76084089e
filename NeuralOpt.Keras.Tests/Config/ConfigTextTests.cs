using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class ConfigTextTests
{
    [TestMethod]
    public void A_layer_prints_as_the_code_that_makes_it()
    {
        Assert.AreEqual("Dense(units: 10, activation: \"softmax\")", new Dense(10, activation: "softmax").ToString());
        Assert.AreEqual(
            "Dense(units: 4, kernelInitializer: new RandomUniform(maxval: 0.1), kernelRegularizer: new L2(l2: 0.02), name: \"head\")",
            new Dense(4, kernelInitializer: new RandomUniform(maxval: 0.1), kernelRegularizer: new L2(0.02), name: "head").ToString());
    }

    [TestMethod]
    public void An_object_with_its_defaults_prints_without_arguments()
    {
        Assert.AreEqual("GlorotUniform()", new GlorotUniform().ToString());
        Assert.AreEqual("Flatten()", new Flatten().ToString());
        Assert.AreEqual("Rescaling(scale: 0.5)", new Rescaling(0.5).ToString());
    }
}

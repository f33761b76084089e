using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests;

/// <summary>Methods, lambdas and layers as activations.</summary>
[TestClass]
public class ActivationArgumentTests
{
    [TestMethod]
    public void A_method_of_Activations_keeps_the_name_of_Keras()
    {
        Assert.AreEqual("Dense(units: 10, activation: \"relu\")", new Dense(10, activation: Activations.Relu).ToString());
        Assert.AreEqual("Dense(units: 10, activation: \"softmax\")", new Dense(10, Activations.Softmax).ToString());
        Assert.AreEqual("Conv2D(filters: 4, kernelSize: (3, 3), activation: \"leaky_relu\")", new Conv2D(4, 3, activation: Activations.LeakyRelu).ToString());
        Assert.AreEqual("Dense(units: 10, activation: \"tanh\")", new Dense(10, activation: Ops.Tanh).ToString());
        Assert.AreEqual("Activation(activation: \"gelu\")", new Activation(Activations.Gelu).ToString());
        Assert.AreEqual("\"elu\"", Saving.SerializeKerasObject(new Dense(1, activation: Activations.Elu))!["config"]!["activation"]!.ToJsonString());
    }

    [TestMethod]
    public void A_lambda_is_an_activation_of_every_layer_that_has_one()
    {
        Tensor x = Ops.Ones((1, 4, 4, 2));
        Assert.AreEqual(-4, new Dense(1, activation: t => t * -2, kernelInitializer: "ones").Apply(Ops.Ones((1, 2))).Item());
        Layer[] layers =
        [
            new Conv2D(1, 3, activation: t => t * 0), new Conv2DTranspose(1, 3, activation: t => t * 0), new DepthwiseConv2D(3, activation: t => t * 0),
            new SeparableConv2D(1, 3, activation: t => t * 0), new EinsumDense("abcd,de->abce", (4, 4, 3), activation: t => t * 0), new Activation(t => t * 0),
        ];
        foreach (Layer layer in layers)
        {
            Assert.AreEqual(0, Ops.Max(Ops.Abs(layer.Apply(x))).Item(), layer.GetType().Name);
        }

        Assert.AreEqual("Dense(units: 1, activation: x => ...)", new Dense(1, activation: t => t * 2).ToString());
        Assert.AreEqual("Activation(activation: Twice)", new Activation(Twice).ToString());
    }

    [TestMethod]
    public void A_layer_is_an_activation_and_its_weights_belong_to_the_layer_around_it()
    {
        Dense leaky = new(1, activation: new LeakyReLU(0.2), kernelInitializer: "ones", useBias: false);
        Assert.AreEqual(-0.2f, leaky.Apply(Ops.Full((1, 1), -1.0)).Item(), 1e-7);
        Dense trained = new(3, activation: new PReLU());
        trained.Apply(Ops.Ones((1, 2)));
        Assert.HasCount(3, trained.TrainableWeights);
        Dense read = (Dense)Saving.DeserializeKerasObject(Saving.SerializeKerasObject(leaky))!;
        Assert.AreEqual("Dense(units: 1, activation: new LeakyReLU(negativeSlope: 0.2), useBias: false, kernelInitializer: new Ones())", read.ToString());
    }

    [TestMethod]
    public void Get_takes_every_identifier()
    {
        Tensor x = Tensor.From([-1.0, 2.0]);
        CollectionAssert.AreEqual(new[] { -1.0, 2.0 }, Activations.Get(null)(x).ToArray<double>());
        CollectionAssert.AreEqual(new[] { 0.0, 2.0 }, Activations.Get("relu")(x).ToArray<double>());
        CollectionAssert.AreEqual(new[] { 0.0, 2.0 }, Activations.Get(Activations.Relu)(x).ToArray<double>());
        CollectionAssert.AreEqual(new[] { -2.0, 4.0 }, Activations.Get(t => t * 2)(x).ToArray<double>());
    }

    private static Tensor Twice(Tensor x) => x * 2;
}

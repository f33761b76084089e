using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Losses;
using NeuralOpt.Keras.Metrics;
using NeuralOpt.Keras.Optimizers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class SpellingTests
{
    [TestMethod]
    [DataRow("adma", "adam")]
    [DataRow("sdg", "sgd")]
    [DataRow("rms_prop", "rmsprop")]
    [DataRow("stochastic", null)]
    public void An_unknown_optimizer_is_answered_with_the_one_that_was_meant(string word, string? meant) => Answered("Optimizer", word, meant, () => (Optimizer)word);

    [TestMethod]
    [DataRow("categorial_crossentropy", "categorical_crossentropy")]
    [DataRow("sparse_categorical", "sparse_categorical_crossentropy")]
    [DataRow("mean_square_error", "mean_squared_error")]
    [DataRow("binary_cross_entropy", "binary_crossentropy")]
    public void An_unknown_loss_is_answered_with_the_one_that_was_meant(string word, string meant) => Answered("Loss", word, meant, () => (Loss)word);

    [TestMethod]
    public void Every_kind_of_name_is_answered_with_the_one_that_was_meant()
    {
        Answered("Metric", "binary_acuracy", "binary_accuracy", () => (Metric)"binary_acuracy");
        Answered("Activation", "sigmiod", "sigmoid", () => (ActivationSpec)"sigmiod");
        Answered("Initializer", "he_norml", "he_normal", () => (Initializer)"he_norml");
        Answered("Regularizer", "l1l3", "l1_l2", () => (Regularizer)"l1l3");
        Answered("Constraint", "maxnom", "max_norm", () => (Constraint)"maxnom");
        Answered("DType", "flot32", "float32", () => DTypes.Parse("flot32"));
        Assert.AreEqual(
            "Conv2D: did you mean 'same'? The padding must be one of 'valid', 'same'. Received: 'sme'.",
            Assert.ThrowsExactly<KerasArgumentException>(() => new Conv2D(1, 3, padding: "sme")).Message);
    }

    [TestMethod]
    [DataRow("AdaGrad", typeof(Adagrad))]
    [DataRow("FTRL", typeof(Ftrl))]
    [DataRow("adamW", typeof(AdamW))]
    [DataRow("RMSProp", typeof(RMSprop))]
    public void Optimizers_are_known_in_any_case(string name, Type type) => Assert.AreEqual(type, ((Optimizer)name).GetType());

    [TestMethod]
    public void Padding_and_layout_are_taken_in_any_case()
    {
        Assert.AreEqual("same", new Conv2D(1, 3, padding: "SAME").Padding);
        Assert.AreEqual("causal", new Conv1D(1, 3, padding: "Causal").Padding);
        Assert.AreEqual("same", new MaxPooling2D(padding: "Same").Padding);
        Assert.AreEqual("valid", new DepthwiseConv2D(3, padding: "VALID").Padding);
        Assert.AreEqual("channels_first", new GlobalMaxPooling2D(dataFormat: "Channels_First").DataFormat);
        Tensor x = Ops.Ones((1, 4, 4, 1));
        Assert.AreEqual((Shape)(1, 2, 2, 1), Ops.MaxPool(x, 2, padding: "SAME", dataFormat: "CHANNELS_LAST").Shape);
    }

    [TestMethod]
    public void A_word_without_a_neighbour_is_refused_without_a_guess()
    {
        Assert.IsNull(Spelling.Nearest("x", ["y", "z"]));
        Assert.IsNull(Spelling.Nearest("", ["a"]));
        Assert.IsNull(Spelling.Nearest("glorot", ["glorot_normal", "glorot_uniform"]));
        Assert.AreEqual("fit", Spelling.Nearest("ift", ["fat_cat", "fit"]));
    }

    private static void Answered(string kind, string word, string? meant, Func<object> make)
    {
        string message = Assert.ThrowsExactly<KerasArgumentException>(make).Message;
        Assert.StartsWith(meant is null ? $"{kind}: the name must be one of " : $"{kind}: did you mean '{meant}'? The name must be one of ", message);
        Assert.EndsWith($". Received: '{word}'.", message);
    }
}

using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests.Models;

[TestClass]
public class SummaryTests
{
    // Keras takes 4 off the 80 columns of a terminal.
    private const int Default = 76;

    [TestMethod]
    [DataRow("summary/mnist_cnn")]
    [DataRow("summary/imdb_conv1d")]
    [DataRow("summary/iris_bn")]
    public void A_Sequential_is_summarised_as_Keras_does(string name)
        => Assert.AreEqual(Recorded.Text(name), Summary(Recorded.Model(name)));

    [TestMethod]
    public void A_line_may_be_short()
        => Assert.AreEqual(Recorded.Text("summary/iris_bn_width_60"), Summary(Trained(), 60));

    [TestMethod]
    public void A_column_says_what_training_changes()
        => Assert.AreEqual(Recorded.Text("summary/iris_bn_show_trainable"), Summary(Trained(), showTrainable: true));

    [TestMethod]
    public void After_training_the_optimizers_variables_count()
        => Assert.AreEqual(Recorded.Text("summary/iris_bn_after_fit"), Summary(Trained()));

    [TestMethod]
    public void Connections_of_a_functional_model_have_a_column()
        => Assert.AreEqual(Recorded.Text("summary/functional"), Summary(TwoHeads()));

    [TestMethod]
    public void Models_inside_a_model_are_expanded()
        => Assert.AreEqual(Recorded.Text("summary/functional_expand_nested"), Summary(TwoHeads(), expandNested: true, showTrainable: true));

    [TestMethod]
    public void A_wide_line_holds_everything()
        => Assert.AreEqual(Recorded.Text("summary/functional_wide"), Summary(TwoHeads(), Recorded.Text("summary/functional_wide").Split('\n')[1].Length));

    [TestMethod]
    public void What_is_not_built_is_said_so()
        => Assert.AreEqual(Recorded.Text("summary/unbuilt"), Summary(new Sequential([new Dense(2, name: "dense_1"), new Dense(1, name: "dense_2")], name: "sequential")));

    [TestMethod]
    public void A_range_shows_the_layers_between_two_names()
    {
        string text = "";
        Recorded.Model("summary/mnist_cnn").Summary(Default, printFn: t => text += t, layerRange: ("conv2d_1", "drop.*$"));
        StringAssert.Contains(text, "conv2d_1");
        StringAssert.Contains(text, "dropout_1");
        Assert.IsFalse(text.Contains("dense_1", StringComparison.Ordinal));
    }

    [TestMethod]
    public void An_unknown_name_in_a_range_is_refused()
    {
        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => Recorded.Model("summary/mnist_cnn").Summary(printFn: _ => { }, layerRange: ("conv2d", "nothing")));
        Assert.AreEqual("Summary: layerRange must name layers of the model. Received: 'nothing'.", e.Message);
    }

    [TestMethod]
    public void Columns_that_are_too_narrow_are_refused()
    {
        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => Recorded.Model("summary/mnist_cnn").Summary(10, printFn: _ => { }));
        Assert.AreEqual("Summary: every column must be at least 4 characters wide. Received: a line of 10.", e.Message);
    }

    private static Model Trained()
    {
        Model model = Recorded.Model("summary/iris_bn_*, fit, evaluate, predict");
        model.Compile("adam", "sparse_categorical_crossentropy");
        model.Fit(Ops.Ones((8, 4)), Ops.Zeros(8, DType.Int32), verbose: 0);
        return model;
    }

    private static Model TwoHeads()
    {
        Model model = Recorded.Model("summary/functional*");
        model.GetLayer("base").Trainable = false;
        return model;
    }

    private static string Summary(Model model, int lineLength = Default, bool expandNested = false, bool showTrainable = false)
    {
        string text = "";
        model.Summary(lineLength, printFn: t => text += t, expandNested: expandNested, showTrainable: showTrainable);
        return text;
    }
}

using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests.Models;

[TestClass]
public class SequentialTests
{
    [TestMethod]
    public void Layers_are_named_by_their_class_and_counted()
    {
        using IDisposable session = Session.Enter();
        Sequential model = new([new Input(4), new Dense(3), new Dense(2)]);
        Assert.AreEqual("sequential", model.Name);
        CollectionAssert.AreEqual(new[] { "dense", "dense_1" }, model.Layers.Select(l => l.Name).ToArray());
        Assert.AreEqual("sequential_1", new Sequential().Name);
    }

    [TestMethod]
    public void With_an_input_the_model_is_built_at_once()
    {
        Sequential model = new([new Input(4), new Dense(3), new Dense(2)]);
        Assert.IsTrue(model.Built);
        CollectionAssert.AreEqual(new Shape[] { (4, 3), 3, (3, 2), 2 }, model.Weights.Select(w => w.Shape).ToArray());
        Assert.AreEqual((4 * 3) + 3 + (3 * 2) + 2, model.CountParams());
        Assert.AreEqual(Shape.Of(null, 4), model.Input.Shape);
        Assert.AreEqual(Shape.Of(null, 2), model.Output.Shape);
    }

    [TestMethod]
    public void Without_an_input_the_model_is_built_by_its_first_data()
    {
        Sequential model = new([new Dense(3), new Dense(2)]);
        Assert.IsFalse(model.Built);
        NotBuiltException e = Assert.ThrowsExactly<NotBuiltException>(() => model.CountParams());
        StringAssert.Contains(e.Message, "CountParams needs a built layer");
        Assert.AreEqual((5, 2), model.Apply(Ops.Ones((5, 4))).Shape);
        Assert.HasCount(4, model.Weights);
        Assert.AreEqual((7, 2), model.Predict(Ops.Ones((7, 4)), verbose: 0).Shape);
    }

    [TestMethod]
    public void Build_makes_the_weights_for_a_shape()
    {
        Sequential model = new([new Dense(3)]);
        model.Build([null, 4]);
        Assert.AreEqual((4, 3), model.Weights[0].Shape);
    }

    [TestMethod]
    public void Fit_builds_what_is_not_built()
    {
        Sequential model = new([new Dense(3, activation: "relu"), new Dense(1)]);
        model.Compile("sgd", "mse");
        model.Fit(Ops.Ones((6, 4)), Ops.Ones((6, 1)), verbose: 0);
        Assert.AreEqual((4, 3), model.Weights[0].Shape);
    }

    [TestMethod]
    public void A_first_layer_may_be_told_its_input_in_the_old_way()
    {
        Sequential shape = new([new Dense(3, inputShape: 4), new Dense(2)]);
        Sequential dim = new([new Dense(3, inputDim: 4), new Dense(2)]);
        Assert.IsTrue(shape.Built);
        Assert.AreEqual((4, 3), shape.Weights[0].Shape);
        Assert.AreEqual((4, 3), dim.Weights[0].Shape);
        Assert.HasCount(2, shape.Layers);
    }

    [TestMethod]
    public void Layers_are_added_and_taken_away_at_the_end()
    {
        Sequential model = new();
        model.Add(new Input(4));
        model.Add(new Dense(3));
        model.Add(new Dense(2, name: "last"));
        Assert.AreEqual((1, 2), model.Predict(Ops.Ones((1, 4)), verbose: 0).Shape);
        Assert.AreEqual("last", model.Pop().Name);
        Assert.AreEqual((1, 3), model.Predict(Ops.Ones((1, 4)), verbose: 0).Shape);
        model.Add(new Dense(5));
        Assert.AreEqual((1, 5), model.Predict(Ops.Ones((1, 4)), verbose: 0).Shape);
    }

    [TestMethod]
    public void Pop_of_nothing_is_refused()
    {
        Sequential model = new(name: "empty");
        KerasInvalidOperationException e = Assert.ThrowsExactly<KerasInvalidOperationException>(() => model.Pop());
        Assert.AreEqual("Sequential 'empty': Pop needs at least one layer. Received: an empty model.", e.Message);
    }

    [TestMethod]
    public void A_layer_that_does_not_fit_is_not_added()
    {
        Sequential model = new([new Input((4, 4, 1)), new Conv2D(2, 3)]);
        Assert.ThrowsExactly<ShapeException>(() => model.Add(new Conv2D(2, 3)));
        Assert.HasCount(1, model.Layers);
        model.Add(new Flatten());
        Assert.AreEqual((2, 8), model.Predict(Ops.Ones((2, 4, 4, 1)), verbose: 0).Shape);
    }

    [TestMethod]
    public void A_layer_added_after_training_wants_Compile_again()
    {
        Sequential model = new([new Input(4), new Dense(3)]);
        model.Compile("sgd", "mse");
        model.Fit(Ops.Ones((2, 4)), Ops.Ones((2, 3)), verbose: 0);
        model.Add(new Dense(2, name: "new"));
        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => model.Fit(Ops.Ones((2, 4)), Ops.Ones((2, 2)), verbose: 0));
        StringAssert.StartsWith(e.Message, "SGD.Apply: every variable must be one that the optimizer was built for. Received: '");
        model.Compile("sgd", "mse");
        Assert.HasCount(1, model.Fit(Ops.Ones((2, 4)), Ops.Ones((2, 2)), verbose: 0)["loss"]);
    }

    [TestMethod]
    public void A_model_inside_may_get_its_shape_from_the_one_outside()
    {
        Sequential inner = new([new Dense(3), new Dense(2)]);
        Sequential outer = new([new Input(4), inner]);
        Assert.IsTrue(inner.Built);
        Assert.AreEqual((5, 2), outer.Predict(Ops.Ones((5, 4)), verbose: 0).Shape);
    }

    [TestMethod]
    public void Two_layers_of_one_name_are_refused()
    {
        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => new Sequential([new Dense(1, name: "a"), new Dense(1, name: "a")], name: "m"));
        Assert.AreEqual("Sequential 'm': layer names must differ. Received a second layer named 'a'.", e.Message);
    }

    [TestMethod]
    public void An_input_after_other_layers_is_refused()
    {
        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => new Sequential([new Dense(1), new Input(3)], name: "m"));
        Assert.AreEqual("Sequential 'm': an Input must be the first layer. Received it after 1 layers.", e.Message);
    }

    [TestMethod]
    public void A_model_inside_a_model_gives_its_weights()
    {
        Sequential inner = new([new Input(4), new Dense(3)], name: "inner");
        Sequential outer = new([inner, new Dense(2)]);
        Assert.IsTrue(outer.Built);
        Assert.HasCount(4, outer.Weights);
        Assert.AreSame(inner.Weights[0], outer.Weights[0]);
        Assert.AreSame(inner, outer.GetLayer("inner"));
    }

    [TestMethod]
    public void A_model_that_is_not_trainable_has_nothing_to_train()
    {
        Sequential model = new([new Input(4), new Dense(3)], trainable: false);
        Assert.HasCount(0, model.TrainableWeights);
        Assert.HasCount(2, model.NonTrainableWeights);
        Sequential outer = new([new Input(4), model, new Dense(1)]);
        Assert.HasCount(2, outer.TrainableWeights);
    }

    [TestMethod]
    public void GetLayer_finds_by_name_and_place_and_names_what_exists()
    {
        Sequential model = new([new Input(4), new Dense(3, name: "a"), new Dense(2, name: "b")], name: "m");
        Assert.AreEqual("b", model.GetLayer("b").Name);
        Assert.AreEqual("b", model.GetLayer(1).Name);
        Assert.AreEqual("Model 'm': a layer's name must be one of a, b. Received: 'c'.", Assert.ThrowsExactly<KerasArgumentException>(() => model.GetLayer("c")).Message);
        Assert.AreEqual("Model 'm': a layer's index must be between 0 and 1. Received: 2.", Assert.ThrowsExactly<KerasArgumentException>(() => model.GetLayer(2)).Message);
    }

    [TestMethod]
    public void A_missing_last_axis_of_one_is_added_and_whole_numbers_become_floats()
    {
        Sequential model = new([new Input(1), new Dense(1, kernelInitializer: "ones")]);
        float[] y = model.Predict(new[] { 1, 2, 3 }, verbose: 0).ToArray<float>();
        CollectionAssert.AreEqual(new[] { 1f, 2f, 3f }, y);
    }

    [TestMethod]
    public void A_layer_that_stands_twice_is_one_layer_in_config_and_clone_too()
    {
        using IDisposable session = Session.Enter();
        Dense twice = new(3);
        Tensor x = Tensor.From(new float[,] { { 1, 2, 3 } });
        Sequential net = new([new Input(3), twice, twice]);
        Assert.HasCount(2, net.Weights);
        CollectionAssert.AreEqual(twice.Apply(twice.Apply(x)).ToArray<float>(), net.Predict(x, verbose: 0).ToArray<float>());
        foreach (Model copy in new[] { Keras.Models.ModelFromJson(net.ToJson()), Keras.Models.CloneModel(net) })
        {
            Assert.HasCount(2, copy.Layers);
            Assert.AreSame(copy.Layers[0], copy.Layers[1]);
            Assert.AreEqual(12L, copy.CountParams());
            copy.SetWeights(net.GetWeights());
            CollectionAssert.AreEqual(net.Predict(x, verbose: 0).ToArray<float>(), copy.Predict(x, verbose: 0).ToArray<float>());
        }

        Assert.ThrowsExactly<KerasArgumentException>(() => new Sequential([new Dense(3, name: "a"), new Dense(3, name: "a")]));
    }
}

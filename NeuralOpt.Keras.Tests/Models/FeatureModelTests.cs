using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests;

/// <summary>Models that end, or begin, inside another one; names that find a layer.</summary>
[TestClass]
public class FeatureModelTests
{
    private static readonly Tensor s_x = Tensor.From(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } });

    [TestMethod]
    public void A_model_of_features_ends_at_a_layer_of_another_model()
    {
        using IDisposable session = Session.Enter();
        Sequential net = new([new Input(3), new Dense(4, activation: "relu", name: "d"), new Dense(2)]);
        Model features = new(net.Inputs, net.GetLayer("d").Output);
        Assert.AreEqual(Shape.Of(2, 4), features.Predict(s_x, verbose: 0).Shape);
        Assert.AreSame(net.GetLayer("d").Weights[0], features.Weights[0]);
        CollectionAssert.AreEqual(net.GetLayer("d").Apply(s_x).ToArray<float>(), features.Apply(s_x).ToArray<float>());
    }

    [TestMethod]
    public void All_activations_come_as_several_outputs()
    {
        using IDisposable session = Session.Enter();
        Sequential net = new([new Input(3), new Dense(4), new Dense(2)]);
        Model all = new(net.Input, [.. net.Layers.Select(l => l.Output)]);
        Tensors outputs = all.PredictMany(s_x, verbose: 0);
        Assert.AreEqual(Shape.Of(2, 4), outputs[0].Shape);
        Assert.AreEqual(Shape.Of(2, 2), outputs[1].Shape);
    }

    [TestMethod]
    public void A_model_that_grows_keeps_its_layers_outputs()
    {
        using IDisposable session = Session.Enter();
        Sequential net = new([new Input(3)]);
        net.Add(new Dense(4, name: "first"));
        net.Add(new Dense(2));
        Model features = new(net.Inputs, net.Layers[0].Output);
        Assert.AreEqual(Shape.Of(2, 4), features.Predict(s_x, verbose: 0).Shape);
    }

    [TestMethod]
    public void A_model_built_by_its_data_has_outputs_too()
    {
        using IDisposable session = Session.Enter();
        Sequential net = new([new Dense(4), new Dense(2)]);
        Assert.Throws<NotBuiltException>(() => net.Inputs);
        net.Predict(s_x, verbose: 0);
        Assert.AreEqual(Shape.Of(2, 4), new Model(net.Inputs, net.Layers[0].Output).Predict(s_x, verbose: 0).Shape);
    }

    [TestMethod]
    public void A_layer_that_was_never_applied_has_no_output()
    {
        Dense dense = new(2, name: "lonely");
        Assert.AreEqual(
            "Dense 'lonely': Outputs needs a layer that was applied to a symbolic input. Apply it to an Input, or put it into a model that begins with one.",
            Assert.Throws<NotBuiltException>(() => dense.Output).Message);
        Assert.Throws<NotBuiltException>(() => dense.Input);
    }

    [TestMethod]
    public void A_layer_called_twice_gives_its_first_output()
    {
        Input a = new(3), b = new(3);
        Dense dense = new(2);
        Tensor first = dense.Apply(a);
        dense.Apply(b);
        Assert.AreSame(first, dense.Output);
        Assert.AreSame((Tensor)a, dense.Input);
    }

    [TestMethod]
    public void A_layer_of_several_inputs_has_no_single_one()
    {
        Input a = new(3), b = new(3);
        Add add = new();
        add.Apply([a, b]);
        StringAssert.Contains(Assert.Throws<InvalidOperationException>(() => add.Input).Message, "Input is for layers that have one; Inputs has them all. Received: 2.");
        Assert.HasCount(2, add.Inputs);
    }

    [TestMethod]
    public void Two_layers_of_one_name_are_refused()
    {
        using IDisposable session = Session.Enter();
        Input i = new(1);
        Assert.AreEqual(
            "Model 'functional': the names of layers and inputs must differ. Received a second one named 'd'.",
            Assert.Throws<ArgumentException>(() => new Model(i, new Dense(3, name: "d").Apply(new Dense(2, name: "d").Apply(i)))).Message);
    }

    [TestMethod]
    public void An_automatic_name_that_meets_a_given_one_is_refused()
    {
        using IDisposable session = Session.Enter();
        Input i = new(1);
        Tensor x = new Dense(2).Apply(i);
        Assert.Throws<ArgumentException>(() => new Model(i, new Dense(3, name: "dense").Apply(x)));
    }

    [TestMethod]
    public void Two_inputs_of_one_name_are_refused()
    {
        Input a = new(1, name: "x"), b = new(1, name: "x");
        Assert.Throws<ArgumentException>(() => new Model([a, b], new Subtract().Apply([a, b])));
    }

    [TestMethod]
    public void An_op_gives_way_to_a_layer_of_its_name()
    {
        using IDisposable session = Session.Enter();
        Input i = new(2);
        Tensor sum = (Tensor)i + 1;
        Model model = new(i, new Dense(2, name: "add").Apply(sum));
        Assert.AreEqual("add", model.Layers[^1].Name);
        Assert.AreNotEqual("add", model.Layers[^2].Name);
    }

    [TestMethod]
    public void A_layer_may_stand_twice_in_a_sequential_model()
    {
        using IDisposable session = Session.Enter();
        Dense d = new(3);
        Sequential net = new([new Input(3), d, d]);
        Assert.HasCount(2, net.Weights);
        Assert.HasCount(2, net.Layers);
        CollectionAssert.AreEqual(d.Apply(d.Apply(s_x)).ToArray<float>(), net.Predict(s_x, verbose: 0).ToArray<float>());
        Sequential late = new([d, d]);
        CollectionAssert.AreEqual(d.Apply(d.Apply(s_x)).ToArray<float>(), late.Predict(s_x, verbose: 0).ToArray<float>());
        Assert.Throws<ArgumentException>(() => new Sequential([new Dense(2, name: "a"), new Dense(2, name: "a")]));
    }

    [TestMethod]
    public void A_weight_is_added_in_Keras_s_order_or_with_its_name_first()
    {
        using IDisposable session = Session.Enter();
        Weighted layer = new();
        layer.Apply(Ops.Ones((1, 2)));
        CollectionAssert.AreEqual(new[] { "kernel", "total", "variable", "steps", "old" }, layer.Weights.Select(w => w.Name).ToArray());
        Assert.AreEqual(DType.Int32, layer.Weights[3].DType);
        Assert.AreEqual(0.0, layer.Weights[3].Item());
    }

    private sealed class Weighted : Layer
    {
        public override void Build(Shape inputShape)
        {
            AddWeight(shape: (inputShape[1], 3), initializer: "he_normal", trainable: true, name: "kernel");
            AddWeight(name: "total", initializer: "zeros");
            AddWeight((2, 2), "ones");
            AddWeight(dtype: "int32", name: "steps");
            AddWeight("old", (2, 3), "ones");
            base.Build(inputShape);
        }

        protected override Tensor Call(Tensor inputs, CallContext context) => inputs;
    }
}

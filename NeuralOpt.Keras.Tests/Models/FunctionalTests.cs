using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests.Models;

[TestClass]
public class FunctionalTests
{
    private static readonly Tensor s_two = Ops.Full((1, 3), 2);
    private static readonly Tensor s_five = Ops.Full((1, 3), 5);

    [TestMethod]
    public void Outputs_may_come_from_a_query()
    {
        using IDisposable session = Session.Enter();
        Input x = new(3);
        Tensor[] features = [new Dense(4).Apply(x), new Dense(2).Apply(x)];
        Model model = new(x, features.Where(f => f.Shape[1] > 1).Select(f => f * 2));
        Assert.HasCount(2, model.PredictMany(Ops.Ones((1, 3)), verbose: 0));
        Assert.AreEqual(new Shape(null, 2), new Model(x, features[1]).OutputShape);
        StringAssert.StartsWith(Assert.Throws<ArgumentException>(() => new Model(x, (IEnumerable<Tensor>)null!)).Message, "Model: outputs must be given.");
    }

    [TestMethod]
    public void Inputs_and_outputs_keep_their_order()
    {
        Input a = new(3, name: "a");
        Input b = new(3, name: "b");
        Tensor sum = (Tensor)a + b;
        Model model = new([a, b], [sum * 10, (Tensor)a - b]);
        (Tensor first, Tensor second) = model.PredictMany([s_two, s_five], verbose: 0);
        CollectionAssert.AreEqual(new[] { 70f, 70f, 70f }, first.ToArray<float>());
        CollectionAssert.AreEqual(new[] { -3f, -3f, -3f }, second.ToArray<float>());
    }

    [TestMethod]
    public void A_shared_layer_has_one_set_of_weights()
    {
        Input a = new(3, name: "a");
        Input b = new(3, name: "b");
        Dense shared = new(2, name: "shared");
        Model model = new([a, b], shared.Apply(a) + shared.Apply(b));
        Assert.HasCount(2, model.Weights);
        Assert.AreEqual(1, model.Layers.Count(l => l.Name == "shared"));
        shared.SetWeights([Ops.Ones((3, 2)), Ops.Zeros(2)]);
        Assert.AreEqual(21, First(model.Predict([s_two, s_five], verbose: 0)));
    }

    [TestMethod]
    public void Inputs_are_given_by_name_in_any_order()
    {
        Input a = new(3, name: "a");
        Input b = new(3, name: "b");
        Model model = new([a, b], (Tensor)a - b, name: "m");
        Tensors given = new Dictionary<string, Tensor> { ["b"] = s_five, ["a"] = s_two };
        Assert.AreEqual(-3, First(model.Predict(given, verbose: 0)));
        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => model.Predict(new Dictionary<string, Tensor> { ["a"] = s_two, ["c"] = s_five }, verbose: 0));
        Assert.AreEqual("Model 'm': the inputs must be given by the names a, b. Received: a, c.", e.Message);
    }

    [TestMethod]
    public void A_dictionary_of_outputs_names_them()
    {
        Input a = new(3);
        Model model = new(a, new Dictionary<string, Tensor> { ["sum"] = Ops.Sum(a, -1), ["twice"] = (Tensor)a * 2 });
        Tensors y = model.ApplyMany(s_two);
        Assert.AreEqual(6, y["sum"].Item());
        Assert.AreEqual((1, 3), y["twice"].Shape);
    }

    [TestMethod]
    public void A_model_may_begin_inside_another()
    {
        Input input = new(3);
        Tensor hidden = new Dense(4, kernelInitializer: "ones", name: "h").Apply(input);
        Tensor output = new Dense(2, kernelInitializer: "ones", name: "o").Apply(hidden);
        Model features = new(input, hidden);
        Model head = new(hidden, output);
        Assert.AreEqual((1, 4), features.Predict(s_two, verbose: 0).Shape);
        Tensor y = head.Predict(features.Predict(s_two, verbose: 0), verbose: 0);
        Assert.AreEqual(24, First(y));
        Assert.HasCount(2, head.Weights);
    }

    [TestMethod]
    public void A_model_is_a_layer_of_another()
    {
        Input input = new(3);
        Model inner = new(input, new Dense(3, kernelInitializer: "identity").Apply(input), name: "inner");
        Input outerInput = new(3);
        Model outer = new(outerInput, inner.Apply(inner.Apply(outerInput)) * 2);
        Assert.AreEqual(4, First(outer.Predict(s_two, verbose: 0)));
        Assert.HasCount(2, outer.Weights);
        Assert.AreSame(inner, outer.GetLayer("inner"));
    }

    [TestMethod]
    public void Training_of_a_shared_layer_sums_its_gradients()
    {
        Input a = new(1);
        Input b = new(1);
        Dense shared = new(1, useBias: false, kernelInitializer: "zeros");
        Model model = new([a, b], shared.Apply(a) + shared.Apply(b));
        model.Compile(new Keras.Optimizers.SGD(0.5), "mse");
        model.TrainOnBatch([Ops.Full((1, 1), 2), Ops.Full((1, 1), 3)], Ops.Full((1, 1), 1));

        // d/dw (5w - 1)^2 at w = 0 is -10.
        Assert.AreEqual(5, shared.GetWeights()[0].Item(), 1e-5);
    }

    [TestMethod]
    public void The_training_flag_of_a_call_is_kept()
    {
        Input a = new(50);
        Model model = new(a, new Dropout(0.5).Apply(a, training: true));
        float[] y = model.Predict(Ops.Ones((4, 50)), verbose: 0).ToArray<float>();
        Assert.IsTrue(y.Contains(0f) && y.Contains(2f));
    }

    [TestMethod]
    public void An_input_that_is_not_among_the_inputs_is_refused()
    {
        Input a = new(3, name: "a");
        Input b = new(3, name: "b");
        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => new Model(a, (Tensor)a + b, name: "m"));
        Assert.AreEqual("Model 'm': every input that the outputs depend on must be among its inputs. Received no input 'b'.", e.Message);
    }

    [TestMethod]
    public void A_real_tensor_is_no_input_and_no_output()
    {
        Input a = new(3);
        StringAssert.StartsWith(
            Assert.ThrowsExactly<KerasArgumentException>(() => new Model(s_two, a, name: "m")).Message, "Model 'm': inputs must be symbolic, made by Input. Received:");
        StringAssert.StartsWith(
            Assert.ThrowsExactly<KerasArgumentException>(() => new Model(a, s_two, name: "m")).Message, "Model 'm': outputs must come from layers or ops applied to inputs. Received:");
    }

    [TestMethod]
    public void Too_few_inputs_are_refused()
    {
        Input a = new(3, name: "a");
        Input b = new(3, name: "b");
        Model model = new([a, b], (Tensor)a + b, name: "m");
        ShapeException e = Assert.ThrowsExactly<ShapeException>(() => model.Predict(s_two, verbose: 0));
        Assert.AreEqual("Predict: Model 'm': the model takes 2 inputs. Received: 1.", e.Message);
    }

    [TestMethod]
    public void A_mask_that_was_given_to_a_call_counts()
    {
        Input x = new((3, 1), name: "x");
        Input mask = new(3, dtype: "bool", name: "mask");
        Model model = new([x, mask], new GlobalAveragePooling1D().Apply(x, mask: (Tensor)mask));
        Tensor y = model.Predict([new[, ,] { { { 1f }, { 2f }, { 9f } } }, new[,] { { true, true, false } }], verbose: 0);
        Assert.AreEqual(1.5, First(y), 1e-6);
    }

    [TestMethod]
    public void A_mask_travels_from_an_embedding_to_the_pooling()
    {
        Input x = new(3, dtype: "int32");
        Tensor h = new Embedding(5, 2, embeddingsInitializer: "ones", maskZero: true, name: "e").Apply(x);
        Model model = new(x, new GlobalAveragePooling1D().Apply(h));
        model.SetWeights([new[,] { { 100f, 100f }, { 1f, 1f }, { 3f, 3f }, { 0f, 0f }, { 0f, 0f } }]);
        Assert.AreEqual(2, First(model.Predict(new[,] { { 1, 2, 0 } }, verbose: 0)));
    }

    [TestMethod]
    public void The_weights_are_listed_by_layer_from_the_inputs_on()
    {
        Input a = new(3);
        Dense first = new(2, name: "first");
        Dense second = new(1, name: "second");
        Model model = new(a, second.Apply(first.Apply(a)));
        CollectionAssert.AreEqual(
            new[] { "first/kernel", "first/bias", "second/kernel", "second/bias" }, model.Weights.Select(w => w.Path).ToArray());
    }

    private static double First(Tensor t) => t.ToArray<float>()[0];
}

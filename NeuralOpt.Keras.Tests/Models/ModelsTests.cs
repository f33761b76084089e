using System.Text.Json.Nodes;
using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests.Models;

[TestClass]
public class ModelsTests
{
    [TestMethod]
    [DataRow("summary/mnist_cnn")]
    [DataRow("summary/imdb_conv1d")]
    [DataRow("summary/iris_bn")]
    [DataRow("summary/functional*")]
    public void A_model_of_Keras_is_written_as_it_was_read(string name)
    {
        Model model = Recorded.Model(name);
        Model copy = Keras.Models.ModelFromJson(model.ToJson());
        Assert.AreEqual(model.ToJson(), copy.ToJson());
        List<string> differences = [];
        Compare(Recorded.Config(name), JsonNode.Parse(model.ToJson()), "model", differences);
        Assert.IsEmpty(differences, string.Join('\n', differences));
        CollectionAssert.AreEqual(model.Weights.Select(w => w.Shape).ToArray(), copy.Weights.Select(w => w.Shape).ToArray());
    }

    [TestMethod]
    public void Reading_a_model_takes_no_names_from_those_counted_up()
    {
        using IDisposable session = Session.Enter();
        Recorded.Model("summary/functional*");
        Assert.AreEqual("dense", new Dense(1).Name);
        Assert.AreEqual("functional", Session.Current.UniqueName("functional"));
        Assert.AreEqual("input_layer", new Input(1).Layer.Name);
        Assert.AreEqual("sequential", new Sequential().Name);
    }

    [TestMethod]
    [DataRow("no json")]
    [DataRow("3")]
    [DataRow("""{"class_name": "Dense", "module": "keras.layers", "config": {"units": 1}, "registered_name": null}""")]
    public void What_is_no_model_is_refused(string json)
        => StringAssert.StartsWith(Assert.ThrowsExactly<InvalidModelException>(() => Keras.Models.ModelFromJson(json)).Message, "ModelFromJson: the ");

    [TestMethod]
    public void An_input_layer_of_Keras_2_is_read()
    {
        Model model = Keras.Models.ModelFromJson("""
            {"class_name": "Sequential", "config": {"name": "s", "layers": [
              {"class_name": "InputLayer", "config": {"batch_input_shape": [null, 4], "dtype": "float32", "sparse": false, "ragged": false, "name": "in"}},
              {"class_name": "Dense", "config": {"name": "d", "units": 2}}]}}
            """);
        Assert.AreEqual((4, 2), model.Weights[0].Shape);
    }

    [TestMethod]
    public void The_shape_that_Keras_2_writes_into_a_first_layer_builds_the_model()
    {
        Model model = Keras.Models.ModelFromJson("""
            {"class_name": "Sequential", "config": {"name": "s", "layers": [
              {"class_name": "Dense", "config": {"name": "d", "units": 2, "batch_input_shape": [null, 4]}}]}}
            """);
        Assert.AreEqual((4, 2), model.Weights[0].Shape);
    }

    [TestMethod]
    public void An_op_in_a_model_is_not_written()
    {
        Input x = new(3);
        KerasInvalidOperationException e = Assert.ThrowsExactly<KerasInvalidOperationException>(() => new Model(x, (Tensor)x + 1).ToJson());
        Assert.AreEqual(
            "Model: what is written to a config must be layers. Received: the op Add on symbolic tensors; put it into a layer of your own.", e.Message);
    }

    [TestMethod]
    public void A_clone_of_a_Sequential_has_weights_of_its_own()
    {
        Sequential model = new([new Input(3), new Dense(2), new Lambda(x => x * 2)], name: "net");
        Model clone = Keras.Models.CloneModel(model);
        Assert.AreEqual("net", clone.Name);
        CollectionAssert.AreEqual(model.Layers.Select(l => l.Name).ToArray(), clone.Layers.Select(l => l.Name).ToArray());
        Assert.AreNotSame(model.Weights[0], clone.Weights[0]);
        clone.SetWeights(model.GetWeights());
        Tensor x = Ops.Ones((1, 3));
        CollectionAssert.AreEqual(model.Predict(x, verbose: 0).ToArray<float>(), clone.Predict(x, verbose: 0).ToArray<float>());
    }

    [TestMethod]
    public void A_clone_of_a_functional_model_shares_what_was_shared()
    {
        Input a = new(3, name: "a");
        Input b = new(3, name: "b");
        Dense shared = new(2, name: "shared");
        Model model = new([a, b], (shared.Apply(a) * 2) + shared.Apply(b));
        Model clone = Keras.Models.CloneModel(model);
        Assert.HasCount(2, clone.Weights);
        clone.SetWeights(model.GetWeights());
        Tensors x = new Tensor[] { Ops.Ones((1, 3)), Ops.Ones((1, 3)) * 2 };
        CollectionAssert.AreEqual(model.Predict(x, verbose: 0).ToArray<float>(), clone.Predict(x, verbose: 0).ToArray<float>());
    }

    // What Keras wrote must be there; ours may say more.
    private static void Compare(JsonNode? expected, JsonNode? actual, string path, List<string> differences)
    {
        switch (expected, actual)
        {
            case (JsonObject e, JsonObject a):
                foreach ((string key, JsonNode? value) in e)
                {
                    if (a.ContainsKey(key) || !(key == "compile_config" || ObjectConfig.IsIgnored(key)))
                    {
                        Compare(value, a[key], $"{path}.{key}", differences);
                    }
                }

                break;
            case (JsonArray e, JsonArray a) when e.Count == a.Count:
                for (int i = 0; i < e.Count; i++)
                {
                    Compare(e[i], a[i], $"{path}[{i}]", differences);
                }

                break;
            case var (e, a) when !ConfigComparer.Same(e, a):
                differences.Add($"{path}: expected {e?.ToJsonString() ?? "null"}, got {a?.ToJsonString() ?? "null"}");
                break;
        }
    }

    [TestMethod]
    public void A_clone_may_have_other_layers()
    {
        Sequential model = new([new Input(3), new Dense(2)]);
        Model clone = Keras.Models.CloneModel(model, cloneFunction: _ => new Dense(5));
        Assert.AreEqual((3, 5), clone.Weights[0].Shape);
    }
}

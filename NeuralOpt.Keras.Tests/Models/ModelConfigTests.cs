using System.Text.Json.Nodes;
using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class ModelConfigTests
{
    [TestMethod]
    public void A_Sequential_is_read_as_it_was_written()
    {
        Sequential model = new([new Input((4, 3)), new Scale(2, name: "a"), new Scale(3, name: "b")], name: "net");
        JsonNode json = Saving.SerializeKerasObject(model)!;
        Assert.AreEqual("keras", (string?)json["module"]);
        Assert.AreEqual("Sequential", (string?)json["class_name"]);
        Assert.AreEqual("[null,4,3]", json["config"]!["build_input_shape"]!.ToJsonString());
        Sequential copy = (Sequential)Read(json);
        Assert.AreEqual(json.ToJsonString(), Saving.SerializeKerasObject(copy)!.ToJsonString());
        Assert.HasCount(2, copy.Weights);
    }

    [TestMethod]
    public void A_functional_model_with_a_shared_layer_is_read_as_it_was_written()
    {
        Input a = new(3, name: "a");
        Input b = new(3, name: "b");
        Scale shared = new(2, name: "shared");
        Join join = new(name: "join");
        Tensor joined = join.Apply([shared.Apply(a), shared.Apply(b)]);
        Model model = new((Tensor[])[a, b], (Tensor[])[new Scale(5, name: "out").Apply(joined), joined], name: "net");

        JsonNode json = Saving.SerializeKerasObject(model)!;
        Assert.AreEqual("Functional", (string?)json["class_name"]);
        Assert.AreEqual("""[["a",0,0],["b",0,0]]""", json["config"]!["input_layers"]!.ToJsonString());
        Assert.AreEqual("""[["out",0,0],["join",0,0]]""", json["config"]!["output_layers"]!.ToJsonString());
        JsonNode layer = json["config"]!["layers"]!.AsArray().Single(l => (string?)l!["name"] == "shared")!;
        Assert.AreEqual(2, layer["inbound_nodes"]!.AsArray().Count);

        Model copy = (Model)Read(json);
        Assert.AreEqual(json.ToJsonString(), Saving.SerializeKerasObject(copy)!.ToJsonString());
    }

    [TestMethod]
    [DataRow("""{"name": "m", "layers": [{"name": "x"}]}""")]
    [DataRow("""{"name": "m", "layers": 3, "input_layers": [["a", 0, 0]], "output_layers": [["a", 0, 0]]}""")]
    [DataRow("""{"name": "m", "layers": [], "input_layers": "a", "output_layers": []}""")]
    public void A_functional_config_that_hangs_together_badly_is_refused(string config)
        => Assert.ThrowsExactly<InvalidModelException>(() => Read(new JsonObject { ["module"] = "keras.src.models.functional", ["class_name"] = "Functional", ["config"] = JsonNode.Parse(config) }));

    [TestMethod]
    public void A_call_on_itself_is_refused()
    {
        JsonNode json = Saving.SerializeKerasObject(Single())!;
        json["config"]!["layers"]![1]!["inbound_nodes"]![0]!["args"]![0]!["config"]!["keras_history"] = new JsonArray("s", 0, 0);
        Assert.ThrowsExactly<InvalidModelException>(() => Read(json));
    }

    private static Model Single()
    {
        Input a = new(3, name: "a");
        return new((Tensor)a, new Scale(2, name: "s").Apply(a));
    }

    private static object Read(JsonNode json)
        => Saving.DeserializeKerasObject(json, new Dictionary<string, object> { ["Scale"] = typeof(Scale), ["Join"] = typeof(Join) })!;

    internal sealed class Scale(double factor, string? name = null, bool trainable = true, string? dtype = null) : Layer(name, trainable, dtype)
    {
        private Variable? _weight;

        public double Factor { get; } = factor;

        public override void Build(Shape inputShape) => _weight = new(Ops.Ones(inputShape[^1]), name: "scale");

        protected override Tensor Call(Tensor inputs, CallContext context) => inputs * _weight! * Factor;
    }

    internal sealed class Join(string? name = null, bool trainable = true, string? dtype = null) : Layer(name, trainable, dtype)
    {
        protected override Tensors Call(Tensors inputs, CallContext context) => inputs[0] + inputs[1];
    }
}

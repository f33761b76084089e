using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class SavingTests
{
    static SavingTests()
    {
        Saving.RegisterKerasSerializable<Thing>("tests");
        Saving.RegisterKerasSerializable<Holder>("tests");
    }

    [TestMethod]
    public void An_object_is_written_in_the_form_of_Keras()
    {
        JsonNode node = Saving.SerializeKerasObject(new Thing(3, beta1: 0.5, kernelSize: (2, 3), mode: Mode.SumOverBatchSize))!;
        Assert.AreEqual("Thing", (string?)node["class_name"]);
        Assert.AreEqual("tests>Thing", (string?)node["registered_name"]);
        Assert.AreEqual(
            """{"units":3,"beta_1":0.5,"kernel_size":[2,3],"mode":"sum_over_batch_size","inner":null,"axes":-1,"table":null,"rates":null,"input_axis":null}""",
            node["config"]!.ToJsonString());
    }

    [TestMethod]
    public void What_was_written_is_read_back_equal()
    {
        Thing thing = new(3, beta1: 1, kernelSize: [null, 4], inner: new Thing(1), axes: [0, 2], table: new[,] { { 1f, 2f } }, rates: [0.25, 1], inputAxis: 2);
        JsonNode node = Saving.SerializeKerasObject(thing)!;
        Thing copy = (Thing)Saving.DeserializeKerasObject(JsonNode.Parse(node.ToJsonString()))!;
        Assert.AreEqual(node.ToJsonString(), Saving.SerializeKerasObject(copy)!.ToJsonString());
        Assert.AreEqual(1, copy.Inner!.Units);
        Assert.AreEqual(Shape.Of(null, 4), copy.KernelSize);
        CollectionAssert.AreEqual(new[] { 0.25, 1 }, copy.Rates!.ToArray());
    }

    [TestMethod]
    public void Clone_makes_another_object_with_the_same_config()
    {
        Thing thing = new(3, beta1: 0.25);
        Thing copy = ObjectConfig.Clone(thing);
        Assert.AreNotSame(thing, copy);
        Assert.AreEqual(0.25, copy.Beta1);
    }

    [TestMethod]
    public void The_text_of_an_object_is_the_code_that_makes_it()
        => Assert.AreEqual(
            "Thing(units: 3, beta1: 0.5, kernelSize: (2, 3), inner: new Thing(units: 1), rates: [0.25])",
            new Thing(3, beta1: 0.5, kernelSize: (2, 3), inner: new Thing(1), rates: [0.25]).ToString());

    [TestMethod]
    public void A_default_is_taken_for_a_missing_key()
        => Assert.AreEqual(0.9, ((Thing)Read("""{"units": 2}""")).Beta1);

    [TestMethod]
    public void A_single_number_is_taken_for_a_list_and_a_whole_number_for_a_float()
    {
        Thing thing = (Thing)Read("""{"units": 2.0, "rates": 0.5, "beta_1": 1, "kernel_size": 3, "quantization_config": null}""");
        CollectionAssert.AreEqual(new[] { 0.5 }, thing.Rates!.ToArray());
        Assert.AreEqual(1, thing.Beta1);
        Assert.AreEqual(Shape.Of(3), thing.KernelSize);
    }

    [TestMethod]
    [DataRow("""{"units": 2, "colour": 1}""", "Thing: a config must have no key other than units, beta_1, kernel_size, mode, inner, axes, table, rates, input_axis. Received: 'colour'.")]
    [DataRow("""{"units": "two"}""", "Thing.units: the value must fit Int32. Received: \"two\".")]
    [DataRow("""{"units": 1e300}""", "Thing.units: the value must fit Int32. Received: 1e300.")]
    [DataRow("""{"beta_1": 1}""", "Thing: a config must have the key 'units'. Received: beta_1.")]
    [DataRow("""{"units": 2, "mode": "median"}""", "Thing.mode: the value must fit Mode. Received: \"median\".")]
    [DataRow("""{"units": -2}""", "Thing: the config's values must fit the class. Thing: units must be above 0. Received: -2.")]
    [DataRow("""{"units": 2, "table": [[1, 2], [3]]}""", "Thing.table: nested lists must have equal lengths. Received: [[1,2],[3]].")]
    [DataRow("""{"units": 2, "inner": {"class_name": "__tensor__", "config": {"value": [1]}}}""", null)]
    [DataRow("""{"units": 2, "kernel_size": [-7]}""", null)]
    public void A_config_that_does_not_fit_is_refused(string config, string? message)
    {
        InvalidModelException e = Assert.ThrowsExactly<InvalidModelException>(() => Read(config));
        if (message is not null)
        {
            Assert.AreEqual(message, e.Message);
        }
    }

    [TestMethod]
    [DataRow("""{"module": "os", "class_name": "system", "config": {}, "registered_name": null}""")]
    [DataRow("""{"module": "System.Diagnostics", "class_name": "Process", "config": {}, "registered_name": "System.Diagnostics.Process"}""")]
    [DataRow("""{"module": "keras.layers", "class_name": "NeuralOpt.Keras.Tensor", "config": {}}""")]
    [DataRow("""{"module": "keras.layers", "class_name": "Lambda", "config": {"function": {"class_name": "__lambda__", "config": {}}}}""")]
    [DataRow("""{"module": "builtins", "class_name": "function", "config": "eval", "registered_name": "function"}""")]
    [DataRow("""{"class_name": "__lambda__", "config": {"value": "4wEA"}}""")]
    public void A_class_that_nobody_registered_is_refused(string json)
        => Assert.ThrowsExactly<UnknownLayerException>(() => Saving.DeserializeKerasObject(JsonNode.Parse(json)));

    [TestMethod]
    public void A_config_nested_too_deeply_is_refused()
    {
        JsonNode? node = null;
        for (int i = 0; i < 3000; i++)
        {
            node = i % 2 == 0 ? new JsonArray(node) : new JsonObject { ["class_name"] = "Thing", ["registered_name"] = "tests>Thing", ["config"] = new JsonObject { ["units"] = 1, ["inner"] = node } };
        }

        Assert.ThrowsExactly<InvalidModelException>(() => Saving.DeserializeKerasObject(node));
    }

    [TestMethod]
    public void Objects_with_one_shared_id_are_one_object()
    {
        const string Inner = """{"module": "m", "class_name": "Thing", "registered_name": "tests>Thing", "shared_object_id": 7, "config": {"units": 1}}""";
        Holder holder = (Holder)Saving.DeserializeKerasObject(JsonNode.Parse(
            $$$"""{"module": "m", "class_name": "Holder", "registered_name": "tests>Holder", "config": {"things": [{{{Inner}}}, {{{Inner}}}]}}"""))!;
        Assert.AreSame(holder.Things[0], holder.Things[1]);
    }

    [TestMethod]
    public void A_class_can_be_given_for_one_reading()
    {
        JsonNode json = JsonNode.Parse("""{"module": "mine", "class_name": "Unregistered", "config": {"units": 4}, "registered_name": "Unregistered"}""")!;
        Assert.ThrowsExactly<UnknownLayerException>(() => Saving.DeserializeKerasObject(json));
        Thing thing = (Thing)Saving.DeserializeKerasObject(json, new Dictionary<string, object> { ["Unregistered"] = typeof(Thing) })!;
        Assert.AreEqual(4, thing.Units);
    }

    [TestMethod]
    public void Plain_values_are_read_as_themselves()
    {
        Assert.IsNull(Saving.DeserializeKerasObject(null));
        Assert.AreEqual(3, Saving.DeserializeKerasObject(3));
        Assert.AreEqual("relu", Saving.DeserializeKerasObject("relu"));
        Assert.AreEqual("float16", Saving.DeserializeKerasObject(ConfigWriter.Policy(DType.Float16)));
    }

    private static object Read(string config)
        => Saving.DeserializeKerasObject(JsonNode.Parse($$$"""{"module": "m", "class_name": "Thing", "registered_name": "tests>Thing", "config": {{{config}}}}"""))!;

    internal enum Mode
    {
        None,
        SumOverBatchSize,
    }

    internal sealed class Thing(
        int units,
        [ConfigName("beta_1")] double beta1 = 0.9,
        Shape kernelSize = default,
        Mode mode = Mode.None,
        Thing? inner = null,
        Axis? axes = null,
        Tensor? table = null,
        IReadOnlyList<double>? rates = null,
        int? inputAxis = null,
        Shape? inputShape = null) : IConfigurable
    {
        public int Units { get; } = units > 0 ? units : throw new ArgumentException($"Thing: units must be above 0. Received: {units}.");

        public double Beta1 { get; } = beta1;

        public Shape KernelSize { get; } = kernelSize;

        public Mode Mode { get; } = mode;

        public Thing? Inner { get; } = inner;

        public Axis Axes { get; } = axes ?? -1;

        public Tensor? Table { get; } = table;

        public IReadOnlyList<double>? Rates { get; } = rates;

        public int? InputAxis { get; } = inputAxis;

        public Shape? InputShape { get; } = inputShape;

        public override string ToString() => ConfigText.Of(this);
    }

    internal sealed class Holder(IReadOnlyList<Thing> things) : IConfigurable
    {
        public IReadOnlyList<Thing> Things { get; } = things;
    }
}

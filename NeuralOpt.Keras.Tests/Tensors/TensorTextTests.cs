using System.Runtime.CompilerServices;
using System.Text.Json;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public sealed class TensorTextTests
{
    private static readonly JsonElement s_cases = Load();

    public static IEnumerable<object[]> Names => s_cases.EnumerateArray().Select(c => new object[] { c.GetProperty("name").GetString()! });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_tensor_prints_as_NumPy_prints_an_array(string name)
    {
        JsonElement c = s_cases.EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);
        Shape shape = Shape.Of(c.GetProperty("shape").EnumerateArray().Select(d => d.GetInt32()));
        Tensor t = Tensor.Uninitialized(new(shape, DTypes.Parse(c.GetProperty("dtype").GetString()!)));
        c.GetProperty("data").GetBytesFromBase64().CopyTo(t.Buffer.Span<byte>());
        Assert.AreEqual(c.GetProperty("text").GetString(), t.ToString());
    }

    private static JsonElement Load([CallerFilePath] string source = "")
        => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(source, "../../Fixtures/tensor_text.json"))).RootElement;
}

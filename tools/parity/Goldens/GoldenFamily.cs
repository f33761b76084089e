using System.Text.Json.Nodes;
using NeuralOpt.Keras.Files;
using NeuralOpt.Keras.Files.Numpy;

namespace NeuralOpt.Keras.Parity;

/// <summary>One family of recorded cases: <c>FAMILY.json</c> with its arrays in <c>FAMILY.npz</c>.</summary>
/// <param name="Name">The family.</param>
/// <param name="Cases">Its cases, as recorded.</param>
internal sealed record GoldenFamily(string Name, IReadOnlyList<GoldenCase> Cases)
{
    /// <summary>The families of a folder: every JSON file that holds a list of cases.</summary>
    internal static IEnumerable<string> In(string folder)
        => Directory.EnumerateFiles(folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Where(f => f is not "signatures" and not "versions").Order(StringComparer.Ordinal);

    internal static GoldenFamily Read(string folder, string name)
    {
        JsonNode json = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, name + ".json")))!;
        string npz = Path.Combine(folder, name + ".npz");
        IReadOnlyDictionary<string, Tensor> arrays = File.Exists(npz) ? Arrays(npz) : new Dictionary<string, Tensor>();
        return new(name, json is JsonArray list ? [.. list.OfType<JsonObject>().Select(c => new GoldenCase(c, arrays))] : []);
    }

    // Arrays of text are no tensors; a case that needs one says so.
    private static Dictionary<string, Tensor> Arrays(string npz)
    {
        using NpzReader reader = NpzReader.Open(npz, LoadPolicy.Default);
        Dictionary<string, Tensor> arrays = [];
        foreach (string name in reader.Names)
        {
            try
            {
                arrays[name] = reader.Read(name).ToTensor();
            }
            catch (InvalidFileException)
            {
            }
        }

        return arrays;
    }
}

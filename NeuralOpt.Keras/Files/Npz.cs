using NeuralOpt.Keras.Files;
using NeuralOpt.Keras.Files.Numpy;

namespace NeuralOpt.Keras;

/// <summary>NumPy's <c>.npz</c> files: archives of named arrays.</summary>
/// <seealso href="https://numpy.org/doc/stable/reference/generated/numpy.savez.html"/>
public static class Npz
{
    /// <summary>Reads the arrays of a file, as <c>numpy.load</c> does.</summary>
    /// <param name="path">A file whose arrays are stored or deflated.</param>
    /// <param name="names">Which to read, so that one that tensors cannot hold does not matter. Default: all.</param>
    /// <returns>The arrays by name, in the order of the file or of <paramref name="names"/>; dtypes as <see cref="Npy.Load"/> gives them.</returns>
    /// <remarks>
    /// A file may not ask for more memory than its size allows: above 16 MiB, data that is packed tighter than 100 to 1 is refused.
    /// Arrays of Python objects are always refused: unpickling them would run code from the file.
    /// </remarks>
    /// <exception cref="InvalidFileException">The file is malformed, cut short, lacks an array, or has one that tensors cannot hold.</exception>
    public static IReadOnlyDictionary<string, Tensor> Load(string path, IEnumerable<string>? names = null)
    {
        using NpzReader reader = NpzReader.Open(path, LoadPolicy.Default);
        OrderedDictionary<string, Tensor> arrays = new(StringComparer.Ordinal);
        foreach (string name in names ?? reader.Names)
        {
            arrays.Add(name, reader.Read(name).ToTensor());
        }

        return arrays;
    }

    /// <summary>Writes named arrays, as <c>numpy.savez</c> does, or with <paramref name="compressed"/> <c>numpy.savez_compressed</c>.</summary>
    /// <param name="path">Where to; an existing file is replaced as a whole. No extension is added.</param>
    /// <param name="arrays">Names and tensors, a dictionary for example; written in this order. The same arrays give the same bytes.</param>
    /// <param name="compressed">Deflates the arrays. Default: stored as they are.</param>
    public static void Save(string path, IEnumerable<KeyValuePair<string, Tensor>> arrays, bool compressed = false)
    {
        Guard.NotNull(arrays, "Npz.Save");
        AtomicFile.Write(path, stream =>
        {
            using NpzWriter writer = new(stream, compressed);
            foreach ((string name, Tensor array) in arrays)
            {
                writer.Add(Guard.NotNull(name, "Npz.Save"), Guard.NotNull(array, "Npz.Save", $"array '{name}'"));
            }
        });
    }
}

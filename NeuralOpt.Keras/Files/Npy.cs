using NeuralOpt.Keras.Files;
using NeuralOpt.Keras.Files.Numpy;

namespace NeuralOpt.Keras;

/// <summary>NumPy's <c>.npy</c> files, one array in each.</summary>
/// <seealso href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html"/>
public static class Npy
{
    /// <summary>Reads an array, as <c>numpy.load</c> does.</summary>
    /// <param name="path">A file of format 1.0, 2.0 or 3.0, of numbers or booleans in either byte order.</param>
    /// <returns>The array's shape and dtype, row-major; uint64 becomes int64 if its values fit.</returns>
    /// <remarks>Arrays of Python objects are always refused: unpickling them would run code from the file.</remarks>
    /// <exception cref="InvalidFileException">The file is malformed, cut short, or of a dtype that tensors do not have.</exception>
    public static Tensor Load(string path)
    {
        using FileStream stream = InputFile.Open(path, "Npy.Load");
        return NpyReader.Read(stream, stream.Length, Path.GetFileName(path)).ToTensor();
    }

    /// <summary>Writes an array, as <c>numpy.save</c> does: the same bytes.</summary>
    /// <param name="path">Where to; an existing file is replaced as a whole. No extension is added.</param>
    /// <param name="array">Any tensor with values.</param>
    public static void Save(string path, Tensor array)
    {
        Guard.NotNull(array, "Npy.Save");
        AtomicFile.Write(path, stream => NpyWriter.Write(stream, array));
    }
}

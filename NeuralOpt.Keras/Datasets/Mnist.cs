namespace NeuralOpt.Keras.Datasets;

/// <summary>MNIST: handwritten digits, 60,000 images for training and 10,000 for testing.</summary>
/// <remarks>Yann LeCun and Corinna Cortes hold the copyright; the data are available under CC BY-SA 3.0.</remarks>
/// <seealso href="https://keras.io/api/datasets/mnist/"/>
public static class Mnist
{
    private const string Origin = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/mnist.npz";
    private const string Hash = "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1";

    /// <summary>Reads the data set, from a file, from Keras's cache, or from where Keras has it.</summary>
    /// <param name="path">
    /// A file that exists is read as it is. Otherwise the name of the file in the cache, <c>~/.keras/datasets</c> or
    /// <c>datasets</c> in the folder that the environment variable <c>KERAS_HOME</c> names; it is downloaded once. Default: <c>mnist.npz</c>.
    /// </param>
    /// <returns>Images, uint8 of shape (60000, 28, 28) and (10000, 28, 28) with values from 0 to 255, and labels from 0 to 9, uint8 of shape (60000,) and (10000,).</returns>
    /// <exception cref="IOException">The file is not there and cannot be downloaded.</exception>
    /// <exception cref="InvalidFileException">The file is not the data set.</exception>
    /// <example><code>
    /// var ((xTrain, yTrain), (xTest, yTest)) = Mnist.LoadData();
    /// </code></example>
    /// <seealso href="https://keras.io/api/datasets/mnist/#loaddata-function"/>
    public static ((Tensor XTrain, Tensor YTrain) Train, (Tensor XTest, Tensor YTest) Test) LoadData(string path = "mnist.npz")
    {
        string file = File.Exists(path) ? path : Utils.GetFile(path, Origin, fileHash: Hash);
        IReadOnlyDictionary<string, Tensor> arrays = Npz.Load(file);
        return ((Array("x_train", 3), Array("y_train", 1)), (Array("x_test", 3), Array("y_test", 1)));

        Tensor Array(string name, int rank) => arrays.TryGetValue(name, out Tensor? array) && array.Rank == rank
            ? array
            : throw new InvalidFileException(
                $"{Path.GetFileName(file)}: MNIST must have an array '{name}' of rank {rank}. Received: {string.Join(", ", arrays.Select(a => $"{a.Key} {a.Value.Shape}"))}.");
    }
}

using NeuralOpt.Keras.Datasets;

namespace NeuralOpt.Keras.Tests.Datasets;

[TestClass]
public sealed class MnistTests
{
    private static string File => Path.Combine(Fixture.Root, "examples", "data", "mnist.npz");

    [TestMethod]
    public void The_file_that_is_shipped_is_the_whole_data_set_in_its_order()
    {
        var ((xTrain, yTrain), (xTest, yTest)) = Mnist.LoadData(File);

        Assert.AreEqual((Shape)(60000, 28, 28), xTrain.Shape);
        Assert.AreEqual((Shape)60000, yTrain.Shape);
        Assert.AreEqual((Shape)(10000, 28, 28), xTest.Shape);
        Assert.AreEqual((Shape)10000, yTest.Shape);
        Assert.IsTrue(new[] { xTrain, yTrain, xTest, yTest }.All(t => t.DType == DType.UInt8));
        byte[] labels = yTrain.ToArray<byte>();
        CollectionAssert.AreEqual((byte[])[5, 0, 4, 1, 9, 2, 1, 3, 1, 4], labels[..10]);
        CollectionAssert.AreEqual((byte[])[7, 2, 1, 0, 4, 1, 4, 9, 5, 9], yTest.ToArray<byte>()[..10]);
        int[] counts = [.. Enumerable.Range(0, 10).Select(digit => labels.Count(l => l == digit))];
        CollectionAssert.AreEqual((int[])[5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], counts);
    }

    [TestMethod]
    public void Its_pixels_have_the_hashes_of_the_original_files()
    {
        var ((xTrain, _), (xTest, _)) = Mnist.LoadData(File);

        // The IDX files are 16 bytes of header and these pixels.
        Assert.AreEqual("6BBC9ACE898E44AE57DA46A324031ADB", Hash([0, 0, 8, 3, 0, 0, 0xEA, 0x60, 0, 0, 0, 28, 0, 0, 0, 28], xTrain));
        Assert.AreEqual("2646AC647AD5339DBF082846283269EA", Hash([0, 0, 8, 3, 0, 0, 0x27, 0x10, 0, 0, 0, 28, 0, 0, 0, 28], xTest));
    }

    [TestMethod]
    public void A_file_that_is_another_data_set_is_refused()
    {
        InvalidFileException e = Assert.ThrowsExactly<InvalidFileException>(() => Mnist.LoadData(Fixture.PathOf("numpy/compressed.npz")));

        Assert.AreEqual("compressed.npz: MNIST must have an array 'x_train' of rank 3. Received: a (2, 3, 4).", e.Message);
    }

    [TestMethod]
    public void A_path_that_is_not_there_is_no_name_in_the_cache() =>
        Assert.ThrowsExactly<KerasArgumentException>(() => Mnist.LoadData("nowhere/mnist.npz"));

    private static string Hash(byte[] header, Tensor pixels) =>
        Convert.ToHexString(System.Security.Cryptography.MD5.HashData([.. header, .. pixels.ToArray<byte>()]));
}

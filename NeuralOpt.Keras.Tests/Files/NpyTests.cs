namespace NeuralOpt.Keras.Tests.Files;

[TestClass]
public sealed class NpyTests
{
    [TestMethod]
    public void An_array_is_read_and_written_byte_for_byte_as_NumPy_does()
    {
        using TemporaryFolder folder = new();

        Tensor array = Npy.Load(Fixture.PathOf("numpy/plain.npy"));
        Npy.Save(folder.PathOf("x.npy"), array);

        Assert.AreEqual((Shape)(2, 3, 4), array.Shape);
        CollectionAssert.AreEqual(Enumerable.Range(0, 24).Select(i => (float)i).ToArray(), array.ToArray<float>());
        CollectionAssert.AreEqual(File.ReadAllBytes(Fixture.PathOf("numpy/plain.npy")), File.ReadAllBytes(folder.PathOf("x.npy")));
    }

    [TestMethod]
    [DataRow(DType.Float16)]
    [DataRow(DType.Float32)]
    [DataRow(DType.Float64)]
    [DataRow(DType.Int8)]
    [DataRow(DType.Int16)]
    [DataRow(DType.Int32)]
    [DataRow(DType.Int64)]
    [DataRow(DType.UInt8)]
    [DataRow(DType.UInt16)]
    [DataRow(DType.UInt32)]
    [DataRow(DType.Bool)]
    public void Every_dtype_and_shape_comes_back(DType dtype)
    {
        using TemporaryFolder folder = new();
        foreach (Shape shape in (Shape[])[default, 1, 5, (0, 3), (2, 3, 4)])
        {
            Tensor array = Tensor.Zeros(new TensorSpec(shape, dtype));
            for (int i = 0; i < array.Size; i++)
            {
                array.WriteDouble(i, i % 7);
            }

            Npy.Save(folder.PathOf("x.npy"), array);
            Tensor read = Npy.Load(folder.PathOf("x.npy"));

            Assert.AreEqual(dtype, read.DType);
            Assert.AreEqual(shape, read.Shape);
            CollectionAssert.AreEqual(array.Buffer.Span<byte>().ToArray(), read.Buffer.Span<byte>().ToArray());
        }
    }
}

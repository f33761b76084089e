namespace NeuralOpt.Keras.Tests.Files;

[TestClass]
public sealed class NpzTests
{
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Arrays_come_back_in_their_order(bool compressed)
    {
        using TemporaryFolder folder = new();
        Dictionary<string, Tensor> arrays = new()
        {
            ["weights"] = Tensor.From<float>([1, 2, 3, 4, 5, 6], (2, 3)),
            ["flags"] = Tensor.From<bool>([true, false], 2),
            ["a"] = Tensor.From<long>([-7], default),
        };

        Npz.Save(folder.PathOf("x.npz"), arrays, compressed);
        IReadOnlyDictionary<string, Tensor> read = Npz.Load(folder.PathOf("x.npz"));

        CollectionAssert.AreEqual((string[])["weights", "flags", "a"], read.Keys.ToArray());
        Assert.AreEqual((Shape)(2, 3), read["weights"].Shape);
        CollectionAssert.AreEqual((float[])[1, 2, 3, 4, 5, 6], read["weights"].ToArray<float>());
        Assert.AreEqual(DType.Bool, read["flags"].DType);
        CollectionAssert.AreEqual((bool[])[true, false], read["flags"].ToArray<bool>());
        Assert.AreEqual(-7L, read["a"].ToArray<long>()[0]);
        CollectionAssert.AreEqual((string[])["x.npz"], folder.FileNames);
    }

    [TestMethod]
    public void A_name_twice_leaves_no_file()
    {
        using TemporaryFolder folder = new();
        KeyValuePair<string, Tensor> array = new("a", 1.0);

        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => Npz.Save(folder.PathOf("x.npz"), [array, array]));

        Assert.AreEqual("Npz.Save: every array must have a name of its own. Received: 'a' twice.", e.Message);
        Assert.IsEmpty(folder.FileNames);
    }

    [TestMethod]
    public void A_file_with_pickled_objects_is_refused() =>
        Assert.ThrowsExactly<InvalidFileException>(() => Npz.Load(Fixture.PathOf("numpy/object_lists_proto3.npz")));

    [TestMethod]
    public void Arrays_can_be_read_by_name_beside_others_that_are_refused()
    {
        IReadOnlyDictionary<string, Tensor> read = Npz.Load(Fixture.PathOf("numpy/object_lists_proto3.npz"), ["y"]);

        CollectionAssert.AreEqual((string[])["y"], read.Keys.ToArray());
        CollectionAssert.AreEqual((long[])[1, 0, 1], read["y"].ToArray<long>());
    }

    [TestMethod]
    public void A_file_that_is_no_archive_is_refused_and_can_be_deleted()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathOf("x.npz"), "<html>404 Not Found</html>");

        InvalidFileException e = Assert.ThrowsExactly<InvalidFileException>(() => Npz.Load(folder.PathOf("x.npz")));

        StringAssert.StartsWith(e.Message, "x.npz: a .npz file must be a whole zip archive");
        File.Delete(folder.PathOf("x.npz"));
    }

    [TestMethod]
    public void A_file_that_is_not_there_is_named()
    {
        using TemporaryFolder folder = new();

        Assert.Contains("nowhere.npz", Assert.Throws<FileNotFoundException>(() => Npz.Load(folder.PathOf("nowhere.npz"))).Message);
    }
}

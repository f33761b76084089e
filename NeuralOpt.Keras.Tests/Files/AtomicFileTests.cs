using NeuralOpt.Keras.Files;

namespace NeuralOpt.Keras.Tests.Files;

[TestClass]
public sealed class AtomicFileTests
{
    [TestMethod]
    public void A_file_is_replaced_as_a_whole()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathOf("a"), "old and longer");

        AtomicFile.Write(folder.PathOf("a"), stream =>
        {
            stream.Write("new"u8);
            Assert.AreEqual("old and longer", File.ReadAllText(folder.PathOf("a")));
        });

        Assert.AreEqual("new", File.ReadAllText(folder.PathOf("a")));
        CollectionAssert.AreEqual((string[])["a"], folder.FileNames);
    }

    [TestMethod]
    public void A_failure_leaves_the_old_file_and_nothing_else()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.PathOf("a"), "old");

        Assert.ThrowsExactly<InvalidOperationException>(() => AtomicFile.Write(folder.PathOf("a"), _ => throw new InvalidOperationException()));

        Assert.AreEqual("old", File.ReadAllText(folder.PathOf("a")));
        CollectionAssert.AreEqual((string[])["a"], folder.FileNames);
    }
}

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

    [TestMethod]
    public void A_file_that_cannot_be_written_is_a_sentence_without_the_file_in_the_making()
    {
        using TemporaryFolder folder = new();
        string missing = Path.Combine(folder.FullName, "no such folder", "a");
        Directory.CreateDirectory(folder.PathOf("b"));

        foreach (string path in (string[])[missing, folder.PathOf("b")])
        {
            KerasIOException e = Assert.ThrowsExactly<KerasIOException>(() => AtomicFile.Write(path, static stream => stream.Write("new"u8)));
            StringAssert.StartsWith(e.Message, $"{Path.GetFileName(path)}: it must be possible to write the file. Received: ");
            Assert.DoesNotContain(".tmp", e.Message);
        }

        KerasIOException full = Assert.ThrowsExactly<KerasIOException>(() => AtomicFile.Write(folder.PathOf("c"), static _ => throw new IOException("No space left on device")));
        Assert.AreEqual("c: it must be possible to write the file. Received: No space left on device", full.Message);
        Assert.IsEmpty(folder.FileNames);
    }
}

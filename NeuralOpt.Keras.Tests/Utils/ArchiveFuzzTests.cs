namespace NeuralOpt.Keras.Tests.Utilities;

/// <summary>Mutated archives: only our exception and the file system's leave the extractor, and nothing lands beside its folder.</summary>
[TestClass]
public sealed class ArchiveFuzzTests
{
    [TestMethod]
    [DataRow("zip")]
    [DataRow("tar")]
    [DataRow("tgz")]
    public void A_mutated_archive_is_unpacked_or_refused(string format)
    {
        byte[] original = format == "zip" ? GetFileTests.Zip("a/b.txt", "c.txt") : GetFileTests.Tar(format == "tgz", "a/b.txt", "c.txt");
        using TemporaryFolder folder = new();
        Random random = new(4321);
        int refused = 0;
        int unpacked = 0;
        for (int run = 0; run < 800; run++)
        {
            byte[] mutant = [.. original];
            for (int i = random.Next(1, 4); i > 0; i--)
            {
                mutant[random.Next(mutant.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(folder.PathOf("x"), random.Next(10) == 0 ? mutant[..random.Next(mutant.Length)] : mutant);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                ArchiveExtractor.Extract(folder.PathOf("x"), folder.PathOf("out"), "auto");
                unpacked++;
            }
            catch (Exception e) when (e is InvalidFileException or IOException)
            {
                refused++;
            }

            Assert.IsLessThan(2 << 20, GC.GetAllocatedBytesForCurrentThread() - before, $"{format}, run {run}");
            Assert.IsEmpty(Directory.GetFileSystemEntries(folder.FullName).Select(Path.GetFileName).Except(["x", "out"]), $"{format}, run {run}");
            if (Directory.Exists(folder.PathOf("out")))
            {
                Directory.Delete(folder.PathOf("out"), recursive: true);
            }
        }

        Assert.IsGreaterThan(30, refused);
        Assert.IsGreaterThan(30, unpacked);
    }
}

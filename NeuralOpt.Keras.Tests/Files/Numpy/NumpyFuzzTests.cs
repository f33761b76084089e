using System.Diagnostics;
using NeuralOpt.Keras.Files;
using NeuralOpt.Keras.Files.Numpy;

namespace NeuralOpt.Keras.Tests.Files.Numpy;

/// <summary>Mutated files: only our exception leaves the readers, and they allocate in proportion to the file.</summary>
[TestClass]
public sealed class NumpyFuzzTests
{
    private static readonly ulong[] s_extremes = [0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, long.MaxValue, ulong.MaxValue];

    [TestMethod]
    [DataRow("plain.npy", 50_000)]
    [DataRow("v2.npy", 50_000)]
    [DataRow("compressed.npz", 60_000)]
    [DataRow("object_lists_proto3.npz", 30_000)]
    [DataRow("dtypes.npz", 10_000)]
    public void A_mutated_file_is_read_or_refused(string file, int runs)
    {
        byte[] original = File.ReadAllBytes(Fixture.PathOf("numpy/" + file));
        Random random = new(12345);
        int refused = 0;
        int accepted = 0;
        for (int run = 0; run < runs; run++)
        {
            byte[] mutant = Mutate(original, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            try
            {
                Read(file, mutant, ref accepted, ref refused);
            }
            catch (InvalidFileException)
            {
                refused++;
            }
            catch (Exception e)
            {
                Assert.Fail($"{file}, run {run}: {e}");
            }

            // The directory of an archive, the buffers of deflate and a message cost some bytes whatever the size.
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.IsLessThan((LoadPolicy.DeflateLimit * mutant.Length) + (1 << 20), allocated, $"{file}, run {run}");
            Assert.IsLessThan(10, Stopwatch.GetElapsedTime(start).TotalSeconds, $"{file}, run {run}");
        }

        Assert.IsGreaterThan(runs / 20, refused, "Mutations that are all read test nothing.");
        Assert.IsGreaterThan(runs / 20, accepted, "Mutations that are all refused test nothing.");
    }

    private static void Read(string file, byte[] content, ref int accepted, ref int refused)
    {
        if (file.EndsWith(".npy", StringComparison.Ordinal))
        {
            NpyReader.Read(new MemoryStream(content), content.Length, file);
            accepted++;
            return;
        }

        using NpzReader reader = new(new MemoryStream(content), file, LoadPolicy.Default);
        foreach (string name in reader.Names)
        {
            try
            {
                reader.Read(name);
                accepted++;
            }
            catch (InvalidFileException)
            {
                refused++;
            }
        }
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        byte[] mutant = [.. original];
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int at = random.Next(mutant.Length);
            switch (random.Next(5))
            {
                case 0:
                    mutant[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    mutant[at] = (byte)random.Next(256);
                    break;
                case 2:
                    byte[] planted = BitConverter.GetBytes(s_extremes[random.Next(s_extremes.Length)]);
                    planted.AsSpan(0, Math.Min(1 << random.Next(4), mutant.Length - at)).CopyTo(mutant.AsSpan(at));
                    break;
                case 3:
                    mutant = random.Next(4) == 0 ? mutant[..(at + 1)] : mutant;
                    break;
                default:
                    int from = random.Next(mutant.Length);
                    int count = Math.Min(random.Next(1, 40), mutant.Length - Math.Max(at, from));
                    mutant.AsSpan(from, count).CopyTo(mutant.AsSpan(at));
                    break;
            }
        }

        return mutant;
    }
}

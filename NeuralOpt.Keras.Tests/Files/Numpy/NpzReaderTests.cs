using System.IO.Compression;
using System.Runtime.InteropServices;
using NeuralOpt.Keras.Files;
using NeuralOpt.Keras.Files.Numpy;

namespace NeuralOpt.Keras.Tests.Files.Numpy;

[TestClass]
public sealed class NpzReaderTests
{
    [TestMethod]
    [DataRow("int8", DType.Int8)]
    [DataRow("uint8", DType.UInt8)]
    [DataRow("int16", DType.Int16)]
    [DataRow("uint16", DType.UInt16)]
    [DataRow("int32", DType.Int32)]
    [DataRow("uint32", DType.UInt32)]
    [DataRow("int64", DType.Int64)]
    [DataRow("uint64", DType.Int64)]
    [DataRow("float16", DType.Float16)]
    [DataRow("float32", DType.Float32)]
    [DataRow("float64", DType.Float64)]
    [DataRow("bool", DType.Bool)]
    [DataRow("fortran", DType.Float32)]
    [DataRow("big_endian", DType.Float32)]
    public void Every_type_of_element_is_read(string name, DType dtype)
    {
        using NpzReader reader = NpzReader.Open(Fixture.PathOf("numpy/dtypes.npz"), LoadPolicy.Default);

        NpyArray array = reader.Read(name);

        Assert.AreEqual(dtype, array.DType);
        CollectionAssert.AreEqual((int[])[2, 3, 4], array.Shape);
        double[] expected = [.. Enumerable.Range(0, 24).Select(i => dtype == DType.Bool ? 1.0 - i % 2 : i)];
        CollectionAssert.AreEqual(expected, ToDoubles(array));
    }

    [TestMethod]
    public void A_scalar_and_an_empty_array_keep_their_shapes()
    {
        using NpzReader reader = NpzReader.Open(Fixture.PathOf("numpy/dtypes.npz"), LoadPolicy.Default);

        CollectionAssert.AreEqual((int[])[], reader.Read("scalar").Shape);
        CollectionAssert.AreEqual((int[])[0, 5], reader.Read("empty").Shape);
    }

    [TestMethod]
    public void Deflated_arrays_are_read()
    {
        using NpzReader reader = NpzReader.Open(Fixture.PathOf("numpy/compressed.npz"), LoadPolicy.Default);

        CollectionAssert.AreEqual(Enumerable.Range(0, 24).Select(i => (double)i).ToArray(), ToDoubles(reader.Read("a")));
    }

    [TestMethod]
    [DataRow("object_lists_proto2.npz")]
    [DataRow("object_lists_proto3.npz")]
    [DataRow("object_lists_proto4.npz")]
    public void Pickled_objects_are_refused_and_their_neighbours_read(string file)
    {
        using NpzReader reader = NpzReader.Open(Fixture.PathOf("numpy/" + file), LoadPolicy.Default);

        InvalidFileException e = Assert.ThrowsExactly<InvalidFileException>(() => reader.Read("x"));
        StringAssert.StartsWith(e.Message, $"{file}, array 'x': ");
        CollectionAssert.AreEqual((double[])[1, 0, 1], ToDoubles(reader.Read("y")));
    }

    [TestMethod]
    public void A_zip_bomb_is_refused_before_anything_is_unpacked()
    {
        byte[] bomb = Zip(("x.npy", new byte[20 << 20], CompressionLevel.SmallestSize));

        InvalidFileException e = Assert.ThrowsExactly<InvalidFileException>(() => new NpzReader(new MemoryStream(bomb), "bomb.npz", LoadPolicy.Default));

        StringAssert.Contains(e.Message, "the declared size must be at most 100 times the stored size");
    }

    [TestMethod]
    public void Many_arrays_that_are_small_enough_alone_are_a_bomb_together()
    {
        byte[] bomb = Zip([.. Enumerable.Range(0, 4).Select(i => ($"x{i}.npy", new byte[5 << 20], CompressionLevel.SmallestSize))]);

        InvalidFileException e = Assert.ThrowsExactly<InvalidFileException>(() => new NpzReader(new MemoryStream(bomb), "bomb.npz", LoadPolicy.Default));

        StringAssert.StartsWith(e.Message, "bomb.npz, all 4 arrays: the declared size must be at most 100 times the stored size");
    }

    [TestMethod]
    public void Entries_that_share_their_bytes_are_refused()
    {
        byte[] file = Zip(("x.npy", new byte[1000], CompressionLevel.NoCompression));
        byte[] overlapping = WithTwoEntriesOnOnePlace(file);
        using (ZipArchive zip = new(new MemoryStream(overlapping)))
        {
            CollectionAssert.AreEqual(new[] { "x.npy", "y.npy" }, zip.Entries.Select(static e => e.FullName).ToArray());
        }

        InvalidFileException e = Assert.ThrowsExactly<InvalidFileException>(() => new NpzReader(new MemoryStream(overlapping), "x.npz", LoadPolicy.Default));

        StringAssert.StartsWith(e.Message, $"x.npz: the entries must fit into the file of {overlapping.Length} bytes, one behind the other. Received: 2000 bytes");
    }

    [TestMethod]
    public void What_stands_behind_an_array_is_not_read_but_its_checksum_is()
    {
        MemoryStream two = new();
        NpyWriter.Write(two, DType.UInt8, [3], [1, 2, 3]);
        NpyWriter.Write(two, DType.UInt8, [2], [8, 9]);
        byte[] file = Zip(("x.npy", two.ToArray(), CompressionLevel.NoCompression));
        using (NpzReader reader = new(new MemoryStream(file), "x.npz", LoadPolicy.Default))
        {
            CollectionAssert.AreEqual((byte[])[1, 2, 3], reader.Read("x").Data);
        }

        file[file.AsSpan().IndexOf((byte[])[8, 9])] = 7;
        using NpzReader changed = new(new MemoryStream(file), "x.npz", LoadPolicy.Default);
        StringAssert.Contains(Assert.ThrowsExactly<InvalidFileException>(() => changed.Read("x")).Message, "checksum");
    }

    [TestMethod]
    public void A_limit_on_the_unpacked_bytes_is_kept()
    {
        byte[] file = Zip(("x.npy", new byte[1000], CompressionLevel.NoCompression));

        Assert.ThrowsExactly<InvalidFileException>(() => new NpzReader(new MemoryStream(file), "x.npz", new LoadPolicy { MaxBytes = 999 }));
    }

    [TestMethod]
    public void A_name_that_is_there_twice_or_is_no_array_is_refused()
    {
        byte[] twice = Zip(("x.npy", [1], CompressionLevel.NoCompression), ("x.npy", [2], CompressionLevel.NoCompression));
        byte[] other = Zip(("../../evil.txt", [1], CompressionLevel.NoCompression));

        Assert.ThrowsExactly<InvalidFileException>(() => new NpzReader(new MemoryStream(twice), "x.npz", LoadPolicy.Default));
        Assert.ThrowsExactly<InvalidFileException>(() => new NpzReader(new MemoryStream(other), "x.npz", LoadPolicy.Default));
    }

    [TestMethod]
    public void A_changed_byte_of_the_data_is_found_by_the_checksum()
    {
        MemoryStream stream = new();
        using (NpzWriter writer = new(stream, compressed: false))
        {
            writer.Add("x", DType.UInt8, [100], Enumerable.Repeat((byte)0xAB, 100).ToArray());
        }

        byte[] file = stream.ToArray();
        file[file.AsSpan().IndexOf(Enumerable.Repeat((byte)0xAB, 100).ToArray()) + 50] ^= 1;
        using NpzReader reader = new(new MemoryStream(file), "x.npz", LoadPolicy.Default);

        StringAssert.Contains(Assert.ThrowsExactly<InvalidFileException>(() => reader.Read("x")).Message, "checksum");
    }

    [TestMethod]
    public void A_missing_array_is_named_with_those_that_are_there()
    {
        using NpzReader reader = NpzReader.Open(Fixture.PathOf("numpy/compressed.npz"), LoadPolicy.Default);

        InvalidFileException e = Assert.ThrowsExactly<InvalidFileException>(() => reader.Read("b"));

        StringAssert.StartsWith(e.Message, "compressed.npz: an array 'b' must be there. Received: a");
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void The_same_arrays_give_the_same_bytes(bool compressed) => CollectionAssert.AreEqual(Write(compressed), Write(compressed));

    [TestMethod]
    public void The_checksum_is_the_one_of_zip()
    {
        Assert.AreEqual(0xCBF43926u, Crc32.Append(0, "123456789"u8));
        Assert.AreEqual(Crc32.Append(0, "123456789012345678901"u8), Crc32.Append(Crc32.Append(0, "1234567890123"u8), "45678901"u8));
    }

    [TestMethod]
    [TestCategory("Oracle")]
    [DataRow(true)]
    [DataRow(false)]
    public void NumPy_reads_what_we_write(bool compressed)
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.PathOf("x.npz"), Write(compressed));

        string output = NumpyOracle.Run(
            "import numpy,sys; z=numpy.load(sys.argv[1]); print(z.files, [(z[k].dtype.str, z[k].shape, z[k].ravel().tolist()) for k in z.files], z.zip.testzip())",
            folder.PathOf("x.npz"));

        Assert.AreEqual("['f', 'b', 's'] [('<f4', (2, 2), [0.5, -1.0, 2.0, 3.0]), ('|b1', (3,), [True, False, True]), ('<i8', (), [-5])] None", output);
    }

    [TestMethod]
    [TestCategory("Oracle")]
    public void We_read_what_NumPy_writes()
    {
        using TemporaryFolder folder = new();
        const string Script = """
            import numpy as n, sys
            a = n.random.RandomState(1).normal(0, 50, (3, 4, 5, 2))
            types = ['f2','f4','f8','i1','i2','i4','i8','u1','u2','u4','b1']
            arrays = {o + t + f: n.array(abs(a), order=f).astype(({'l':'<','b':'>'})[o] + t) for o in 'lb' for t in types for f in 'CF'}
            n.savez(sys.argv[1], **arrays)
            print(';'.join(k + '=' + ','.join('%.17g' % v for v in x.astype('f8').ravel(order='C')) for k, x in arrays.items()))
            """;
        string output = NumpyOracle.Run(Script, folder.PathOf("x.npz"));

        using NpzReader reader = NpzReader.Open(folder.PathOf("x.npz"), LoadPolicy.Default);

        Assert.HasCount(44, reader.Names);
        foreach (string line in output.Split(';'))
        {
            double[] expected = [.. line[(line.IndexOf('=') + 1)..].Split(',').Select(v => double.Parse(v, System.Globalization.CultureInfo.InvariantCulture))];
            CollectionAssert.AreEqual(expected, ToDoubles(reader.Read(line[..line.IndexOf('=')])), line[..line.IndexOf('=')]);
        }
    }

    internal static byte[] Write(bool compressed)
    {
        MemoryStream stream = new();
        using (NpzWriter writer = new(stream, compressed))
        {
            writer.Add("f", DType.Float32, [2, 2], MemoryMarshal.AsBytes<float>([0.5f, -1, 2, 3]));
            writer.Add("b", DType.Bool, [3], [1, 0, 1]);
            writer.Add("s", DType.Int64, [], BitConverter.GetBytes(-5L));
        }

        return stream.ToArray();
    }

    /// <summary>The directory of a file of one entry, written twice: both records lead to the same bytes.</summary>
    private static byte[] WithTwoEntriesOnOnePlace(byte[] file)
    {
        int directory = file.AsSpan().LastIndexOf((byte[])[(byte)'P', (byte)'K', 1, 2]);
        int end = file.AsSpan().LastIndexOf((byte[])[(byte)'P', (byte)'K', 5, 6]);
        byte[] record = file[directory..end];
        byte[] second = [.. record];
        second[record.AsSpan().IndexOf("x.npy"u8)] = (byte)'y';
        byte[] tail = file[end..];
        BitConverter.GetBytes((ushort)2).CopyTo(tail, 8);
        BitConverter.GetBytes((ushort)2).CopyTo(tail, 10);
        BitConverter.GetBytes(2 * record.Length).CopyTo(tail, 12);
        return [.. file[..directory], .. record, .. second, .. tail];
    }

    private static byte[] Zip(params (string Name, byte[] Data, CompressionLevel Level)[] entries)
    {
        MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] data, CompressionLevel level) in entries)
            {
                using Stream entry = archive.CreateEntry(name, level).Open();
                entry.Write(data);
            }
        }

        return stream.ToArray();
    }

    private static double[] ToDoubles(NpyArray array) => array.DType switch
    {
        DType.Float16 => Cast<Half>(array, v => (double)v),
        DType.Float32 => Cast<float>(array, v => v),
        DType.Float64 => Cast<double>(array, v => v),
        DType.Int8 => Cast<sbyte>(array, v => v),
        DType.Int16 => Cast<short>(array, v => v),
        DType.Int32 => Cast<int>(array, v => v),
        DType.Int64 => Cast<long>(array, v => v),
        DType.UInt16 => Cast<ushort>(array, v => v),
        DType.UInt32 => Cast<uint>(array, v => v),
        _ => Cast<byte>(array, v => v),
    };

    private static double[] Cast<T>(NpyArray array, Func<T, double> convert)
        where T : unmanaged => [.. MemoryMarshal.Cast<byte, T>(array.Data).ToArray().Select(convert)];
}

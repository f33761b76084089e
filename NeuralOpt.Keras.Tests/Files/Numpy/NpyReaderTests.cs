using System.Runtime.InteropServices;
using System.Text;
using NeuralOpt.Keras.Files.Numpy;

namespace NeuralOpt.Keras.Tests.Files.Numpy;

[TestClass]
public sealed class NpyReaderTests
{
    [TestMethod]
    [DataRow("plain.npy")]
    [DataRow("v2.npy")]
    public void Formats_1_and_2_are_read(string file)
    {
        NpyArray array = Read(File.ReadAllBytes(Fixture.PathOf("numpy/" + file)));

        Assert.AreEqual(DType.Float32, array.DType);
        CollectionAssert.AreEqual((int[])[2, 3, 4], array.Shape);
        CollectionAssert.AreEqual(Enumerable.Range(0, 24).Select(i => (float)i).ToArray(), MemoryMarshal.Cast<byte, float>(array.Data).ToArray());
    }

    [TestMethod]
    public void Format_3_is_read()
    {
        NpyArray array = Read(FileOf("{'descr': '<i2', 'fortran_order': False, 'shape': (2,), }\n", [1, 0, 2, 0], version: 3));

        CollectionAssert.AreEqual((short[])[1, 2], MemoryMarshal.Cast<byte, short>(array.Data).ToArray());
    }

    [TestMethod]
    public void What_is_written_is_what_NumPy_writes()
    {
        byte[] file = File.ReadAllBytes(Fixture.PathOf("numpy/plain.npy"));
        NpyArray array = Read(file);
        MemoryStream stream = new();

        NpyWriter.Write(stream, array.DType, array.Shape, array.Data);

        CollectionAssert.AreEqual(file, stream.ToArray());
    }

    [TestMethod]
    public void Column_order_is_turned_into_row_order()
    {
        NpyArray array = Read(FileOf("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3), }\n", [0, 3, 1, 4, 2, 5]));

        CollectionAssert.AreEqual((byte[])[0, 1, 2, 3, 4, 5], array.Data);
    }

    [TestMethod]
    public void Big_endian_numbers_are_swapped()
    {
        NpyArray array = Read(FileOf("{'descr': '>i8', 'fortran_order': False, 'shape': (1,), }\n", [0, 0, 0, 0, 0, 0, 1, 2]));

        Assert.AreEqual(258, BitConverter.ToInt64(array.Data));
    }

    [TestMethod]
    public void Of_several_arrays_in_a_file_the_first_is_read_as_NumPy_does()
    {
        byte[] first = FileOf("{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }\n", [1, 2]);
        byte[] second = FileOf("{'descr': '|u1', 'fortran_order': False, 'shape': (3,), }\n", [7, 8, 9]);

        CollectionAssert.AreEqual((byte[])[1, 2], Read([.. first, .. second]).Data);
        CollectionAssert.AreEqual((byte[])[1, 2], Read([.. first, 0xFF]).Data);
    }

    [TestMethod]
    [DataRow("(2,)", 1, DisplayName = "too few bytes")]
    [DataRow("(9223372036854775807,)", 2)]
    [DataRow("(2000000000, 2000000000, 2000000000)", 2)]
    [DataRow("(-2,)", 2)]
    [DataRow("(2", 2)]
    [DataRow("[2]", 2)]
    public void A_shape_that_does_not_fit_into_the_file_is_refused(string shape, int bytes)
    {
        InvalidFileException e = Refused(FileOf($"{{'descr': '|u1', 'fortran_order': False, 'shape': {shape}, }}\n", new byte[bytes]));

        StringAssert.StartsWith(e.Message, "x.npy: ");
        StringAssert.Contains(e.Message, "Received: ");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("{}")]
    [DataRow("{'descr': '|u1', 'fortran_order': False}")]
    [DataRow("{'descr': '|u1', 'descr': '|u1', 'fortran_order': False, 'shape': ()}")]
    [DataRow("{'descr': '|u1', 'fortran_order': 0, 'shape': ()}")]
    [DataRow("{'descr': '|u1', 'fortran_order': False, 'shape': ()} + 1")]
    [DataRow("{'descr': [('a', '<i4')], 'fortran_order': False, 'shape': ()}")]
    [DataRow("{'descr': '\\x41', 'fortran_order': False, 'shape': ()}")]
    [DataRow("__import__('os').system('ls')")]
    public void A_header_that_is_not_the_three_keys_is_refused(string header) =>
        StringAssert.Contains(Refused(FileOf(header, [1])).Message, "the header must be");

    [TestMethod]
    [DataRow("|O", "unpickling objects runs code")]
    [DataRow("<c8", "the dtype must be")]
    [DataRow("<U3", "the dtype must be")]
    [DataRow("|f4", "the dtype must be")]
    [DataRow("<M8[ns]", "the dtype must be")]
    [DataRow("|V8", "the dtype must be")]
    public void Other_types_of_elements_are_refused(string descr, string reason) =>
        StringAssert.Contains(Refused(FileOf($"{{'descr': '{descr}', 'fortran_order': False, 'shape': (1,), }}", new byte[8])).Message, reason);

    [TestMethod]
    public void A_bool_that_is_neither_0_nor_1_is_refused() =>
        StringAssert.Contains(Refused(FileOf("{'descr': '|b1', 'fortran_order': False, 'shape': (2,), }", [1, 7])).Message, "Received: 7.");

    [TestMethod]
    public void A_uint64_above_the_range_of_int64_is_refused()
    {
        const string Header = "{'descr': '<u8', 'fortran_order': False, 'shape': (1,), }";

        Assert.AreEqual(DType.Int64, Read(FileOf(Header, BitConverter.GetBytes(long.MaxValue))).DType);
        StringAssert.Contains(Refused(FileOf(Header, BitConverter.GetBytes(ulong.MaxValue))).Message, "18446744073709551615");
    }

    [TestMethod]
    public void Every_shorter_part_of_a_file_is_refused()
    {
        byte[] file = File.ReadAllBytes(Fixture.PathOf("numpy/plain.npy"));
        for (int length = 0; length < file.Length; length++)
        {
            Refused(file[..length]);
        }
    }

    [TestMethod]
    public void A_stream_that_ends_early_is_refused()
    {
        byte[] file = File.ReadAllBytes(Fixture.PathOf("numpy/plain.npy"));

        Assert.ThrowsExactly<InvalidFileException>(() => NpyReader.Read(new MemoryStream(file[..^1]), file.Length, "x.npy"));
    }

    internal static byte[] FileOf(string header, byte[] data, int version = 1)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] length = version == 1 ? BitConverter.GetBytes((ushort)text.Length) : BitConverter.GetBytes(text.Length);
        return [0x93, .. "NUMPY"u8, (byte)version, 0, .. length, .. text, .. data];
    }

    private static NpyArray Read(byte[] file) => NpyReader.Read(new MemoryStream(file), file.Length, "x.npy");

    private static InvalidFileException Refused(byte[] file) => Assert.ThrowsExactly<InvalidFileException>(() => Read(file));
}

using System.Buffers.Binary;
using System.Text;

namespace NeuralOpt.Keras.Files.Numpy;

/// <summary>The header of a <c>.npy</c> file, formats 1.0 to 3.0: element type, order of the axes, shape.</summary>
internal sealed record NpyHeader(NpyDescr Descr, bool FortranOrder, int[] Shape)
{
    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>NumPy itself refuses longer ones than 10,000; a shape of 64 axes takes 700.</summary>
    private const int MaxLength = 10_000;

    private const int MaxNdim = 64;

    /// <summary>NumPy leaves room for the first dimension to grow to 21 digits.</summary>
    private const int GrowthDigits = 21;

    internal long Elements { get; private init; }

    /// <summary>Reads the header and leaves the stream at the first byte of the data.</summary>
    /// <param name="stream">At the first byte of the file.</param>
    /// <param name="length">Bytes of the whole file.</param>
    /// <param name="where">The file's name in messages.</param>
    /// <param name="headerBytes">Bytes before the data.</param>
    internal static NpyHeader Read(Stream stream, long length, string where, out int headerBytes)
    {
        Span<byte> start = stackalloc byte[12];
        int read = stream.ReadAtLeast(start[..10], 10, throwOnEndOfStream: false);
        if (read < 10 || !start[..6].SequenceEqual(Magic))
        {
            throw new InvalidFileException($"{where}: a .npy file must begin with the bytes 93 'NUMPY'. Received: {Convert.ToHexString(start[..Math.Min(read, 6)])}.");
        }

        int major = start[6];
        if (major is < 1 or > 3 || start[7] != 0)
        {
            throw new InvalidFileException($"{where}: the .npy format must be 1.0, 2.0 or 3.0. Received: {major}.{start[7]}.");
        }

        long count = BinaryPrimitives.ReadUInt16LittleEndian(start[8..]);
        headerBytes = 10;
        if (major > 1)
        {
            if (stream.ReadAtLeast(start[10..12], 2, throwOnEndOfStream: false) < 2)
            {
                throw Truncated(where, length);
            }

            count = BinaryPrimitives.ReadUInt32LittleEndian(start[8..]);
            headerBytes = 12;
        }

        if (count > MaxLength || count > length - headerBytes)
        {
            throw new InvalidFileException($"{where}: the header must be at most {MaxLength} bytes and inside the file of {length}. Received: {count} bytes.");
        }

        byte[] text = new byte[count];
        if (stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false) < text.Length)
        {
            throw Truncated(where, length);
        }

        headerBytes += text.Length;
        return Parse((major == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(text), where);
    }

    private static NpyHeader Parse(string text, string where)
    {
        PythonLiteralReader reader = new(text, where);
        string? descr = null;
        bool? fortran = null;
        List<int>? shape = null;
        reader.Expect('{');
        while (!reader.Take('}'))
        {
            string key = reader.String();
            reader.Expect(':');
            bool first;
            switch (key)
            {
                case "descr":
                    first = descr is null;
                    descr = reader.String();
                    break;
                case "fortran_order":
                    first = fortran is null;
                    fortran = reader.Boolean();
                    break;
                case "shape":
                    first = shape is null;
                    shape = reader.Tuple(MaxNdim);
                    break;
                default:
                    first = false;
                    break;
            }

            if (!first)
            {
                throw reader.Malformed();
            }

            if (!reader.Take(','))
            {
                reader.Expect('}');
                break;
            }
        }

        reader.End();
        if (descr is null || fortran is null || shape is null)
        {
            throw reader.Malformed();
        }

        return new NpyHeader(NpyDescr.Parse(where, descr), fortran.Value, [.. shape]) { Elements = Count(shape, where) };
    }

    private static long Count(List<int> shape, string where)
    {
        if (shape.Contains(0))
        {
            return 0;
        }

        long elements = 1;
        foreach (int dimension in shape)
        {
            if (elements > long.MaxValue / 16 / dimension)
            {
                throw new InvalidFileException($"{where}: the shape must have fewer than 2^59 elements. Received: ({string.Join(", ", shape)}).");
            }

            elements *= dimension;
        }

        return elements;
    }

    /// <summary>The bytes that NumPy writes before the data, padded so that these begin at a multiple of 64.</summary>
    internal static byte[] Format(DType dtype, ReadOnlySpan<int> shape)
    {
        StringBuilder text = new();
        text.Append("{'descr': '").Append(NpyDescr.Format(dtype)).Append("', 'fortran_order': False, 'shape': (");
        for (int i = 0; i < shape.Length; i++)
        {
            text.Append(i > 0 ? ", " : "").Append(shape[i]);
        }

        text.Append(shape.Length == 1 ? ",), }" : "), }");
        if (shape.Length > 0)
        {
            text.Append(' ', GrowthDigits - shape[0].ToString().Length);
        }

        int total = (10 + text.Length + 1 + 63) / 64 * 64;
        text.Append(' ', total - 10 - text.Length - 1).Append('\n');
        byte[] bytes = new byte[total];
        Magic.CopyTo(bytes);
        bytes[6] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)(total - 10));
        Encoding.Latin1.GetBytes(text.ToString(), bytes.AsSpan(10));
        return bytes;
    }

    internal static InvalidFileException Truncated(string where, long length) =>
        new($"{where}: the file must hold all that its header declares. Received: an end after at most {length} bytes.");

    /// <summary>A text from a file, fit for a message.</summary>
    internal static string Shorten(string text)
    {
        StringBuilder shortened = new();
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, 80)))
        {
            shortened.Append(char.IsControl(c) ? '?' : c);
        }

        return text.Length > 80 ? shortened.Append("...").ToString() : shortened.ToString();
    }
}

using System.Text;

namespace NeuralOpt.Keras;

/// <summary>An entry of a tar file: a header, then <paramref name="Size"/> bytes.</summary>
/// <param name="Name">With folders.</param>
/// <param name="Size">Bytes of its content.</param>
/// <param name="Type">The letter of the format: 0 a file, 5 a folder, others links and devices.</param>
internal readonly record struct TarEntry(string Name, long Size, char Type);

/// <summary>Reads the headers of a tar file (v7, ustar, pax, GNU), forward only.</summary>
/// <remarks><c>System.Formats.Tar</c> allocates whatever a pax header declares; here it may declare 1 MiB.</remarks>
internal sealed class TarEntries(Stream stream, string where)
{
    private const int Block = 512;
    private const int MaxExtension = 1 << 20;

    private readonly byte[] _header = new byte[Block];
    private long _left;
    private long _padding;

    /// <summary>The next file, folder, link or device, or null at the end; what was not read of the last one is skipped.</summary>
    internal TarEntry? Next()
    {
        string? longName = null;
        long? longSize = null;
        while (true)
        {
            Skip();
            if (!ReadHeader())
            {
                return null;
            }

            char type = (char)_header[156];
            long size = Number(_header.AsSpan(124, 12));
            switch (type)
            {
                case 'x':
                    foreach ((string key, string value) in Records(ReadExtension(size)))
                    {
                        longName = key == "path" ? value : longName;
                        longSize = key == "size" ? long.TryParse(value, out long parsed) && parsed >= 0 ? parsed : throw Malformed("a size in a pax header") : longSize;
                    }

                    break;
                case 'L':
                    longName = Text(ReadExtension(size));
                    break;
                case 'g' or 'K':
                    ReadExtension(size);
                    break;
                default:
                    Begin(longSize ?? size);
                    return new TarEntry(longName ?? Name(), _left, type is '\0' or '7' ? '0' : type);
            }
        }
    }

    /// <summary>Reads content of the entry; 0 at its end.</summary>
    internal int Read(Span<byte> buffer)
    {
        int wanted = (int)Math.Min(buffer.Length, _left);
        int count = wanted == 0 ? 0 : stream.Read(buffer[..wanted]);
        _left -= count;
        return count > 0 || wanted == 0 ? count : throw Malformed("an end inside an entry");
    }

    private void Begin(long size)
    {
        _left = size;
        _padding = (Block - (size % Block)) % Block;
    }

    private void Skip()
    {
        _left += _padding;
        _padding = 0;
        Span<byte> buffer = stackalloc byte[4096];
        while (Read(buffer) > 0)
        {
        }
    }

    private bool ReadHeader()
    {
        if (stream.ReadAtLeast(_header, Block, throwOnEndOfStream: false) < Block)
        {
            throw Malformed("an end where a header must be");
        }

        if (!_header.AsSpan().ContainsAnyExcept((byte)0))
        {
            return false;
        }

        // The checksum counts its own field as spaces.
        long sum = 8 * ' ';
        for (int i = 0; i < Block; i++)
        {
            sum += i is >= 148 and < 156 ? 0 : _header[i];
        }

        return sum == Number(_header.AsSpan(148, 8)) ? true : throw Malformed("a header with a wrong checksum");
    }

    private byte[] ReadExtension(long size)
    {
        if (size > MaxExtension)
        {
            throw Malformed($"a header extension of {size} bytes");
        }

        Begin(size);
        byte[] data = new byte[size];
        for (int at = 0; at < data.Length;)
        {
            at += Read(data.AsSpan(at));
        }

        return data;
    }

    private string Name()
    {
        string name = Text(_header.AsSpan(0, 100));
        // GNU's older format has times where ustar has the first part of the name.
        string prefix = _header.AsSpan(257, 6).SequenceEqual("ustar\0"u8) ? Text(_header.AsSpan(345, 155)) : "";
        return prefix.Length > 0 ? $"{prefix}/{name}" : name;
    }

    /// <summary>The records of a pax header: <c>length key=value</c>, each with a line end.</summary>
    private List<(string Key, string Value)> Records(ReadOnlySpan<byte> data)
    {
        List<(string, string)> records = [];
        while (data.Length > 0)
        {
            int space = data.IndexOf((byte)' ');
            if (space < 1 || !int.TryParse(data[..space], out int length) || length <= space + 1 || length > data.Length || data[length - 1] != '\n')
            {
                throw Malformed("a pax header without its lengths");
            }

            string record = Encoding.UTF8.GetString(data[(space + 1)..(length - 1)]);
            int equals = record.IndexOf('=');
            records.Add(equals > 0 ? (record[..equals], record[(equals + 1)..]) : throw Malformed("a pax header without a key"));
            data = data[length..];
        }

        return records;
    }

    /// <summary>Octal digits, or for large files a big-endian number marked by the first bit.</summary>
    private long Number(ReadOnlySpan<byte> field)
    {
        long value = 0;
        if ((field[0] & 0x80) != 0)
        {
            foreach (byte b in field[1..])
            {
                value = value < 1L << 50 ? (value << 8) | b : throw Malformed("a size that is too large");
            }

            return field[0] == 0x80 ? value : throw Malformed("a negative size");
        }

        foreach (char c in Text(field).Trim(' '))
        {
            value = c is >= '0' and <= '7' ? (value * 8) + (c - '0') : throw Malformed("a number that is not octal");
        }

        return value;
    }

    private static string Text(ReadOnlySpan<byte> field)
    {
        int end = field.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? field : field[..end]);
    }

    private InvalidFileException Malformed(string what) => new($"{where}: a tar file must be whole. Received: {what}.");
}

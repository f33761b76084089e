namespace NeuralOpt.Keras.Files;

/// <summary>What a zip entry unpacks to, counted and summed: never more than declared, and the checksum at its end.</summary>
internal sealed class ZipEntryStream(Stream inner, string where, long length, uint crc) : Stream
{
    private long _read;
    private uint _crc;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int count = inner.Read(buffer);
        _crc = Crc32.Append(_crc, buffer[..count]);
        _read += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>Reads what is left, a piece at a time, and forgets it: the checksum is that of the whole entry.</summary>
    internal void Skip()
    {
        Span<byte> rest = stackalloc byte[4096];
        while (_read <= length && Read(rest) > 0)
        {
        }
    }

    /// <summary>Throws unless the entry has been read to its end and is what was packed.</summary>
    internal void CheckEnd()
    {
        Span<byte> more = stackalloc byte[1];
        if (inner.Read(more) != 0 || _read != length || _crc != crc)
        {
            throw new InvalidFileException(
                $"{where}: the entry must have {length} bytes with the checksum {crc:X8}. Received: {_read} bytes or more with {_crc:X8}.");
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

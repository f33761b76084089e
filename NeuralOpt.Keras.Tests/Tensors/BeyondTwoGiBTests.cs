using NeuralOpt.Keras.Files.Numpy;

namespace NeuralOpt.Keras.Tests;

/// <summary>Tensors of more than 2^31 bytes, where a span of bytes ends. They need 8 GB, so that NEURALOPT_LONG=1 asks for them.</summary>
[TestClass]
[TestCategory("Long")]
[DoNotParallelize]
public sealed class BeyondTwoGiBTests
{
    private const int Count = 600_000_000;

    [TestInitialize]
    public void Asked()
    {
        if (Environment.GetEnvironmentVariable("NEURALOPT_LONG") != "1")
        {
            Assert.Inconclusive("Needs 8 GB of memory: set NEURALOPT_LONG=1.");
        }
    }

    [TestMethod]
    public void An_array_of_more_than_2_GiB_goes_in_and_out()
    {
        float[] values = new float[Count];
        values[^1] = 7;
        Tensor x = Tensor.From(values);
        Assert.AreEqual(7, x.ReadDouble(Count - 1));
        Array back = x.ToArray();
        Assert.AreEqual(7f, ((float[])back)[^1]);
    }

    [TestMethod]
    public void An_element_beyond_2_GiB_can_be_set()
    {
        Tensor x = Ops.Zeros((150_000, 4_000));
        x[149_999, 0] = 7.0;
        x[149_999, 3998..] = Tensor.From(new[] { 1f, 2f });
        Assert.AreEqual(7, x[149_999, 0].Item());
        Assert.AreEqual(2, x[149_999, 3999].Item());
        Assert.AreEqual(10, Ops.Sum(x).Item());
    }

    [TestMethod]
    public void A_tensor_of_more_than_2_GiB_is_written_whole()
    {
        Tensor x = Ops.Zeros(Count);
        x[Count - 1] = 1.0;
        CountingStream stream = new();
        NpyWriter.Write(stream, x);
        Assert.AreEqual(128 + (4L * Count), stream.Length);
        Assert.AreEqual(0x3F, stream.Last);
    }

    [TestMethod]
    public void A_function_of_the_host_has_a_result_of_more_than_2_GiB()
    {
        Tensor y = Ops.Searchsorted(Tensor.From(new[] { 0.5f }), Ops.Zeros(Count));
        Assert.AreEqual(0, y.ReadDouble(Count - 1));
    }

    // Keeps nothing but the length and the last byte.
    private sealed class CountingStream : Stream
    {
        private long _length;

        internal byte Last { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _length += buffer.Length;
            Last = buffer.IsEmpty ? Last : buffer[^1];
        }
    }
}

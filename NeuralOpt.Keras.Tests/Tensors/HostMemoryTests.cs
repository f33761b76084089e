using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public sealed class HostMemoryTests
{
    private const long GiB = 1L << 30;

    [TestMethod]
    public void Memory_beyond_the_limit_is_refused_with_its_bytes_before_it_is_taken()
    {
        using IDisposable limit = HostMemory.Limit(GiB);
        TensorMemoryException e = Assert.ThrowsExactly<TensorMemoryException>(() => Ops.Zeros((1 << 16, 1 << 14)));
        Assert.AreEqual(4 * GiB, e.Bytes);
        Assert.AreEqual("Tensor: the values must fit into memory. Received: 4,294,967,296 bytes.", e.Message);
        Assert.ThrowsExactly<TensorMemoryException>(() => new Dense(1 << 20).Apply(Ops.Ones((1, 1 << 10))));
        Assert.ThrowsExactly<TensorMemoryException>(() => HostMemory.Array<double>(1L << 40, "Here"));
    }

    [TestMethod]
    public void A_limit_ends_with_its_scope()
    {
        using (HostMemory.Limit(0))
        {
            Assert.ThrowsExactly<TensorMemoryException>(() => Ops.Zeros((1 << 20, 1)));
            Assert.AreEqual(1, Ops.Zeros(1).Size);
        }

        Assert.AreEqual(1 << 20, Ops.Zeros((1 << 20, 1)).Size);
    }

    [TestMethod]
    public void Memory_that_no_machine_has_is_refused_with_its_bytes()
    {
        TensorMemoryException e = Assert.ThrowsExactly<TensorMemoryException>(() => HostMemory.Array<long>(long.MaxValue / 4, "Here"));
        Assert.AreEqual(long.MaxValue, e.Bytes);
        Assert.IsInstanceOfType<OutOfMemoryException>(e);
    }
}

namespace NeuralOpt.Keras.Tests;

[TestClass]
public sealed class TensorConversionTests
{
    [TestMethod]
    public void Arrays_of_every_type_and_rank_keep_type_and_shape()
    {
        Check(new float[] { 1, 2 }, DType.Float32, 2);
        Check(new double[,] { { 1, 2, 3 } }, DType.Float64, (1, 3));
        Check(new byte[2, 3, 4], DType.UInt8, (2, 3, 4));
        Check(new bool[1, 2, 1, 2], DType.Bool, (1, 2, 1, 2));
        Check(new long[] { 1L << 60 }, DType.Int64, 1);
        Check(new Half[] { (Half)1.5 }, DType.Float16, 1);
        Check(new sbyte[] { -1 }, DType.Int8, 1);
        Check(new short[] { -1 }, DType.Int16, 1);
        Check(new ushort[] { 1 }, DType.UInt16, 1);
        Check(new uint[] { 1 }, DType.UInt32, 1);
        Check(new int[0, 3], DType.Int32, (0, 3));
    }

    [TestMethod]
    public void Jagged_arrays_and_nested_collections_become_one_tensor()
    {
        Assert.AreEqual("[[1 2]\n [3 4]]", ((Tensor)new[] { new[] { 1, 2 }, [3, 4] }).ToString());
        Assert.AreEqual("[[1. 2.]\n [3. 4.]]", Tensor.From(new List<double[]> { new[] { 1.0, 2 }, new[] { 3.0, 4 } }).ToString());
        Assert.AreEqual("[1.  2.5]", Tensor.From(new List<object> { 1, 2.5 }).ToString());
        Assert.AreEqual("[0 1 4]", Tensor.From(Enumerable.Range(0, 3).Select(i => i * i)).ToString());
        Assert.ThrowsExactly<ShapeException>(() => (Tensor)new[] { new[] { 1, 2 }, [3] });
        Assert.ThrowsExactly<KerasArgumentException>(() => Tensor.From(new[] { "one" }));
    }

    [TestMethod]
    public void Spans_and_memory_become_tensors()
    {
        ReadOnlySpan<double> span = [1, 2, 3];
        Assert.AreEqual("[1. 2. 3.]", Tensor.From(span).ToString());
        Assert.AreEqual("[[1 2]]", Tensor.From<int>([1, 2], (1, 2)).ToString());
        Assert.AreEqual("[2 3]", Tensor.From<int>(new ReadOnlyMemory<int>([1, 2, 3])[1..]).ToString());
        Assert.ThrowsExactly<ShapeException>(() => Tensor.From<int>([1, 2], 3));
    }

    [TestMethod]
    public void Values_come_back_as_array_span_and_number()
    {
        Tensor t = new float[,] { { 1, 2 }, { 3, 4 } };
        Assert.AreEqual(3f, ((float[,])t)[1, 0]);
        CollectionAssert.AreEqual(new[] { 1, 2, 3, 4 }, t.ToArray<int>());
        Assert.AreEqual(4f, t.AsSpan<float>()[3]);
        Assert.ThrowsExactly<KerasInvalidOperationException>(() => t.AsSpan<int>().Length);
        Assert.AreEqual(2.0, (double)t[0, 1]);
        long large = (1L << 62) + 1;
        Assert.AreEqual(large, (long)(Tensor)large);
        Assert.ThrowsExactly<ShapeException>(() => ((Tensor)1).ToArray());
    }

    [TestMethod]
    public void A_symbolic_tensor_says_that_it_has_no_values()
        => StringAssert.Contains(Assert.ThrowsExactly<KerasInvalidOperationException>(() => new KerasTensor(3).ToArray()).Message, "has no values");

    [TestMethod]
    public void Operators_work_on_bools_and_bits()
    {
        Tensor a = new[] { true, true, false };
        Tensor b = new[] { true, false, false };
        Assert.AreEqual("[ True False False]", (a & b).ToString());
        Assert.AreEqual("[ True  True False]", (a | b).ToString());
        Assert.AreEqual("[False  True False]", (a ^ b).ToString());
        Assert.AreEqual("[False False  True]", (!a).ToString());
        Assert.AreEqual("[-2 -3]", (~(Tensor)new[] { 1, 2 }).ToString());
        Assert.AreEqual("[2 2]", ((Tensor)new[] { 6, 3 } & 2).ToString());
        Assert.AreEqual("[2 1]", ((Tensor)new[] { -7, 7 } % 3).ToString());
    }

    private static void Check(Array array, DType dtype, Shape shape)
    {
        Tensor t = array;
        Assert.AreEqual(dtype, t.DType);
        Assert.AreEqual(shape, t.Shape);
        CollectionAssert.AreEqual(array, t.ToArray());
    }
}

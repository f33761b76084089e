using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests;

/// <summary>A bare number that a dtype cannot hold is compared by value, and refused where it would have to be stored.</summary>
[TestClass]
public sealed class BareNumberTests
{
    [TestMethod]
    public void Comparisons_have_the_true_answer()
    {
        Tensor bytes = Tensor.From(new byte[] { 0, 255 });
        Holds([false, false], Ops.Equal(bytes, 256));
        Holds([true, true], Ops.NotEqual(bytes, 256));
        Holds([true, true], bytes > -1);
        Holds([true, true], -1 < bytes);
        Holds([false, false], bytes < -1);
        Holds([true, true], bytes <= 300);
        Holds([false, false], bytes >= 300);
        Holds([false, false], bytes == 256);
        Holds([true, true], Tensor.From(new sbyte[] { -128, 127 }) < 128);
        Holds([false, true], Ops.Equal(bytes, 255));
    }

    [TestMethod]
    public void Comparisons_have_the_true_answer_in_a_compiled_step_and_in_a_model()
    {
        Func<Tensor, Tensor> compiled = Function.Compile((Tensor x) => Ops.Equal(x, 256));
        Holds([false], compiled(Tensor.From(new byte[] { 0 })));
        Input input = new(1, dtype: "uint8");
        Model model = new(input, Ops.Cast(Ops.Greater(input, -1), DType.Float32));
        Assert.AreEqual(1.0, model.Predict(Tensor.From(new byte[,] { { 0 } }), verbose: 0).Item());
    }

    [TestMethod]
    public void An_infinite_float_is_not_a_number_beyond_its_range()
    {
        Holds([false], Ops.Equal(Ops.Full(1, double.PositiveInfinity, DType.Float16), 100_000));
        Holds([false], Ops.Equal(Ops.Full(1, double.PositiveInfinity), 1e300));
        Holds([true], Ops.Equal(Tensor.From(new[] { 0.1f }), 0.1));
    }

    [TestMethod]
    public void Questions_about_places_have_the_true_answer()
    {
        Tensor bytes = Tensor.From(new byte[] { 1, 5, 200 });
        Assert.AreEqual(3.0, Ops.Searchsorted(bytes, 300).Item());
        Assert.AreEqual(0.0, Ops.Searchsorted(bytes, -1).Item());
        Holds([false, false, false], Ops.Isin(bytes, 257));
        Holds([false, false, false], Ops.Isclose(bytes, 257));
    }

    [TestMethod]
    public void Clip_leaves_out_a_bound_beyond_the_dtype()
    {
        Tensor x = Tensor.From(new byte[] { 5, 250 });
        Tensor y = Ops.Clip(x, -1, 300);
        Assert.AreEqual(DType.UInt8, y.DType);
        CollectionAssert.AreEqual(new byte[] { 5, 250 }, y.ToArray<byte>());
        CollectionAssert.AreEqual(new byte[] { 10, 100 }, Ops.Clip(x, 10, 100).ToArray<byte>());
        CollectionAssert.AreEqual(new byte[] { 5, 100 }, Ops.Clip(x, -5, 100).ToArray<byte>());
        CollectionAssert.AreEqual(new float[] { 5, 99.5f }, Ops.Clip(x, 0, 99.5).ToArray<float>());
        Refused("Clip: a number that becomes uint8 must be between 0 and 255. Received: 300.", () => Ops.Clip(x, 300, 400));
    }

    [TestMethod]
    public void Everything_else_refuses_it()
    {
        Tensor bytes = Tensor.From(new byte[] { 5 });
        Tensor signed = Tensor.From(new sbyte[] { 1 });
        Refused("Maximum: a number that becomes uint8 must be between 0 and 255. Received: -5.", () => Ops.Maximum(bytes, -5));
        Refused("Multiply: a number that becomes int8 must be between -128 and 127. Received: 200.", () => signed * 200);
        Refused("Add: a number that becomes uint8 must be between 0 and 255. Received: 256.", () => bytes + 256);
        Refused("Subtract: a number that becomes uint8 must be between 0 and 255. Received: -1.", () => -1 - bytes);
        Refused("Mod: a number that becomes uint8 must be between 0 and 255. Received: 256.", () => bytes % 256);
        Refused("FloorDivide: a number that becomes uint8 must be between 0 and 255. Received: 256.", () => Ops.FloorDivide(bytes, 256));
        Refused("BitwiseAnd: a number that becomes uint8 must be between 0 and 255. Received: 256.", () => Ops.BitwiseAnd(bytes, 256));
        Refused("Where: a number that becomes uint8 must be between 0 and 255. Received: 300.", () => Ops.Where(Ops.Equal(bytes, 5), bytes, 300));
        Refused("Full: a number that becomes uint8 must be between 0 and 255. Received: 300.", () => Ops.Full(2, 300, DType.UInt8));
        Refused("Full: a number that becomes int32 must be between -2147483648 and 2147483647. Received: NaN.", () => Ops.Full(2, double.NaN, DType.Int32));
        Refused("Full: a number that becomes uint8 must be between 0 and 255. Received: -1.", () => Ops.FullLike(bytes, -1));
        Refused("Pad: a number that becomes uint8 must be between 0 and 255. Received: 300.", () => Ops.Pad(bytes, 1, constantValues: 300));
        Refused("Arange: the numbers must be within the dtype uint8. Received: numbers from 0 to 299.", () => Ops.Arange(300, dtype: DType.UInt8));
        Refused("Arange: the numbers must be within the dtype int32. Received: numbers from 3000000000 to 3000000000.", () => Ops.Arange(3e9, 3.5e9, 1e9));
        Refused("Constant: a number that becomes uint8 must be between 0 and 255. Received: 300.", () => new Initializers.Constant(300).Apply(2, DType.UInt8));
        Refused("Variable 'v': a number that becomes uint8 must be between 0 and 255. Received: 300.", () =>
        {
            new Variable(Ops.Zeros(Shape.Scalar, DType.UInt8), name: "v").Assign(300);
            return null;
        });
        Refused("Tensor: a number that becomes uint8 must be between 0 and 255. Received: 300.", () => bytes[0] = 300);
    }

    [TestMethod]
    public void Ordinary_numbers_keep_their_dtype()
    {
        Assert.AreEqual(DType.UInt8, (Tensor.From(new byte[] { 5 }) + 250).DType);
        Assert.AreEqual(DType.Float32, (Tensor.From(new byte[] { 5 }) + 0.5).DType);
        Assert.AreEqual(DType.Float16, (Ops.Ones(1, DType.Float16) * 1e6).DType);
    }

    private static void Holds(bool[] expected, Tensor y) => CollectionAssert.AreEqual(expected, y.ToArray<bool>());

    private static void Refused(string message, Func<object?> call)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(call);
        Assert.AreEqual(message, error.Message);
    }
}

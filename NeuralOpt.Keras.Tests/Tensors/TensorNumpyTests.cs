using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests;

/// <summary>A tensor has the members that NumPy's arrays have and course programs use.</summary>
[TestClass]
public class TensorNumpyTests
{
    private static readonly Tensor s_x = new[,] { { 1f, 5, 3 }, { 4, 2, 6 } };

    [TestMethod]
    public void Reductions_take_all_axes_one_or_several()
    {
        Check("3.5", s_x.Mean());
        Check("[2.5 3.5 4.5]", s_x.Mean(axis: 0));
        Check("[[3.]\n [4.]]", s_x.Mean(axis: -1, keepdims: true));
        Check("21.0", s_x.Sum());
        Check("[ 9. 12.]", s_x.Sum(axis: 1));
        Check("6.0", s_x.Max());
        Check("[1. 2. 3.]", s_x.Min(axis: 0));
        Check("720.0", s_x.Prod());
        Check("21.0", s_x.Sum((0, 1)));
        Check("2", ((Tensor)new[] { 1, 2, 3 }).Mean(dtype: "int32"));
        Check("[ 1.  6.  9. 13. 15. 21.]", s_x.Cumsum());
        Check("[[ 1.  5.  3.]\n [ 4. 10. 18.]]", s_x.Cumprod(axis: 0));
        Check("3.0", s_x.Trace());
        Check("[1. 2.]", s_x.Diagonal());
    }

    [TestMethod]
    public void Deviations_divide_by_n_less_ddof()
    {
        Check("1.7078252", s_x.Std());
        Check("[1.5 1.5 1.5]", s_x.Std(axis: 0));
        Check("2.9166667", s_x.Var());
        Check("3.5", s_x.Var(ddof: 1));
        Check("[[4.]\n [4.]]", s_x.Var(axis: 1, ddof: 1, keepdims: true));
        Check("1.8708287", s_x.Std(ddof: 1));
        Check("nan", ((Tensor)new[] { 7f }).Std(ddof: 1));
    }

    [TestMethod]
    public void Winners_and_truth()
    {
        Check("5", s_x.Argmax());
        Check("[1 2]", s_x.Argmax(axis: 1));
        Check("[0 1 0]", s_x.Argmin(axis: 0));
        Check("True", (s_x > 5).Any());
        Check("[False False]", (s_x > 3).All(axis: 1));
        Check("[[0 2 1]\n [1 0 2]]", s_x.Argsort());
        Check("[1 2]", (s_x > 4).Nonzero()[1]);
    }

    [TestMethod]
    public void Shapes_are_given_with_or_without_a_tuple()
    {
        Tensor images = Ops.Zeros((2, 28, 28));
        Assert.AreEqual<Shape>((2, 784), images.Reshape(-1, 784).Shape);
        Assert.AreEqual<Shape>((2, 784), images.Reshape((-1, 784)).Shape);
        Assert.AreEqual<Shape>((2, 28, 28, 1), images.Reshape([2, 28, 28, 1]).Shape);
        Assert.AreEqual<Shape>(1568, images.Reshape(-1).Shape);
        Assert.AreEqual<Shape>((2, 28, 28), Ops.Ones(1568).Reshape(images.Shape).Shape);
        int n = images.Shape[0];
        Assert.AreEqual<Shape>((2, 784), images.Reshape(n, -1).Shape);
        Tensor nchw = Ops.Zeros((1, 2, 3, 4));
        Assert.AreEqual<Shape>((1, 3, 4, 2), nchw.Transpose(0, 2, 3, 1).Shape);
        Assert.AreEqual<Shape>((1, 3, 4, 2), nchw.Transpose((0, 2, 3, 1)).Shape);
        Assert.AreEqual<Shape>((1, 3, 4, 2), nchw.Transpose([0, 2, 3, 1]).Shape);
        Assert.AreEqual<Shape>((1, 3, 4, 2), Ops.Transpose(nchw, (0, 2, 3, 1)).Shape);
        Assert.AreEqual<Shape>((4, 3, 2, 1), nchw.Transpose().Shape);
        Assert.AreEqual<Shape>((4, 3, 2, 1), nchw.T.Shape);
        Assert.AreEqual<Shape>((1, 4, 3, 2), nchw.Swapaxes(1, 3).Shape);
        Assert.AreEqual<Shape>((2, 3, 4), nchw.Squeeze().Shape);
        Assert.AreEqual(4, nchw.Ndim);
        Check("[[1. 4.]\n [5. 2.]\n [3. 6.]]", s_x.T);
    }

    [TestMethod]
    public void Selecting_rounding_and_products()
    {
        Check("[1. 5. 3. 4. 2. 6.]", s_x.Flatten());
        Check("[1. 5. 3. 4. 2. 6.]", s_x.Ravel());
        Check("[5. 2.]", s_x.Take(new[] { 1, 4 }));
        Check("[[3. 1.]\n [6. 4.]]", s_x.Take(new[] { 2, 0 }, axis: 1));
        Check("[1 1 2 2]", ((Tensor)new[] { 1, 2 }).Repeat(2));
        Check("[0.12 2.5 ]", ((Tensor)new[] { 0.123f, 2.5f }).Round(2));
        Check("[[2. 4. 3.]\n [4. 2. 4.]]", s_x.Clip(2, 4));
        Check("[[1. 4. 3.]\n [4. 2. 4.]]", s_x.Clip(max: 4));
        Check("[[35. 32.]\n [32. 56.]]", s_x.Dot(s_x.T));
        Assert.AreEqual(4.0, s_x.Item(3));
        Assert.AreEqual(6.0, s_x.Item(1, -1));
    }

    [TestMethod]
    public void What_NumPy_changes_in_place_is_changed_in_place()
    {
        Tensor x = new[,] { { 3, 1, 2 }, { 9, 8, 7 } };
        x.Sort();
        Check("[[1 2 3]\n [7 8 9]]", x);
        x.Fill(4);
        Check("[[4 4 4]\n [4 4 4]]", x);
    }

    [TestMethod]
    public void What_NumPy_copies_is_a_copy()
    {
        Tensor x = new[] { 1f, 2 };
        foreach (Tensor copy in (Tensor[])[x.Numpy(), x.Copy(), x.Flatten(), x.AsType("float32"), x.AsType(typeof(float))])
        {
            copy[0] = 9;
        }

        Check("[1. 2.]", x);
        x.Ravel()[0] = 9;
        Check("[9. 2.]", x);
    }

    [TestMethod]
    public void Types_are_given_as_a_name_a_dtype_or_a_NET_type()
    {
        Tensor x = new byte[] { 0, 255 };
        Check("[0. 1.]", x.AsType("float32") / 255);
        Assert.AreEqual(DType.Float32, x.AsType(typeof(float)).DType);
        Assert.AreEqual(DType.Float64, x.AsType(typeof(double)).DType);
        Assert.AreEqual(DType.Int64, x.AsType(DType.Int64).DType);
        Assert.AreEqual(DType.Int32, Ops.Zeros((2, 3), dtype: "int32").DType);
        Assert.AreEqual(DType.Float64, Ops.Ones(2, typeof(double)).DType);
        Assert.AreEqual(DType.Bool, Ops.Cast(x, "bool").DType);
        Assert.AreEqual(DType.Int64, x.AsType("int").DType);
        Assert.AreEqual(DType.Float64, x.AsType("float").DType);
        Assert.AreEqual(DType.Int64, RandomOps.Randint(3, 0, 5, "int64").DType);
        KerasArgumentException e = Assert.ThrowsExactly<KerasArgumentException>(() => x.AsType("float33"));
        Assert.AreEqual("DType: did you mean 'float32'? The name must be one of float32, float64, float16, int32, int64, uint8, bool, int8, int16, uint16, uint32. Received: 'float33'.", e.Message);
        Assert.ThrowsExactly<KerasArgumentException>(() => x.AsType(typeof(string)));
    }

    [TestMethod]
    public void Lists_hold_NET_numbers()
    {
        CollectionAssert.AreEqual(new object[] { 1.0, 5.0, 3.0 }, (List<object>)((List<object>)s_x.Tolist())[0]);
        CollectionAssert.AreEqual(new object[] { 1L, 2L }, (List<object>)((Tensor)new[] { 1, 2 }).Tolist());
        Assert.AreEqual(true, ((Tensor)true).Tolist());
    }

    [TestMethod]
    public void The_members_work_on_symbolic_tensors_too()
    {
        Tensor x = new Input((28, 28, 3));
        Assert.AreEqual<Shape>([null], x.Mean(axis: (1, 2, 3)).Shape);
        Assert.AreEqual<Shape>([null, 3, 28, 28], x.Transpose(0, 3, 1, 2).Shape);
        Assert.AreEqual<Shape>([null, 784, 3], x.Reshape(-1, 784, 3).Shape);
        Assert.AreEqual<Shape>([], x.Std(ddof: 1).Shape);
        Assert.ThrowsExactly<KerasInvalidOperationException>(() => x.Numpy());
        Assert.ThrowsExactly<KerasInvalidOperationException>(() => x.Sort());
    }

    [TestMethod]
    public void One_element_may_stand_in_an_if()
    {
        Tensor loss = 0.5f, best = 0.7f;
        Tensor? none = null;
        Assert.IsTrue(loss < best ? true : false);
        Assert.IsFalse((loss > best || best == 0.5f) && loss > 0 ? true : false);
        Assert.IsTrue(none == null ? true : false);
        Assert.IsTrue(loss != null ? true : false);
        Assert.AreEqual(
            "Tensor: what is asked whether it is true must have one element; Any() and All() join several. Received shape: (2, 3).",
            Assert.ThrowsExactly<ShapeException>(() => s_x > 3 ? 1 : 0).Message);
    }

    private static void Check(string text, Tensor actual) => Assert.AreEqual(text, actual.ToString());
}

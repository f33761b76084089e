namespace NeuralOpt.Keras.Tests;

/// <summary>What single ops do where there is a choice: ties, dtypes, empty tensors, large numbers, second derivatives.</summary>
[TestClass]
public sealed class OpValueTests
{
    [TestMethod]
    public void Max_shares_the_gradient_among_equal_elements()
        => AreEqual([0.5, 0.5, 0], Gradient(static x => Ops.Max(x), (double[])[2, 2, 1]));

    [TestMethod]
    public void MaxPool_gives_the_gradient_to_the_first_of_equal_elements()
        => AreEqual([0, 1, 0, 0], Gradient(static x => Ops.MaxPool(Ops.Reshape(x, (1, 2, 2, 1)), 2), (double[])[1, 3, 3, 0]));

    [TestMethod]
    public void Maximum_gives_the_gradient_to_the_first_of_equal_elements()
        => AreEqual([1, 1], Gradient(static x => Ops.Maximum(x, 2), (double[])[2, 3]));

    [TestMethod]
    public void Clip_passes_the_gradient_at_its_bounds()
        => AreEqual([0, 1, 1, 1, 0], Gradient(static x => Ops.Clip(x, -1, 1), (double[])[-2, -1, 0, 1, 2]));

    [TestMethod]
    public void Kinks_have_the_gradients_of_TensorFlow()
    {
        AreEqual([0], Gradient(Ops.Relu, (double[])[0]));
        AreEqual([0], Gradient(Ops.Abs, (double[])[0]));
        AreEqual([0, 0], Gradient(Ops.Relu6, (double[])[0, 6]));
        AreEqual([0.2], Gradient(static x => Ops.LeakyRelu(x), (double[])[0]));
        AreEqual([1], Gradient(static x => Ops.Elu(x), (double[])[0]));
        AreEqual([-0.5], Gradient(static x => Ops.BinaryCrossentropy((double[])[1], x, fromLogits: true), (double[])[0]));
    }

    [TestMethod]
    public void Branches_that_are_not_taken_leave_no_NaN_in_the_gradient()
    {
        AreEqual([1, 0], Gradient(static x => Ops.Elu(x), (double[])[1000, -1000]));
        AreEqual([0, 1], Gradient(static x => Ops.DivideNoNan(x, (double[])[0, 1]), (double[])[1, 1]));
        AreEqual([0], Gradient(Ops.Sinc, (double[])[0]));
        AreEqual([0, 0], Gradient(static x => Ops.Power((double[])[0, -1], x), (double[])[2, 2]));
    }

    [TestMethod]
    public void Prod_has_its_gradient_where_elements_are_zero()
    {
        AreEqual([6, 0, 0], Gradient(static x => Ops.Prod(x), (double[])[0, 2, 3]));
        AreEqual([0, 0, 0], Gradient(static x => Ops.Prod(x), (double[])[0, 0, 3]));
    }

    [TestMethod]
    public void Large_numbers_do_not_overflow()
    {
        AreEqual([0.5, 0.5], Ops.Softmax((double[])[1000, 1000]));
        AreEqual([1000 + Math.Log(2)], Ops.Logsumexp((double[])[1000, 1000]));
        AreEqual([0, 1000], Ops.BinaryCrossentropy((double[])[1, 0], (double[])[1000, 1000], fromLogits: true));
        AreEqual([0, 1000], Ops.Softplus((double[])[-1000, 1000]));
        Assert.AreEqual(double.NegativeInfinity, Ops.Logsumexp((double[])[double.NegativeInfinity, double.NegativeInfinity]).Item());
    }

    [TestMethod]
    public void A_cross_entropy_of_probabilities_is_computed_from_the_logits_behind_them()
    {
        Tensor logits = (double[,])new double[,] { { 60, 0 } };
        AreEqual([60], Ops.SparseCategoricalCrossentropy((int[])[1], Ops.Softmax(logits)));
        AreEqual([60], Ops.CategoricalCrossentropy((double[,])new double[,] { { 0, 1 } }, Ops.Softmax(logits)));
        AreEqual([60], Ops.BinaryCrossentropy((double[])[0], Ops.Sigmoid((double[])[60])));
        Assert.AreEqual(-Math.Log(1e-7), Ops.BinaryCrossentropy((double[])[0], (double[])[1]).Item(), 1e-6);
    }

    [TestMethod]
    [DataRow(DType.Int32, DType.Float32)]
    [DataRow(DType.Bool, DType.Float32)]
    [DataRow(DType.Float64, DType.Float64)]
    public void Float_functions_take_integers_as_float32(DType given, DType expected)
    {
        Tensor x = Ops.Ones(3, given);
        foreach (Func<Tensor, Tensor> op in (Func<Tensor, Tensor>[])[Ops.Exp, Ops.Sqrt, Ops.Sin, Ops.Sigmoid, t => Ops.Mean(t), t => Ops.Var(t), t => Ops.Softmax(t), t => Ops.Norm(t), t => t / t])
        {
            Assert.AreEqual(expected, op(x).DType);
        }
    }

    [TestMethod]
    public void Integers_stay_integers_where_Keras_keeps_them()
    {
        Tensor x = (int[])[-7, 7];
        Assert.AreEqual(DType.Int32, Ops.Sum(Ops.Ones(3, DType.Bool)).DType);
        Assert.AreEqual(DType.Int32, Ops.Argmax(x).DType);
        Assert.AreEqual(DType.Int32, Ops.Power(x, 2).DType);
        Assert.AreEqual(DType.Bool, Ops.Greater(x, 3.5).DType);
        AreEqual([-3, 2], Ops.FloorDivide(x, 3));
        AreEqual([2, 1], Ops.Mod(x, 3));
        AreEqual([-1, 1], Ops.Fmod(x, 3));
        AreEqual([7, 7], Ops.Abs(x));
        AreEqual([-1, 1], Ops.Sign(x));
        AreEqual([6, -8], Ops.BitwiseNot(x));
        AreEqual([-28, 28], Ops.LeftShift(x, 2));
        AreEqual([-2, 1], Ops.RightShift(x, 2));
        AreEqual([7, 7], Ops.Gcd(x, 14));
        AreEqual([21, 21], Ops.Lcm(x, 3));
        AreEqual([58], Ops.Matmul((int[,])new int[,] { { 2, 3 } }, (int[])[5, 16]));
    }

    [TestMethod]
    public void Round_takes_decimals_and_halves_to_even()
    {
        AreEqual([0, 2, 2], Ops.Round((double[])[0.5, 1.5, 2.5]));
        AreEqual([1.23, -1.24], Ops.Round((double[])[1.234, -1.236], 2));
        AreEqual([1200], Ops.Round((int[])[1234], -2));
    }

    [TestMethod]
    public void Empty_tensors_have_sums_and_products()
    {
        AreEqual([0, 0], Ops.Sum(Ops.Zeros((0, 2)), 0));
        AreEqual([1, 1], Ops.Prod(Ops.Zeros((0, 2)), 0));
        Assert.AreEqual((Shape)(0, 3), Ops.Matmul(Ops.Zeros((0, 2)), Ops.Zeros((2, 3))).Shape);
        AreEqual([0, 0, 0, 0], Ops.Reshape(Ops.Matmul(Ops.Zeros((2, 0)), Ops.Zeros((0, 2))), -1));
    }

    [TestMethod]
    public void OneHot_of_a_number_outside_the_classes_is_zero()
        => AreEqual([0, 0, 0, 0, 0, 1], Ops.Reshape(Ops.OneHot((int[])[-1, 2], 3), -1));

    [TestMethod]
    public void Fold_adds_up_what_Unfold_took_apart()
    {
        Tensor x = Ops.Reshape(Ops.Arange(2 * 3 * 4 * 5), (2, 3, 4, 5));
        Tensor counts = Ops.Fold(Ops.Unfold(Ops.OnesLike(x), 2, 1, 1), (4, 5), 2, 1, 1);
        AreEqual([.. Enumerable.Repeat(4.0, counts.Size)], counts);
        AreEqual((x * 4).ToArray<double>(), Ops.Fold(Ops.Unfold(x, 2, 1, 1), (4, 5), 2, 1, 1));
        AreEqual(x.ToArray<double>(), Ops.Fold(Ops.Unfold(x, (2, 5), stride: (2, 5)), (4, 5), (2, 5), stride: (2, 5)));
    }

    [TestMethod]
    [DataRow("valid", 1, 1)]
    [DataRow("same", 2, 1)]
    [DataRow("same", 1, 2)]
    public void Gradients_of_a_convolution_s_gradients_agree_with_central_differences(string padding, int stride, int dilation)
        => CheckSecond(x => Ops.Conv(x[0], Ops.Square(x[1]), stride, padding, dilationRate: dilation), (1, 4, 5, 2), (2, 2, 2, 3));

    [TestMethod]
    public void Gradients_of_a_transposed_convolution_s_gradients_agree_with_central_differences()
        => CheckSecond(static x => Ops.ConvTranspose(x[0], Ops.Square(x[1]), 2, "same"), (1, 3, 2, 2), (3, 3, 2, 2));

    [TestMethod]
    [DataRow("valid", 2)]
    [DataRow("same", 3)]
    public void Gradients_of_a_pool_s_gradient_agree_with_central_differences(string padding, int window)
    {
        CheckSecond(x => Ops.Square(Ops.MaxPool(x[0], window, 2, padding)), (1, 4, 5, 2));
        CheckSecond(x => Ops.Square(Ops.AveragePool(x[0], window, 2, padding)), (1, 4, 5, 2));
    }

    // The gradient by every input, as a function of them, is itself an op to be checked.
    private static void CheckSecond(Func<Tensor[], Tensor> op, params Shape[] shapes)
    {
        Tensor[] x = new OpRow("", op, shapes).Inputs(DType.Float64);
        OpContract.CheckGradient(
            t =>
            {
                using GradientTape tape = new();
                foreach (Tensor input in t)
                {
                    tape.Watch(input);
                }

                Tensor y = op(t);
                Tensor weights = Ops.Reshape(Ops.Cos(Ops.Arange(y.Size, dtype: DType.Float64)), y.Shape);
                return Ops.Concatenate([.. tape.Gradient(y, t, weights).Select(static g => Ops.Reshape(g!, -1))]);
            },
            x);
    }

    private static Tensor Gradient(Func<Tensor, Tensor> op, Tensor x)
    {
        using GradientTape tape = new();
        tape.Watch(x);
        return tape.Gradient(op(x), x)!;
    }

    private static void AreEqual(double[] expected, Tensor actual)
    {
        Assert.AreEqual(expected.Length, actual.Size);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.AreEqual(expected[i], actual.ReadDouble(i), 1e-9, $"element {i}");
        }
    }
}

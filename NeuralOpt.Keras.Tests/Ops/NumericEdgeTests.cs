namespace NeuralOpt.Keras.Tests;

/// <summary>What NumPy and mathematics say at the edges: products of int8, zeros, empty tensors, NaN, negative powers.</summary>
[TestClass]
public sealed class NumericEdgeTests
{
    [TestMethod]
    public void Products_of_int8_are_int32()
    {
        Tensor row = Tensor.From(new sbyte[,] { { 100, 100, 100 } });
        Tensor line = Tensor.From(new sbyte[] { 100, 100, 100 });
        foreach (Tensor y in new[]
        {
            Ops.Matmul(row, Ops.Transpose(row)), Ops.Einsum("i,i->", line, line), Ops.Einsum("ij,kj->ik", row, row), Ops.Dot(line, line), Ops.Inner(line, line),
            Ops.Vdot(line, line), Ops.Tensordot(line, line, 1), Ops.Tensordot(row, row, [[0, 1], [0, 1]]),
        })
        {
            Assert.AreEqual(DType.Int32, y.DType);
            Assert.AreEqual(30_000.0, Ops.Reshape(y, Shape.Scalar).Item());
        }

        Assert.AreEqual(DType.Int16, Ops.Matmul(row, Ops.Cast(Ops.Transpose(row), DType.Int16)).DType);
        Assert.AreEqual(DType.Float32, Ops.Matmul(row, Ops.Ones((3, 1))).DType);
    }

    [TestMethod]
    [DataRow(new float[] { 0, 4, 5 }, new float[] { 25, 0, 0 })]
    [DataRow(new float[] { 5, 2, 0 }, new float[] { 3, 5, 10 })]
    [DataRow(new float[] { 2, 0, 3, 0, 5 }, new float[] { 1, 8, 0, 0, 0 })]
    [DataRow(new float[] { 1, 2, 3 }, new float[] { 9, 4, 2 })]
    public void The_gradient_of_a_running_product_is_right_at_zero(float[] values, float[] expected)
    {
        Tensor x = Tensor.From(values);
        using GradientTape tape = new();
        tape.Watch(x);
        CollectionAssert.AreEqual(expected, tape.Gradient(Ops.Sum(Ops.Cumprod(x)), x)!.ToArray<float>());
    }

    [TestMethod]
    public void Singular_matrices_are_refused()
    {
        Tensor singular = Tensor.From(new float[,] { { 1, 3 }, { 2, 6 } });
        Refused("Inv: the matrix must be invertible. Received: a singular matrix, whose pivot 1 is 0.", () => Ops.Inv(singular));
        Refused("Solve: the matrix must be invertible. Received: a singular matrix, whose pivot 1 is 0.", () => Ops.Solve(singular, Ops.Ones((2, 1))));
        Refused("SolveTriangular: the matrix must be invertible. Received: a singular matrix, whose pivot 0 is 0.", () => Ops.SolveTriangular(Tensor.From(new float[,] { { 0, 1 }, { 0, 1 } }), Ops.Ones((2, 1))));
        Refused("CholeskyInverse: the matrix must be invertible. Received: a singular matrix, whose pivot 1 is 0.", () => Ops.CholeskyInverse(Tensor.From(new float[,] { { 1, 0 }, { 2, 0 } })));
        Assert.AreEqual(0.0, Ops.Det(singular).Item());
        (Tensor sign, Tensor log) = Ops.Slogdet(singular);
        Assert.AreEqual((0.0, double.NegativeInfinity), (sign.Item(), log.Item()));
    }

    [TestMethod]
    public void NaN_stays_NaN_in_linear_algebra()
    {
        Tensor x = Tensor.From(new[,] { { float.NaN, 1 }, { 1, 1 } });
        Assert.IsTrue(double.IsNaN(Ops.Det(x).Item()));
        Assert.IsTrue(double.IsNaN(Ops.Slogdet(x).Sign.Item()));
        Assert.IsTrue(double.IsNaN(Ops.Logdet(x).Item()));
        foreach (Tensor y in new[] { Ops.Pinv(x), Ops.SingularValues(x), Ops.Svd(x).U, Ops.Svd(x).Vh, Ops.Eigh(x).Eigenvalues, Ops.Eigh(x).Eigenvectors, Ops.Norm(x, "nuc") })
        {
            Assert.IsTrue((bool)Ops.All(Ops.Isnan(y)));
        }

        Assert.IsTrue((bool)Ops.Any(Ops.Isnan(Ops.Inv(x))));
        Refused("MatrixRank: the elements must be finite. Received: a matrix with NaN or infinity.", () => Ops.MatrixRank(x));
        StringAssert.StartsWith(Assert.Throws<ArgumentException>(() => Ops.Cholesky(x)).Message, "Cholesky: the matrix must be symmetric and positive definite.");
    }

    [TestMethod]
    public void NaN_comes_last_in_everything_sorted()
    {
        Tensor x = Tensor.From(new[] { float.NaN, float.NaN, 1 });
        CollectionAssert.AreEqual(new[] { 1, float.NaN }, Ops.Unique(x).ToArray<float>());
        Tensor[] all = Ops.Unique(x, sorted: true, returnIndex: true, returnInverse: true, returnCounts: true);
        CollectionAssert.AreEqual(new[] { 2, 0 }, all[1].ToArray<int>());
        CollectionAssert.AreEqual(new[] { 1, 1, 0 }, all[2].ToArray<int>());
        CollectionAssert.AreEqual(new[] { 1, 2 }, all[3].ToArray<int>());
        CollectionAssert.AreEqual(new[] { 2, 0, 1 }, Ops.Argsort(x).ToArray<int>());
        CollectionAssert.AreEqual(new[] { 1, float.NaN, float.NaN }, Ops.Sort(x).ToArray<float>());
        CollectionAssert.AreEqual(new[] { 1, float.NaN }, Ops.TopK(x, 2).Values.ToArray<float>());
        Assert.IsTrue(double.IsNaN(Ops.Median(x).Item()));
        Assert.IsTrue(double.IsNaN(Ops.Quantile(x, 0.1).Item()));
        Tensor sequence = Tensor.From(new[] { 1, float.NaN });
        Assert.AreEqual(1.0, Ops.Searchsorted(sequence, Tensor.From([float.NaN])).Item());
        Assert.AreEqual(2.0, Ops.Searchsorted(sequence, Tensor.From([float.NaN]), "right").Item());
        Assert.AreEqual(2.0, Ops.Digitize(Tensor.From([float.NaN]), Tensor.From(new[] { 1f, 2 })).Item());
    }

    [TestMethod]
    public void Large_whole_numbers_are_told_apart()
    {
        long big = 1L << 53;
        Tensor x = Tensor.From(new[] { big + 1, big });
        CollectionAssert.AreEqual(new[] { big, big + 1 }, Ops.Unique(x).ToArray<long>());
        Assert.AreEqual(1.0, Ops.Searchsorted(Tensor.From(new[] { big, big + 1 }), Tensor.From(new[] { big + 1 })).Item());
    }

    [TestMethod]
    public void Reductions_of_nothing_are_those_of_NumPy()
    {
        Tensor none = Ops.Zeros(0);
        foreach (Tensor y in new[] { Ops.Median(none), Ops.Quantile(none, 0.5), Ops.Percentile(none, 50), Ops.Nanmedian(none), Ops.Mean(none), Ops.Std(none), Ops.Var(none) })
        {
            Assert.IsTrue(double.IsNaN(y.Item()));
        }

        Assert.AreEqual(5.0, Ops.Max(none, initial: 5).Item());
        Assert.AreEqual(5.0, Ops.Min(none, initial: 5).Item());
        Assert.AreEqual(double.NegativeInfinity, Ops.Logsumexp(none).Item());
        Assert.AreEqual(0.0, Ops.Sum(none).Item());
        Assert.AreEqual(1.0, Ops.Prod(none).Item());
        Assert.IsFalse((bool)Ops.Any(none));
        Assert.IsTrue((bool)Ops.All(none));
        Assert.AreEqual(0.0, Ops.Trapezoid(none).Item());
        Assert.AreEqual(new Shape(), Ops.Sum(none).Shape);
        Assert.AreEqual((Shape)(2, 0), Ops.Softmax(Ops.Zeros((2, 0))).Shape);
        CollectionAssert.AreEqual(new double[] { 0, 0 }, Ops.Histogram(none, 2).Counts.AsType(DType.Float64).ToArray<double>());
        CollectionAssert.AreEqual(new[] { double.NegativeInfinity, double.NegativeInfinity }, Ops.Logsumexp(Ops.Zeros((2, 0)), 1).AsType(DType.Float64).ToArray<double>());
        CollectionAssert.AreEqual(new[] { 7f, 7 }, Ops.Max(Ops.Zeros((2, 0)), 1, initial: 7).ToArray<float>());
        Assert.AreEqual("Min: a reduced axis must not be empty. Received shapes: (0,).", Assert.Throws<ShapeException>(() => Ops.Min(none)).Message);
        Assert.AreEqual("Argmax: axis 0 must not be empty. Received shape: (0,).", Assert.Throws<ShapeException>(() => Ops.Argmax(none)).Message);
    }

    [TestMethod]
    public void A_whole_initial_value_keeps_the_dtype()
    {
        Tensor y = Ops.Max(Tensor.From(new[] { 1, 2 }), initial: 5);
        Assert.AreEqual((DType.Int32, 5.0), (y.DType, y.Item()));
    }

    [TestMethod]
    public void Integers_have_no_negative_powers()
    {
        Tensor x = Tensor.From(new[] { 3, 2 });
        Refused("Power: integers must have exponents of at least 0; cast them to a floating-point dtype for others. Received: 3 to the power of -2.", () => Ops.Power(x, -2));
        Refused("Power: integers must have exponents of at least 0; cast them to a floating-point dtype for others. Received: 2 to the power of -1.", () => Ops.Power(Tensor.From(new[] { 2L }), Tensor.From(new[] { -1L })));
        Func<Tensor, Tensor> compiled = Function.Compile((Tensor e) => Ops.Power(2, e));
        Assert.AreEqual(8.0, compiled(Tensor.From(new[] { 3 })).Item());
        Assert.Throws<ArgumentOutOfRangeException>(() => compiled(Tensor.From(new[] { -3 })));
        CollectionAssert.AreEqual(new float[] { 0.125f }, Ops.Power(Tensor.From(new[] { 2f }), -3).ToArray<float>());
        CollectionAssert.AreEqual(new[] { 9, 4 }, Ops.Power(x, 2).ToArray<int>());
    }

    [TestMethod]
    public void A_tape_gives_integers_no_gradient()
    {
        Tensor x = Tensor.From(new[] { 1, 2 });
        using GradientTape tape = new(persistent: true);
        tape.Watch(x);
        Tensor y = x * 2;
        Tensor z = Ops.Sum(Ops.Cast(x, DType.Float32));
        Assert.IsNull(tape.Gradient(y, x));
        Assert.IsNull(tape.Gradient(z, x));
        Assert.AreEqual(DType.Int32, y.DType);
    }

    [TestMethod]
    public void Sentences_speak_of_what_was_given()
    {
        Refused("TopK: k must be at least 0. Received: -1.", () => Ops.TopK(Ops.Ones(3), -1));
        Refused("Sum: the tensor must have the axis. Received: axis 0 of a scalar.", () => Ops.Sum(Ops.Ones(Shape.Scalar), 0));
        Refused("Take: the tensor must have the axis. Received: axis -1 of a scalar.", () => Ops.Take(Ops.Ones(Shape.Scalar), 0, -1));
    }

    [TestMethod]
    public void Draws_with_senseless_parameters_are_refused()
    {
        Refused("Arange: stop must be a finite number. Received: NaN.", () => Ops.Arange(0, double.NaN, 1));
        Refused("Arange: the step must be a finite number that is not 0. Received: NaN.", () => Ops.Arange(0, 1, double.NaN));
        Refused("Normal: stddev must be a finite number of at least 0. Received: -1.", () => RandomOps.Normal(3, stddev: -1));
        Refused("Normal: mean must be a finite number. Received: NaN.", () => RandomOps.Normal(3, double.NaN));
        Refused("TruncatedNormal: stddev must be a finite number of at least 0. Received: NaN.", () => RandomOps.TruncatedNormal(3, stddev: double.NaN));
        Refused("Uniform: maxval must be at least minval. Received: 5 and 1.", () => RandomOps.Uniform(3, 5, 1));
        Refused("Uniform: minval must be a finite number. Received: NaN.", () => RandomOps.Uniform(3, double.NaN, 1));
        Refused("Gamma: every parameter must be a finite number above 0. Received: NaN.", () => RandomOps.Gamma(3, double.NaN));
        Refused("Gamma: every parameter must be a finite number above 0. Received: 0.", () => RandomOps.Gamma(3, 0));
        Refused("Beta: every parameter must be a finite number above 0. Received: -1.", () => RandomOps.Beta(3, 1, -1));
        Refused("Binomial: counts must be at least 0, and probabilities between 0 and 1. Received: 3 and 1.5.", () => RandomOps.Binomial(3, 3, 1.5));
        Refused("Binomial: counts must be at least 0, and probabilities between 0 and 1. Received: -1 and 0.5.", () => RandomOps.Binomial(3, -1, 0.5));
        Refused("Categorical: every row of logits must have one that is finite. Received: row 0 without.", () => RandomOps.Categorical(Ops.Full((1, 2), double.NaN), 1));
        Refused("Randint: the bounds must be within the dtype uint8. Received: 0 and 300.", () => RandomOps.Randint(3, 0, 300, DType.UInt8));
        Refused("Kaiser: beta must be a finite number. Received: NaN.", () => Ops.Kaiser(3, double.NaN));
        Refused("RandomUniform: maxval must be at least minval. Received: 1 and 0.", () => new Initializers.RandomUniform(1, 0));
    }

    private static void Refused(string message, Func<object?> call)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(call);
        Assert.AreEqual(message, error.Message);
        Assert.IsInstanceOfType<IKerasException>(error);
    }
}

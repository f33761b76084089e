namespace NeuralOpt.Keras.Tests;

/// <summary>Functions of one element: one row buys every length, special values, gradient, symbolic and compiled path.</summary>
[TestClass]
public sealed class ElementwiseUnaryTable
{
    private const int Width = 16;

    private static readonly double s_sqrt2 = Math.Sqrt(2);

    private static readonly Dictionary<string, Row> s_rows = new Row[]
    {
        new("Abs", Ops.Abs, Math.Abs),
        new("Absolute", Ops.Absolute, Math.Abs),
        new("Fabs", Ops.Fabs, Math.Abs),
        new("Real", Ops.Real, static x => x),
        new("Imag", Ops.Imag, static x => 0),
        new("Conj", Ops.Conj, static x => x),
        new("Conjugate", Ops.Conjugate, static x => x),
        new("Negative", Ops.Negative, static x => -x),
        new("Square", Ops.Square, static x => x * x),
        new("Exp", Ops.Exp, Math.Exp, -20, 20),
        new("Exp2", Ops.Exp2, static x => Math.Pow(2, x), -20, 20),
        new("Expm1", Ops.Expm1, static x => Math.Abs(x) < 1e-5 ? x + (x * x / 2) : Math.Exp(x) - 1, -5, 20),
        new("Log", Ops.Log, Math.Log, 1e-3, 100),
        new("Log2", Ops.Log2, Math.Log2, 1e-3, 100),
        new("Log10", Ops.Log10, Math.Log10, 1e-3, 100),
        new("Log1p", Ops.Log1p, static x => Math.Abs(x) < 1e-5 ? x - (x * x / 2) : Math.Log(1 + x), -0.9, 100),
        new("Sqrt", Ops.Sqrt, Math.Sqrt, 1e-3, 100),
        new("Rsqrt", Ops.Rsqrt, static x => 1 / Math.Sqrt(x), 0.1, 100),
        new("Reciprocal", Ops.Reciprocal, static x => 1 / x, 0.1, 100),
        new("Cbrt", Ops.Cbrt, Math.Cbrt, 0.1, 100),
        new("Sin", Ops.Sin, Math.Sin, -10, 10),
        new("Cos", Ops.Cos, Math.Cos, -10, 10),
        new("Tan", Ops.Tan, Math.Tan, -1.2, 1.2),
        new("Arcsin", Ops.Arcsin, Math.Asin, -0.9, 0.9),
        new("Arccos", Ops.Arccos, Math.Acos, -0.9, 0.9),
        new("Arctan", Ops.Arctan, Math.Atan, -10, 10),
        new("Sinh", Ops.Sinh, Math.Sinh, -8, 8),
        new("Cosh", Ops.Cosh, Math.Cosh, -8, 8),
        new("Tanh", Ops.Tanh, Math.Tanh, -8, 8),
        new("Arcsinh", Ops.Arcsinh, static x => x == 0 ? x : Math.Asinh(x), -50, 50),
        new("Arccosh", Ops.Arccosh, Math.Acosh, 1.1, 50),
        new("Arctanh", Ops.Arctanh, Math.Atanh, -0.9, 0.9),
        new("Erf", Ops.Erf, SpecialFunctions.Erf, -5, 5),
        new("Erfc", Ops.Erfc, SpecialFunctions.Erfc, -5, 5),
        new("Erfinv", Ops.Erfinv, SpecialFunctions.Erfinv, -0.95, 0.95, Special: false),
        new("I0", Ops.I0, static x => Enumerable.Range(0, 400).Average(k => Math.Exp(x * Math.Cos(Math.PI * (k + 0.5) / 400))), -8, 8, Special: false),
        new("Sinc", Ops.Sinc, static x => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x), -4, 4),
        new("Deg2rad", Ops.Deg2rad, static x => x * Math.PI / 180, -400, 400),
        new("Rad2deg", Ops.Rad2deg, static x => x * 180 / Math.PI, -7, 7),
        new("Sign", Ops.Sign, static x => double.IsNaN(x) ? x : Math.Sign(x)),
        new("Floor", Ops.Floor, Math.Floor, -50, 50),
        new("Ceil", Ops.Ceil, Math.Ceiling, -50, 50),
        new("Trunc", Ops.Trunc, Math.Truncate, -50, 50),
        new("Round", static x => Ops.Round(x), static x => Math.Round(x, MidpointRounding.ToEven), -50, 50),
        new("Clip", static x => Ops.Clip(x, -0.5, 0.7), static x => Math.Clamp(x, -0.5, 0.7)),
        new("Sigmoid", Ops.Sigmoid, SpecialFunctions.Sigmoid, -20, 20),
        new("LogSigmoid", Ops.LogSigmoid, static x => -SpecialFunctions.Softplus(-x), -20, 20),
        new("Softplus", Ops.Softplus, SpecialFunctions.Softplus, -20, 20),
        new("Relu", Ops.Relu, static x => Math.Max(x, 0)),
        new("Relu6", Ops.Relu6, static x => Math.Min(Math.Max(x, 0), 6), -3, 9),
        new("LeakyRelu", static x => Ops.LeakyRelu(x, 0.1), static x => x > 0 ? x : 0.1 * x),
        new("Elu", static x => Ops.Elu(x, 0.5), static x => x > 0 ? x : 0.5 * (Math.Exp(x) - 1), Special: false),
        new("Celu", static x => Ops.Celu(x, 0.7), static x => x > 0 ? x : 0.7 * (Math.Exp(x / 0.7) - 1), Special: false),
        new("Selu", Ops.Selu, static x => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * (Math.Exp(x) - 1)), Special: false),
        new("Silu", Ops.Silu, static x => x * SpecialFunctions.Sigmoid(x), -10, 10),
        new("Swish", Ops.Swish, static x => x * SpecialFunctions.Sigmoid(x), -10, 10),
        new("Gelu", static x => Ops.Gelu(x, approximate: false), static x => 0.5 * x * (1 + SpecialFunctions.Erf(x / s_sqrt2)), Special: false),
        new("Gelu_tanh", static x => Ops.Gelu(x), static x => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))))),
        new("HardSigmoid", Ops.HardSigmoid, static x => Math.Clamp(x + 3, 0, 6) / 6, -5, 5),
        new("HardSilu", Ops.HardSilu, static x => x * Math.Clamp(x + 3, 0, 6) / 6, -5, 5),
        new("HardSwish", Ops.HardSwish, static x => x * Math.Clamp(x + 3, 0, 6) / 6, -5, 5),
        new("HardTanh", Ops.HardTanh, static x => Math.Clamp(x, -1, 1)),
        new("HardShrink", static x => Ops.HardShrink(x), static x => Math.Abs(x) <= 0.5 ? 0 : x, Special: false),
        new("SoftShrink", static x => Ops.SoftShrink(x), static x => x > 0.5 ? x - 0.5 : x < -0.5 ? x + 0.5 : 0),
        new("TanhShrink", Ops.TanhShrink, static x => x - Math.Tanh(x)),
        new("Softsign", Ops.Softsign, static x => x / (1 + Math.Abs(x))),
        new("Squareplus", static x => Ops.Squareplus(x, 2), static x => (x + Math.Sqrt((x * x) + 2)) / 2),
        new("SparsePlus", Ops.SparsePlus, static x => x <= -1 ? 0 : x < 1 ? (x + 1) * (x + 1) / 4 : x),
        new("SparseSigmoid", Ops.SparseSigmoid, static x => x <= -1 ? 0 : x >= 1 ? 1 : (x + 1) / 2),
        new("Threshold", static x => Ops.Threshold(x, 0.3, -1), static x => x > 0.3 ? x : -1),
        new("NanToNum", static x => Ops.NanToNum(x, 1, 2, 3), static x => double.IsNaN(x) ? 1 : double.IsPositiveInfinity(x) ? 2 : double.IsNegativeInfinity(x) ? 3 : x),
        new("Isnan", Ops.Isnan, static x => double.IsNaN(x) ? 1 : 0, Gradient: false),
        new("Isinf", Ops.Isinf, static x => double.IsInfinity(x) ? 1 : 0, Gradient: false),
        new("Isfinite", Ops.Isfinite, static x => double.IsFinite(x) ? 1 : 0, Gradient: false),
        new("Isposinf", Ops.Isposinf, static x => double.IsPositiveInfinity(x) ? 1 : 0, Gradient: false),
        new("Isneginf", Ops.Isneginf, static x => double.IsNegativeInfinity(x) ? 1 : 0, Gradient: false),
        new("Isreal", Ops.Isreal, static x => 1, Gradient: false),
        new("Signbit", Ops.Signbit, static x => double.IsNegative(x) ? 1 : 0, Gradient: false),
        new("LogicalNot", Ops.LogicalNot, static x => x == 0 ? 1 : 0, Gradient: false),
    }.ToDictionary(static r => r.Name);

    public static IEnumerable<object[]> Names => s_rows.Keys.Select(static n => (object[])[n]);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Values_agree_with_a_double_reference_at_every_length(string name)
    {
        Row row = s_rows[name];
        foreach (int length in (int[])[0, 1, Width - 1, Width, Width + 1, 1237])
        {
            Row.Check(row, row.Drawn(length, DType.Float32), 4e-6, 2e-6);
            Row.Check(row, row.Drawn(length, DType.Float64), 1e-12, 1e-13);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void NaN_infinities_and_zeros_are_as_IEEE_has_them(string name)
    {
        Row row = s_rows[name];
        if (!row.Special)
        {
            Assert.IsTrue(double.IsNaN(row.Op((double[])[double.NaN, 1]).ReadDouble(0)) || name == "HardShrink");
            return;
        }

        double[] values = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0, 1];
        Row.Check(row, Tensor.From(values), 1e-12, 1e-13);
        Row.Check(row, Tensor.From(values).AsType(DType.Float32), 4e-6, 2e-6);
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Gradients_agree_with_central_differences(string name)
    {
        Row row = s_rows[name];
        if (row.Gradient)
        {
            OpContract.CheckGradient(x => row.Op(x[0]), [row.Drawn(40, DType.Float64)]);
        }
        else
        {
            Assert.AreEqual(DType.Bool, row.Op(row.Drawn(3, DType.Float64)).DType);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Symbolic_and_compiled_paths_agree_with_the_eager_one(string name)
    {
        Row row = s_rows[name];
        Tensor x = Ops.Reshape(row.Drawn(3 * (Width + 1), DType.Float32), (3, Width + 1));
        OpContract.CheckSymbolic(t => row.Op(t[0]), [x]);
        OpContract.CheckCompiled(t => row.Op(t[0]), [x]);
    }

    private sealed record Row(string Name, Func<Tensor, Tensor> Op, Func<double, double> Reference, double Low = -2, double High = 2, bool Gradient = true, bool Special = true)
    {
        internal Tensor Drawn(int length, DType dtype) => new OpRow(Name, x => Op(x[0]), [length], Low, High).Inputs(dtype)[0];

        internal static void Check(Row row, Tensor x, double relative, double absolute)
        {
            Tensor y = row.Op(x);
            Assert.AreEqual(x.Shape, y.Shape);
            for (int i = 0; i < x.Size; i++)
            {
                double expected = row.Reference(x.ReadDouble(i));
                double actual = y.ReadDouble(i);
                bool same = expected.Equals(actual) || Math.Abs(expected - actual) <= absolute + (relative * Math.Abs(expected));
                Assert.IsTrue(same, $"{row.Name}({x.ReadDouble(i):r}) of {x.DType}: expected {expected:r}, got {actual:r}");
            }
        }
    }
}

namespace NeuralOpt.Keras.Tests;

/// <summary>Functions of two elements, broadcast.</summary>
[TestClass]
public sealed class ElementwiseBinaryTable
{
    private static readonly Dictionary<string, Row> s_rows = new Row[]
    {
        new("Add", Ops.Add, static (a, b) => a + b),
        new("Subtract", Ops.Subtract, static (a, b) => a - b),
        new("Multiply", Ops.Multiply, static (a, b) => a * b),
        new("Divide", Ops.Divide, static (a, b) => a / b, 0.3, 3),
        new("TrueDivide", Ops.TrueDivide, static (a, b) => a / b, 0.3, 3),
        new("DivideNoNan", Ops.DivideNoNan, static (a, b) => b == 0 ? 0 : a / b, 0.3, 3, Special: false),
        new("Power", Ops.Power, Math.Pow, 0.3, 3, Special: false),
        new("Mod", Ops.Mod, static (a, b) => a - (b * Math.Floor(a / b)), 0.3, 3, Special: false),
        new("Fmod", Ops.Fmod, static (a, b) => a % b, 0.3, 3, Special: false),
        new("FloorDivide", Ops.FloorDivide, static (a, b) => Math.Floor(a / b), 0.3, 3, Gradient: false, Special: false),
        new("Maximum", Ops.Maximum, Math.Max),
        new("Minimum", Ops.Minimum, Math.Min),
        new("Fmax", Ops.Fmax, static (a, b) => double.IsNaN(a) ? b : double.IsNaN(b) ? a : Math.Max(a, b)),
        new("Fmin", Ops.Fmin, static (a, b) => double.IsNaN(a) ? b : double.IsNaN(b) ? a : Math.Min(a, b)),
        new("Arctan2", Ops.Arctan2, Math.Atan2),
        new("Hypot", Ops.Hypot, static (a, b) => Math.Sqrt((a * a) + (b * b)), Special: false),
        new("Logaddexp", Ops.Logaddexp, static (a, b) => a == b ? a + Math.Log(2) : Math.Max(a, b) + Math.Log(1 + Math.Exp(-Math.Abs(a - b)))),
        new("Logaddexp2", Ops.Logaddexp2, static (a, b) => a == b ? a + 1 : Math.Max(a, b) + Math.Log2(1 + Math.Pow(2, -Math.Abs(a - b)))),
        new("Heaviside", Ops.Heaviside, static (a, b) => double.IsNaN(a) ? a : a < 0 ? 0 : a == 0 ? b : 1, Gradient: false),
        new("Equal", Ops.Equal, static (a, b) => a == b ? 1 : 0, Gradient: false),
        new("NotEqual", Ops.NotEqual, static (a, b) => a != b ? 1 : 0, Gradient: false),
        new("Less", Ops.Less, static (a, b) => a < b ? 1 : 0, Gradient: false),
        new("LessEqual", Ops.LessEqual, static (a, b) => a <= b ? 1 : 0, Gradient: false),
        new("Greater", Ops.Greater, static (a, b) => a > b ? 1 : 0, Gradient: false),
        new("GreaterEqual", Ops.GreaterEqual, static (a, b) => a >= b ? 1 : 0, Gradient: false),
        new("LogicalAnd", Ops.LogicalAnd, static (a, b) => a != 0 && b != 0 ? 1 : 0, Gradient: false),
        new("LogicalOr", Ops.LogicalOr, static (a, b) => a != 0 || b != 0 ? 1 : 0, Gradient: false),
        new("LogicalXor", Ops.LogicalXor, static (a, b) => (a != 0) ^ (b != 0) ? 1 : 0, Gradient: false),
        new("Isclose", static (a, b) => Ops.Isclose(a, b, 0.1, 0.2), static (a, b) => a == b || (double.IsFinite(a) && double.IsFinite(b) && Math.Abs(a - b) <= 0.2 + (0.1 * Math.Abs(b))) ? 1 : 0, Gradient: false),
        new("Where", static (a, b) => Ops.Where(Ops.Greater(a, 0), a, b), static (a, b) => a > 0 ? a : b),
    }.ToDictionary(static r => r.Name);

    private static readonly (Shape, Shape)[] s_shapes =
    [
        (0, 0), (1, 1), (15, 15), (16, 16), (17, 17), (777, 777),
        (Shape.Scalar, 5), (5, Shape.Scalar), ((3, 1), (1, 4)), ((2, 3, 17), 17), ((2, 3, 17), (3, 1)), (17, (2, 1, 17)), ((0, 3), (1, 3)),
    ];

    public static IEnumerable<object[]> Names => s_rows.Keys.Select(static n => (object[])[n]);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Values_agree_with_a_double_reference_in_every_broadcast(string name)
    {
        foreach ((Shape a, Shape b) in s_shapes)
        {
            foreach (DType dtype in (DType[])[DType.Float32, DType.Float64])
            {
                Tensor[] x = s_rows[name].Spec(a, b).Inputs(dtype);
                Check(s_rows[name], x[0], x[1], dtype == DType.Float32 ? 4e-6 : 1e-12);
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void NaN_infinities_and_zeros_are_as_IEEE_has_them(string name)
    {
        double[] values = s_rows[name].Special
            ? [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, 1]
            : [1, 2.5];
        Check(s_rows[name], Tensor.From(values).Reshape((values.Length, 1)), Tensor.From(values), 1e-12);
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Gradients_agree_with_central_differences(string name)
    {
        Row row = s_rows[name];
        Tensor[] x = row.Spec((3, 1), (2, 1, 4)).Inputs(DType.Float64);
        if (row.Gradient)
        {
            OpContract.CheckGradient(row.Apply, x);
            return;
        }

        using GradientTape tape = new();
        tape.Watch(x[0]);
        Assert.IsNull(tape.Gradient(row.Op(x[0], x[1]), x[0]));
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Symbolic_and_compiled_paths_agree_with_the_eager_one(string name)
    {
        Row row = s_rows[name];
        Tensor[] x = row.Spec((3, 17), (3, 1)).Inputs(DType.Float32);
        OpContract.CheckSymbolic(row.Apply, x);
        OpContract.CheckCompiled(row.Apply, x);
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Shapes_that_do_not_broadcast_are_refused(string name)
    {
        Row row = s_rows[name];
        ShapeException e = Assert.ThrowsExactly<ShapeException>(() => row.Op(Ops.Ones((2, 3)), Ops.Ones((2, 4))));
        StringAssert.Contains(e.Message, "must broadcast");
        StringAssert.Contains(e.Message, "(2, 3)");
        StringAssert.Contains(e.Message, "(2, 4)");
    }

    private static void Check(Row row, Tensor a, Tensor b, double tolerance)
    {
        Tensor y = row.Op(a, b);
        double[] all = Ops.BroadcastTo(a, y.Shape).ToArray<double>();
        double[] others = Ops.BroadcastTo(b, y.Shape).ToArray<double>();
        for (int i = 0; i < y.Size; i++)
        {
            double expected = row.Reference(all[i], others[i]);
            double actual = y.ReadDouble(i);
            bool same = expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected));
            Assert.IsTrue(same, $"{row.Name}({all[i]:r}, {others[i]:r}) of {a.DType}: expected {expected:r}, got {actual:r}");
        }
    }

    private sealed record Row(string Name, Func<Tensor, Tensor, Tensor> Op, Func<double, double, double> Reference, double Low = -2, double High = 2, bool Gradient = true, bool Special = true)
    {
        internal Func<Tensor[], Tensor> Apply => x => Op(x[0], x[1]);

        internal OpRow Spec(Shape a, Shape b) => new(Name, Apply, [a, b], Low, High);
    }
}

using NeuralOpt.Keras.Engines;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests.Engines.Cpu.Reduction;

[TestClass]
public sealed class ReduceTests
{
    private static readonly int[][] s_shapes = [[1], [7], [100], [5000], [3, 4], [17, 65], [300, 33], [4, 3000], [2, 3, 4, 5], [40, 7, 50], [2, 70_000], [70_000, 3], [9, 1, 8]];

    [TestMethod]
    [DataRow("Sum")]
    [DataRow("Product")]
    [DataRow("Max")]
    [DataRow("Min")]
    public void Any_axes_reduce_as_the_definition_says(string name)
    {
        ReduceKind kind = Enum.Parse<ReduceKind>(name);
        foreach (DType dtype in new[] { DType.Float32, DType.Float64, DType.Int32, DType.Float16 })
        {
            foreach (int[] shape in s_shapes.Where(s => dtype != DType.Float16 || s.Aggregate(1, (a, b) => a * b) <= 1200))
            {
                float[] values = [.. Primitives.Numbers(Shape.Of(shape.AsEnumerable()).Size(), kind == ReduceKind.Product ? 1.01f : 3)
                    .Select(v => dtype == DType.Int32 ? MathF.Round(v) : kind == ReduceKind.Product ? 1 + (v * 0.001f) : v)];
                Tensor x = Ops.Cast(Primitives.Of(shape, values), dtype);
                for (int mask = 0; mask < 1 << shape.Length; mask++)
                {
                    int[] axes = [.. Enumerable.Range(0, shape.Length).Where(i => (mask & (1 << i)) != 0)];
                    int[] kept = [.. shape.Select((d, i) => axes.Contains(i) ? 1 : d)];
                    Tensor y = Primitives.Run(new Reduce(kind, Axes.Of(axes), true), new(kept, dtype), x);
                    double[] expected = Reference(kind, x, shape, kept);
                    double tolerance = dtype switch { DType.Float32 => 2e-6, DType.Float16 => 2e-3, _ => 1e-12 };
                    for (int i = 0; i < expected.Length; i++)
                    {
                        double scale = kind == ReduceKind.Sum ? x.Size / (double)y.Size : Math.Abs(expected[i]);
                        Assert.AreEqual(expected[i], y.ReadDouble(i), tolerance * Math.Max(kind == ReduceKind.Product ? 100 : 1, scale), $"{kind} {dtype} ({string.Join(",", shape)}) over ({string.Join(",", axes)})");
                    }
                }
            }
        }
    }

    [TestMethod]
    public void A_long_sum_is_as_exact_as_a_pairwise_one()
    {
        float[] values = [.. Enumerable.Range(0, 1_000_000).Select(i => 0.1f)];
        float sum = Primitives.Run(new Reduce(ReduceKind.Sum, [0], false), new(default), Primitives.Of(values.Length, values)).Data<float>()[0];
        Assert.AreEqual(1_000_000 * (double)0.1f, sum, 0.05);
        Tensor columns = Primitives.Run(new Reduce(ReduceKind.Sum, [0], false), new(4), Primitives.Of((250_000, 4), values));
        Assert.AreEqual(250_000 * (double)0.1f, columns.Data<float>()[3], 0.1);
    }

    [TestMethod]
    public void The_number_of_threads_changes_no_bit()
    {
        foreach ((int[] shape, int[] axes) in new (int[], int[])[] { ([200_000], [0]), ([30_000, 10], [0]), ([64, 5000], [1]), ([20, 100, 80], [0, 2]) })
        {
            Tensor x = Primitives.Of(shape, Primitives.Numbers(Shape.Of(shape.AsEnumerable()).Size()));
            Tensor[] results = [.. new[] { 1, 2, 3 }.Select(threads => Reduced(x, axes, threads))];
            CollectionAssert.AreEqual(results[0].ToArray<float>(), results[1].ToArray<float>());
            CollectionAssert.AreEqual(results[0].ToArray<float>(), results[2].ToArray<float>());
        }
    }

    [TestMethod]
    public void NaN_wins_a_maximum_wherever_it_is()
    {
        for (int n = 1; n < 150; n++)
        {
            float[] values = Primitives.Numbers(n);
            values[n * 7 % n] = float.NaN;
            values[n / 2] = float.NaN;
            foreach (ReduceKind kind in new[] { ReduceKind.Max, ReduceKind.Min })
            {
                Assert.IsTrue(float.IsNaN(Primitives.Run(new Reduce(kind, [0], false), new(default), Primitives.Of(n, values)).Data<float>()[0]), $"{kind} {n}");
            }

            Assert.AreEqual(0, Primitives.Run(new Reduce(ReduceKind.ArgMax, [0], false), new(default, DType.Int32), Primitives.Of(n, values)).Data<int>()[0] - Array.FindIndex(values, float.IsNaN));
        }
    }

    [TestMethod]
    public void The_first_winner_is_the_argument()
    {
        Tensor x = Primitives.Of<float>((2, 4), 1, 3, 3, 0, 5, -1, -1, 5);
        CollectionAssert.AreEqual(new[] { 1, 0 }, Arg(ReduceKind.ArgMax, x, 1, 2));
        CollectionAssert.AreEqual(new[] { 3, 1 }, Arg(ReduceKind.ArgMin, x, 1, 2));
        CollectionAssert.AreEqual(new[] { 1, 0, 0, 1 }, Arg(ReduceKind.ArgMax, x, 0, 4));
        CollectionAssert.AreEqual(new[] { 1, 0 }, Arg(ReduceKind.ArgMax, Ops.Cast(x, DType.Int64), 1, 2));
        for (int n = 1; n < 200; n += 3)
        {
            float[] values = Primitives.Numbers(n * 2);
            values[n - 1] = values[n / 3] = 9;
            Assert.AreEqual(n / 3, Arg(ReduceKind.ArgMax, Primitives.Of((2, n), values), 1, 2)[0]);
        }
    }

    [TestMethod]
    public void Any_and_all_take_bools()
    {
        Tensor x = Primitives.Of((2, 3), true, false, true, true, true, true);
        CollectionAssert.AreEqual(new[] { true, true }, Primitives.Run(new Reduce(ReduceKind.Any, [1], false), new(2, DType.Bool), x).ToArray<bool>());
        CollectionAssert.AreEqual(new[] { false, true }, Primitives.Run(new Reduce(ReduceKind.All, [1], false), new(2, DType.Bool), x).ToArray<bool>());
    }

    [TestMethod]
    public void Reducing_nothing_gives_the_neutral_element()
    {
        Tensor x = Tensor.Zeros(new((3, 0)));
        CollectionAssert.AreEqual(new float[3], Primitives.Run(new Reduce(ReduceKind.Sum, [1], false), new(3), x).ToArray<float>());
        CollectionAssert.AreEqual(new float[] { 1, 1, 1 }, Primitives.Run(new Reduce(ReduceKind.Product, [1], false), new(3), x).ToArray<float>());
    }

    [TestMethod]
    public void A_running_sum_goes_along_its_axis_either_way()
    {
        Tensor x = Primitives.Of<float>((2, 3), 1, 2, 3, 4, 5, 6);
        Check([1, 3, 6, 4, 9, 15], new(CumulativeKind.Sum, 1), x);
        Check([1, 2, 3, 5, 7, 9], new(CumulativeKind.Sum, 0), x);
        Check([6, 5, 3, 15, 11, 6], new(CumulativeKind.Sum, 1, Reverse: true), x);
        Check([1, 2, 6, 4, 20, 120], new(CumulativeKind.Product, 1), x);
        Check([6, 6, 6, 6, 6, 6], new(CumulativeKind.Max, 1, Reverse: true), Primitives.Of<float>((2, 3), 1, 2, 6, 4, 5, 6));
        static void Check(float[] expected, Cumulative primitive, Tensor x) => CollectionAssert.AreEqual(expected, Primitives.Run(primitive, x.Spec, x).ToArray<float>());
    }

    private static int[] Arg(ReduceKind kind, Tensor x, int axis, int count) => Primitives.Run(new Reduce(kind, [axis], false), new(count, DType.Int32), x).ToArray<int>();

    private static Tensor Reduced(Tensor x, int[] axes, int threads)
    {
        Shape shape = ShapeRules.Reduce(x.Shape, axes, false);
        Tensor y = Tensor.Uninitialized(new(shape));
        unsafe
        {
            Operand from = new() { Address = x.Buffer.Address };
            Operand to = new() { Address = y.Buffer.Address };
            KernelRunner.Run(KernelFactories.Create(new Reduce(ReduceKind.Sum, Axes.Of(axes), false), new([x.Spec], [from], y.Spec, to)), threads);
        }

        GC.KeepAlive(x);
        return y;
    }

    private static double[] Reference(ReduceKind kind, Tensor x, int[] shape, int[] kept)
    {
        double[] result = new double[kept.Aggregate(1, (a, b) => a * b)];
        bool[] begun = new bool[result.Length];
        for (int flat = 0; flat < x.Size; flat++)
        {
            int rest = flat;
            int place = 0;
            int stride = 1;
            for (int i = shape.Length - 1; i >= 0; i--)
            {
                place += kept[i] == 1 ? 0 : rest % shape[i] * stride;
                stride *= kept[i];
                rest /= shape[i];
            }

            double value = x.ReadDouble(flat);
            result[place] = !begun[place] ? value : kind switch
            {
                ReduceKind.Sum => result[place] + value,
                ReduceKind.Product => result[place] * value,
                ReduceKind.Max => Math.Max(result[place], value),
                _ => Math.Min(result[place], value),
            };
            begun[place] = true;
        }

        return result;
    }
}

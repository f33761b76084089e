using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras.Tests.Engines.Cpu.Movement;

[TestClass]
public sealed class MovementTests
{
    private static readonly DType[] s_sizes = [DType.UInt8, DType.Int16, DType.Float32, DType.Int64];

    [TestMethod]
    [DataRow(new[] { 5, 7 }, new[] { 1, 0 })]
    [DataRow(new[] { 100, 300 }, new[] { 1, 0 })]
    [DataRow(new[] { 4, 5, 6 }, new[] { 2, 0, 1 })]
    [DataRow(new[] { 4, 5, 6 }, new[] { 0, 2, 1 })]
    [DataRow(new[] { 4, 5, 6 }, new[] { 1, 0, 2 })]
    [DataRow(new[] { 3, 4, 5, 6 }, new[] { 3, 1, 2, 0 })]
    [DataRow(new[] { 16, 20, 30, 18 }, new[] { 0, 3, 1, 2 })]
    [DataRow(new[] { 2, 3, 1, 4, 2 }, new[] { 4, 3, 2, 1, 0 })]
    [DataRow(new[] { 40, 50, 64 }, new[] { 0, 2, 1 })]
    public void Axes_are_reordered(int[] shape, int[] order)
        => Check(new Transpose(Axes.Of(order)), shape, [.. order.Select(a => shape[a])], i =>
        {
            int[] from = new int[shape.Length];
            for (int k = 0; k < order.Length; k++)
            {
                from[order[k]] = i[k];
            }

            return from;
        });

    [TestMethod]
    [DataRow(new[] { 3, 1 }, new[] { 2, 3, 4 })]
    [DataRow(new[] { 4 }, new[] { 1000, 4 })]
    [DataRow(new int[0], new[] { 5, 3 })]
    [DataRow(new[] { 1, 3, 1, 2 }, new[] { 4, 3, 5, 2 })]
    [DataRow(new[] { 300, 1 }, new[] { 300, 400 })]
    public void Lengths_of_one_are_repeated(int[] shape, int[] target)
        => Check(new BroadcastTo(), shape, target, i => [.. shape.Select((d, k) => d == 1 ? 0 : i[k + target.Length - shape.Length])]);

    [TestMethod]
    public void Slices_step_forwards_and_backwards()
    {
        Check(new StridedSlice([1, 6], [2, -3]), [5, 7], [2, 3], i => [1 + (2 * i[0]), 6 - (3 * i[1])]);
        Check(new StridedSlice([0, 2, 0], [1, 1, 1]), [3, 6, 4], [3, 2, 4], i => [i[0], i[1] + 2, i[2]]);
        Check(new StridedSlice([10, 0], [1, 1]), [500, 300], [400, 300], i => [i[0] + 10, i[1]]);
        Check(new StridedSlice([0, 1], [1, 2]), [500, 300], [500, 150], i => [i[0], 1 + (2 * i[1])]);
    }

    [TestMethod]
    public void Axes_are_reversed()
    {
        Check(new Reverse([0]), [5, 7], [5, 7], i => [4 - i[0], i[1]]);
        Check(new Reverse([1]), [5, 7], [5, 7], i => [i[0], 6 - i[1]]);
        Check(new Reverse([0, 2]), [2, 3, 4], [2, 3, 4], i => [1 - i[0], i[1], 3 - i[2]]);
    }

    [TestMethod]
    [DataRow(new[] { 3, 4 }, new[] { 1, 0 }, new[] { 2, 1 }, new[] { 0, 0 })]
    [DataRow(new[] { 3, 4 }, new[] { -1, 2 }, new[] { 1, -3 }, new[] { 0, 0 })]
    [DataRow(new[] { 3, 4 }, new[] { 0, 1 }, new[] { 1, 2 }, new[] { 1, 2 })]
    [DataRow(new[] { 3, 4 }, new[] { -1, -2 }, new[] { 1, -1 }, new[] { 1, 2 })]
    [DataRow(new[] { 3, 4 }, new[] { -1, -1 }, new[] { -1, -2 }, new[] { 0, 0 })]
    [DataRow(new[] { 2, 5 }, new[] { 4, -5 }, new[] { 0, 3 }, new[] { 0, 0 })]
    [DataRow(new[] { 100, 40, 30 }, new[] { 0, 1, 0 }, new[] { 0, 1, 0 }, new[] { 0, 0, 0 })]
    public void Padding_surrounds_spreads_and_cuts(int[] shape, int[] low, int[] high, int[] interior)
    {
        int[] y = [.. shape.Select((d, k) => low[k] + high[k] + d + (Math.Max(d - 1, 0) * interior[k]))];
        Check(new Pad(Axes.Of(low), Axes.Of(high), Axes.Of(interior)), shape, y, i =>
        {
            int[] from = new int[shape.Length];
            for (int k = 0; k < shape.Length; k++)
            {
                int at = i[k] - low[k];
                if (at < 0 || at % (interior[k] + 1) != 0 || at / (interior[k] + 1) >= shape[k])
                {
                    return null;
                }

                from[k] = at / (interior[k] + 1);
            }

            return from;
        });
    }

    [TestMethod]
    public void Tensors_are_joined_along_an_axis()
    {
        foreach (DType dtype in s_sizes)
        {
            Tensor a = Numbers([2, 3], dtype);
            Tensor b = Numbers([2, 2], dtype);
            Tensor y = Primitives.Run(new Concat(1), new((2, 5), dtype), a, b);
            CollectionAssert.AreEqual(new[] { 0, 1, 2, 0, 1, 3, 4, 5, 2, 3 }, y.ToArray<int>());
            Tensor z = Primitives.Run(new Concat(0), new((4, 3), dtype), a, a);
            CollectionAssert.AreEqual(new[] { 0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5 }, z.ToArray<int>());
            Tensor empty = Primitives.Run(new Concat(0), new((2, 3), dtype), a, Tensor.Zeros(new((0, 3), dtype)));
            CollectionAssert.AreEqual(new[] { 0, 1, 2, 3, 4, 5 }, empty.ToArray<int>());
        }
    }

    private static void Check(Primitive primitive, int[] shape, int[] target, Func<int[], int[]?> source)
    {
        foreach (DType dtype in s_sizes)
        {
            Tensor x = Numbers(shape, dtype);
            Tensor[] inputs = primitive is Pad ? [x, Ops.Cast(Primitives.Of(default, 99), dtype)] : [x];
            double[] y = Primitives.Run(primitive, new(target, dtype), inputs).ToArray<double>();
            for (int flat = 0; flat < y.Length; flat++)
            {
                int[] index = new int[target.Length];
                int rest = flat;
                for (int i = target.Length - 1; i >= 0; i--)
                {
                    index[i] = rest % target[i];
                    rest /= target[i];
                }

                double expected = source(index) is { } from
                    ? x.ReadDouble(from.Zip(shape).Aggregate(0, (at, p) => (at * p.Second) + p.First))
                    : 99;
                Assert.AreEqual(expected, y[flat], $"{primitive} of {dtype} at ({string.Join(", ", index)})");
            }
        }
    }

    private static Tensor Numbers(int[] shape, DType dtype)
        => Ops.Cast(Primitives.Of<int>(shape, [.. Enumerable.Range(0, shape.Aggregate(1, (a, b) => a * b)).Select(i => i % 120)]), dtype);
}

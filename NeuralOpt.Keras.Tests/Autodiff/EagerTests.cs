using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public sealed class EagerTests
{
    private static readonly Tensor s_a = Ops.Arange(16, dtype: DType.Float32) * 0.25;
    private static readonly Tensor s_b = Ops.Arange(16, dtype: DType.Float32) + 1;
    private static readonly Tensor s_matrix = Ops.Reshape(s_a, (4, 4));
    private static readonly Tensor s_row = Ops.Arange(4, dtype: DType.Float32);
    private static readonly Dictionary<string, Func<Tensor>> s_ops = new()
    {
        ["add"] = () => s_a + s_b,
        ["add a row"] = () => s_matrix + s_row,
        ["add a number"] = () => s_a + 1,
        ["multiply"] = () => s_a * s_b,
        ["divide by a number"] = () => s_a / 3.5,
        ["maximum"] = () => Ops.Maximum(s_a, s_b),
        ["greater"] = () => s_a > s_b,
        ["negative"] = () => -s_a,
        ["exp"] = () => Ops.Exp(s_a),
        ["tanh"] = () => Ops.Tanh(s_a),
        ["relu"] = () => Ops.Relu(s_a),
        ["cast"] = () => Ops.Cast(s_a, DType.Int32),
        ["sum"] = () => Ops.Sum(s_a),
        ["sum of an axis"] = () => Ops.Sum(s_matrix, axis: 0),
        ["max"] = () => Ops.Max(s_a),
        ["matmul"] = () => Ops.Matmul(s_matrix, s_matrix),
        ["transpose"] = () => Ops.Transpose(s_matrix),
        ["an element"] = () => s_matrix[1, 2],
        ["a row"] = () => s_matrix[1],
    };

    public static IEnumerable<string[]> Names => s_ops.Keys.Select(static name => new[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void An_eager_op_of_16_elements_allocates_at_most_500_bytes(string name)
    {
        Func<Tensor> op = s_ops[name];
        const int Calls = 200;
        op();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++)
        {
            op();
        }

        long bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
        Assert.IsLessThanOrEqualTo(500, bytes, name);
    }

    [TestMethod]
    public void A_kernel_that_is_kept_works_on_the_tensors_of_each_call()
    {
        for (int round = 0; round < 3; round++)
        {
            for (int n = 1; n <= 20; n++)
            {
                Tensor x = Ops.Arange(n, dtype: DType.Float32) + round;
                Tensor y = x * x + 1;
                for (int i = 0; i < n; i++)
                {
                    Assert.AreEqual(((i + round) * (i + round)) + 1, y[i].Item());
                }

                Assert.AreEqual(Enumerable.Range(round, n).Sum(), Ops.Sum(x).Item());
            }
        }
    }

    [TestMethod]
    public void Threads_that_run_the_same_ops_at_once_get_the_same_bits()
    {
        string[] expected = Results(7);
        string[][] results = new string[8][];
        Thread[] threads = [.. Enumerable.Range(0, results.Length).Select(i => new Thread(() => results[i] = Results(7)))];
        Array.ForEach(threads, static t => t.Start());
        Array.ForEach(threads, static t => t.Join());
        foreach (string[] result in results)
        {
            CollectionAssert.AreEqual(expected, result);
        }
    }

    [TestMethod]
    public void Kernels_of_many_shapes_are_not_all_kept()
    {
        int kept = 0;
        Thread thread = new(() =>
        {
            for (int n = 1; n <= 3 * EagerKernels.Capacity; n++)
            {
                Assert.AreEqual(2.0 * n, Ops.Sum(Ops.Ones(n) * 2).Item());
                kept = Math.Max(kept, EagerKernels.Current.Count);
            }
        });
        thread.Start();
        thread.Join();
        Assert.IsLessThanOrEqualTo(EagerKernels.Capacity, kept);
        Assert.IsGreaterThan(1, kept);
    }

    [TestMethod]
    public void Kernels_of_large_calls_are_not_kept()
    {
        (int few, int many) = (-1, -1);
        Thread thread = new(() =>
        {
            Tensor large = Ops.Ones((10_000, 2, 2));
            int before = EagerKernels.Current.Count;
            Assert.AreEqual(2, Ops.Matmul(large, large)[9_999, 1, 1].Item());
            few = EagerKernels.Current.Count - before;
            for (int n = 1; n <= EagerKernels.Capacity; n++)
            {
                _ = Ops.Ones(10_000 + n) + 1;
            }

            many = EagerKernels.Current.Count;
        });
        thread.Start();
        thread.Join();
        Assert.AreEqual(0, few);
        Assert.IsLessThan(110, many, "together at most a million elements");
    }

    [TestMethod]
    public void Under_a_tape_an_op_keeps_little_more_than_its_tensors()
    {
        const int Calls = 200;
        Tensor y = s_a;
        using GradientTape tape = new();
        tape.Watch(y);
        y += s_b;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++)
        {
            y += s_b;
        }

        long bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
        Assert.IsLessThanOrEqualTo(600, bytes);
    }

    [TestMethod]
    public void A_number_stays_what_it_is_when_a_tensor_of_it_is_written_to()
    {
        Tensor two = Ops.Cast(2.0, DType.Float32);
        Tensor vector = Ops.Reshape(two, 1);
        vector[0] = 5;
        two["..."] = 7;
        Assert.AreEqual(5, vector.Item());
        Assert.AreEqual(7, two.Item());
        Assert.AreEqual(6, (Ops.Ones(1) * 3 * 2.0).Item());
        Assert.AreEqual(2, Ops.Cast(2.0, DType.Float32).Item());
    }

    [TestMethod]
    public void Indexing_gives_the_same_with_a_tape_open_and_without()
    {
        Tensor x = Ops.Reshape(Ops.Arange(60, dtype: DType.Float32), (3, 4, 5));
        Slice?[][] keys =
        [
            [0], [-1, 2], [1, 2, 3], [Slice.All, 1], [Slice.Ellipsis, 0], [Slice.Ellipsis], [null, 1], [1, Slice.NewAxis, 2..4], [Slice.Step(null, null, -1), Slice.All, ^1], [1..1],
            [Slice.All, Slice.Step(0, null, 2), Slice.Step(4, 0, -2)],
        ];
        foreach (Slice?[] key in keys)
        {
            using GradientTape tape = new();
            tape.Watch(x);
            Tensor recorded = x[key];
            tape.Dispose();
            Tensor direct = x[key];
            Assert.AreEqual(recorded.Shape, direct.Shape);
            CollectionAssert.AreEqual(recorded.ToArray<float>(), direct.ToArray<float>());
        }
    }

    private static string[] Results(int rounds)
    {
        List<string> results = [];
        for (int round = 0; round < rounds; round++)
        {
            for (int n = 1; n <= 33; n += 4)
            {
                Tensor x = Ops.Sin(Ops.Arange(n * n, dtype: DType.Float32) + round);
                Tensor m = Ops.Reshape(x, (n, n));
                Tensor y = Ops.Softmax(Ops.Matmul(m, Ops.Transpose(m)) + x[..n]);
                results.Add(Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes(y.AsSpan<float>())));
            }
        }

        return [.. results];
    }
}

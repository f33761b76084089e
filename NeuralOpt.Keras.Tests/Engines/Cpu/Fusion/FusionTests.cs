using NeuralOpt.Keras.Engines;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests.Engines.Cpu.Fusion;

[TestClass]
public sealed class FusionTests
{
    [TestMethod]
    [DataRow(7)]
    [DataRow(1024)]
    [DataRow(5003)]
    public void An_Adam_update_is_one_kernel_and_agrees(int n)
    {
        Tensor[] Step(Tensor[] x)
        {
            Tensor m = (x[0] * 0.9) + (x[2] * 0.1);
            Tensor v = (x[1] * 0.999) + (Ops.Square(x[2]) * 0.001);
            Tensor w = x[3] - (m * 0.01 / (Ops.Sqrt(v) + 1e-7));
            return [m, v, w];
        }

        Assert.AreEqual(1, Programs.Agree(Step, Programs.Numbers(n, 1), Ops.Abs(Programs.Numbers(n, 2)), Programs.Numbers(n, 3), Programs.Numbers(n, 4)));
    }

    [TestMethod]
    public void A_mask_and_its_gradient_are_one_kernel()
        => Assert.AreEqual(1, Programs.Agree(x => [Ops.Where(Ops.Greater(x[0], 0), x[1], 0) * 2], Programs.Numbers((30, 40), 1), Programs.Numbers((30, 40), 2)));

    [TestMethod]
    [DataRow(new[] { 64, 32 })]
    [DataRow(new[] { 1000, 10 })]
    [DataRow(new[] { 3, 2000 })]
    [DataRow(new[] { 5, 7, 33 })]
    public void Vectors_and_columns_are_repeated_on_the_way_in(int[] shape)
    {
        Shape last = shape[^1];
        Shape column = Shape.Of(shape.AsEnumerable()).With(^1, 1);
        Tensor[] Step(Tensor[] x) => [Ops.Tanh((x[0] * x[1]) + x[2]), Ops.BroadcastTo(x[2], x[0].Shape) - x[0]];
        Programs.Agree(Step, Programs.Numbers(shape, 1), Programs.Numbers(last, 2), Programs.Numbers(column, 3));
    }

    [TestMethod]
    public void A_step_that_must_run_between_keeps_groups_apart()
    {
        // The sum needs y, and what follows needs both.
        Tensor[] Step(Tensor[] x)
        {
            Tensor y = Ops.Exp(x[0]);
            Tensor sum = Ops.Sum(y, -1, keepdims: true);
            return [y / sum, y];
        }

        Assert.AreEqual(3, Programs.Agree(Step, Programs.Numbers((20, 30), 1)));
    }

    [TestMethod]
    public void Reshapes_and_casts_inside_a_group_are_seen_through()
        => Assert.AreEqual(1, Programs.Agree(
            x => [Ops.Cast(Ops.Reshape(x[0] + 1, (6, 4)) > 0.5, DType.Float32) * Ops.Reshape(x[1], (6, 4))], Programs.Numbers((2, 12), 1), Programs.Numbers(24, 2)));

    [TestMethod]
    public void Double_precision_is_joined_too()
        => Assert.AreEqual(1, Programs.Agree(x => [Ops.Sigmoid(x[0] * 2) - x[0]], Ops.Cast(Programs.Numbers((9, 9), 1), DType.Float64)));

    [TestMethod]
    [DataRow(1, 64, 10)]
    [DataRow(32, 128, 64)]
    public void Bias_and_ReLU_go_into_the_matrix_product(int m, int k, int n)
    {
        Assert.AreEqual(1, Programs.Agree(x => [Ops.Relu(Ops.Matmul(x[0], x[1]) + x[2])], Programs.Numbers((m, k), 1), Programs.Numbers((k, n), 2), Programs.Numbers(n, 3)));
        Assert.AreEqual(1, Programs.Agree(x => [x[2] + Ops.Matmul(x[0], x[1])], Programs.Numbers((m, k), 1), Programs.Numbers((k, n), 2), Programs.Numbers(n, 3)));
        Assert.AreEqual(2, Programs.Agree(x => [Ops.Matmul(x[0], x[1]) + x[2], Ops.Matmul(x[0], x[1])], Programs.Numbers((m, k), 1), Programs.Numbers((k, n), 2), Programs.Numbers(n, 3)));
        Assert.AreEqual(2, Programs.Agree(x => [Ops.Matmul(x[0], x[1]) + x[2]], Programs.Numbers((m, k), 1), Programs.Numbers((k, n), 2), Programs.Numbers((m, 1), 3)));
    }

    [TestMethod]
    public void The_sum_of_two_products_ends_only_one_of_them()
        => Assert.AreEqual(2, Programs.Agree(x => [Ops.Relu(Ops.Matmul(x[0], x[1]) + Ops.Matmul(x[2], x[1]))], Programs.Numbers((1, 5), 1), Programs.Numbers((5, 3), 2), Programs.Numbers((1, 5), 3)));

    [TestMethod]
    public void Bias_and_ReLU_go_into_the_convolution()
    {
        ConvSpec spec = new([1, 1], [0, 0], [0, 0], [1, 1]);
        Graph graph = new();
        Value x = graph.AddFeed(new((2, 9, 9, 3)));
        Value f = graph.AddFeed(new((3, 3, 3, 8)));
        Value b = graph.AddFeed(new(8));
        TensorSpec y = new((2, 7, 7, 8));
        Value sum = graph.Add(new Binary(BinaryKind.Add), [graph.Add(new Conv(spec), [x, f], y), b], y);
        graph.AddOutput(graph.Add(new Unary(UnaryKind.Relu), [sum], y));
        Assert.AreEqual(1, Programs.Compare(graph, Programs.Numbers((2, 9, 9, 3), 1), Programs.Numbers((3, 3, 3, 8), 2), Programs.Numbers(8, 3)));
    }

    [TestMethod]
    [DataRow(2, 2, 8)]
    [DataRow(3, 2, 7)]
    [DataRow(2, 3, 9)]
    public void The_mask_of_a_ReLU_before_a_max_pool_is_taken_on_the_pooled_values(int window, int stride, int size)
    {
        int pooled = ((size - window) / stride) + 1;
        PoolSpec spec = new([window, window], [stride, stride], [0, 0], [0, 0]);
        Graph graph = new();
        TensorSpec full = new((2, size, size, 20)), small = new((2, pooled, pooled, 20));
        Value x = graph.Add(new Unary(UnaryKind.Relu), [graph.AddFeed(full)], full);
        Value dy = graph.AddFeed(small);
        Value zero = new ConstantValue(Tensor.Zeros(new(Shape.Scalar)));
        Value y = graph.Add(new Pool(PoolKind.Max, spec), [x], small);
        Value grad = graph.Add(new PoolGrad(PoolKind.Max, spec), [x, dy], full);
        Value mask = graph.Add(new Binary(BinaryKind.Greater), [x, zero], new(full.Shape, DType.Bool));
        Value dx = graph.Add(new Select(), [mask, grad, zero], full);
        graph.AddOutput(y);
        graph.AddOutput(dx);
        graph.AddOutput(graph.Add(new Reduce(ReduceKind.Sum, [0, 1, 2], false), [dx], new(20)));
        Assert.AreEqual(5, Programs.Compare(graph, Programs.Numbers(full.Shape, 1), Programs.Numbers(small.Shape, 2)));
        string plan = new CpuProgram(graph).Explain([Programs.Numbers(full.Shape, 1), Programs.Numbers(small.Shape, 2)], 0);
        StringAssert.Contains(plan, $"{small.Shape} = Greater + Select");
    }

    [TestMethod]
    [DataRow(new[] { 3, 40, 20 }, 5)]
    [DataRow(new[] { 2, 1, 16 }, 5)]
    [DataRow(new[] { 1, 5000, 70 }, 5)]
    [DataRow(new[] { 40, 30, 150 }, 5)]
    [DataRow(new[] { 4, 9, 3 }, 7)]
    public void A_global_maximum_after_a_ReLU_shares_its_gradient_among_equals_in_two_passes(int[] shape, int kernels)
    {
        Tensor[] Step(Tensor[] x)
        {
            using GradientTape tape = new();
            tape.Watch(x[0]);
            tape.Watch(x[1]);
            Tensor most = Ops.Max(Ops.Relu(x[0] + x[1]), 1);
            IReadOnlyList<Tensor?> gradients = tape.Gradient(most * x[2], [x[0], x[1]]);
            return [most, gradients[0]!, gradients[1]!];
        }

        // Whole numbers: many are equal, many are zero, some columns have nothing above zero.
        Tensor x = Ops.Round(Programs.Numbers(shape, 1));
        Tensor bias = Ops.Round(Programs.Numbers(shape[2], 2));
        Assert.AreEqual(kernels, Programs.Agree(Step, x, bias, Programs.Numbers((shape[0], shape[2]), 3)));
    }

    [TestMethod]
    public void A_maximum_that_is_not_a_number_gives_its_gradient_to_none()
    {
        float[] values = new float[2 * 3 * 16];
        values[17] = float.NaN;
        Tensor[] Step(Tensor[] x)
        {
            using GradientTape tape = new();
            tape.Watch(x[0]);
            Tensor most = Ops.Max(x[0], 1);
            return [most, tape.Gradient(most * x[1], [x[0]])[0]!];
        }

        Programs.Agree(Step, Primitives.Of((2, 3, 16), values), Programs.Numbers((2, 16), 3));
    }

    [TestMethod]
    public void A_kernel_that_overwrites_what_it_still_reads_keeps_the_old_values()
    {
        // w is overwritten by the first result, and read by the second.
        Variable w = new(Programs.Numbers(3000, 1));
        Variable u = new(Programs.Numbers(3000, 2));
        (Tensor w0, Tensor u0) = (Ops.Copy(w), Ops.Copy(u));
        Func<Tensor, Tensor> step = Function.Compile(x =>
        {
            Tensor old = w;
            Tensor next = old + x;
            w.Assign(next);
            u.Assign((u * next) - old);
            return next;
        });
        Tensor x = Programs.Numbers(3000, 3);
        step(x);
        CollectionAssert.AreEqual((w0 + x).ToArray<float>(), w.Value.ToArray<float>());
        CollectionAssert.AreEqual(((u0 * (w0 + x)) - w0).ToArray<float>(), u.Value.ToArray<float>());
    }

    [TestMethod]
    public void Long_chains_reuse_their_tiles()
        => Programs.Agree(
            x =>
            {
                Tensor y = x[0];
                for (int i = 0; i < 100; i++)
                {
                    y = (y * 0.5) + Ops.Sin(y);
                }

                return [y];
            },
            Programs.Numbers(5000, 1));
}

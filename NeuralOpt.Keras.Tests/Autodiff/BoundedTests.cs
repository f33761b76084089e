using System.Diagnostics;
using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests;

/// <summary>What is kept for each shape, and how long much of one thing takes, has bounds.</summary>
[TestClass]
[DoNotParallelize]
public sealed class BoundedTests
{
    private const double MiB = 1 << 20;

    [TestMethod]
    public void Predictions_of_300_batch_sizes_keep_less_than_50_MB()
    {
        Sequential model = new([
            new Input((28, 28, 1)), new Conv2D(16, 3, activation: "relu"), new MaxPooling2D(), new Conv2D(32, 3, activation: "relu"), new MaxPooling2D(),
            new Flatten(), new Dense(10)]);
        Keeps(50, () =>
        {
            for (int n = 1; n <= 300; n++)
            {
                Assert.AreEqual(n, model.Predict(Ops.Ones((n, 28, 28, 1)), batchSize: n, verbose: 0).Shape[0]);
            }
        });
    }

    [TestMethod]
    public void A_convolution_of_300_lengths_keeps_less_than_50_MB()
    {
        Input input = new((null, 16));
        Model model = new(input, new Conv1D(32, 5, padding: "same").Apply(new Conv1D(32, 5, padding: "same").Apply(input)));
        Keeps(50, () =>
        {
            for (int n = 1; n <= 300; n++)
            {
                model.Predict(Ops.Ones((4, 100 + n, 16)), verbose: 0);
            }
        });
    }

    [TestMethod]
    public void Images_of_60_sizes_keep_less_than_50_MB()
    {
        Input input = new((null, null, 1));
        Model model = new(input, new Conv2D(40, 5, padding: "same").Apply(input));
        Keeps(50, () =>
        {
            for (int n = 0; n < 60; n++)
            {
                model.Predict(Ops.Ones((1, 150, 200 + n, 1)), verbose: 0);
            }
        });
    }

    [TestMethod]
    public void A_function_of_2000_shapes_keeps_less_than_50_MB()
    {
        Variable w = new(Ops.Ones((64, 64)));
        Func<Tensor, Tensor> f = Function.Compile((Tensor x) => Ops.Sum(Ops.Relu(Ops.Matmul(x, w))));
        Keeps(50, () =>
        {
            for (int n = 1; n <= 2000; n++)
            {
                Assert.AreEqual(n * 64 * 64, f(Ops.Ones((n, 64))).Item());
            }
        });
    }

    [TestMethod]
    public void A_function_of_shapes_that_come_again_after_many_others_is_still_right()
    {
        Func<Tensor, Tensor> f = Function.Compile((Tensor x) => Ops.Sum(Ops.Relu(x * 2) + 1));
        for (int round = 0; round < 3; round++)
        {
            for (int n = 1; n <= 50; n++)
            {
                Assert.AreEqual(3 * n, f(Ops.Ones(n)).Item());
            }
        }
    }

    [TestMethod]
    public void Programs_of_one_function_that_run_at_once_do_not_share_memory()
    {
        Func<Tensor, Tensor> f = Function.Compile((Tensor x) => Ops.Matmul(Ops.Softmax(Ops.Matmul(x, Ops.Transpose(x))), Ops.Exp(x)));
        Tensor[] inputs = [.. Enumerable.Range(0, 8).Select(i => RandomOps.Normal((20 + i, 30), seed: i))];
        Tensor[] expected = [.. inputs.Select(x => f(x))];
        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            CollectionAssert.AreEqual(expected[i % 8].ToArray<float>(), f(inputs[i % 8]).ToArray<float>()));
    }

    [TestMethod]
    public void Layers_added_one_by_one_take_the_time_of_a_list()
    {
        Sequential model = new([new Input(4)]);
        TimeSpan start = Worked();
        for (int i = 0; i < 2000; i++)
        {
            model.Add(new Dense(4));
        }

        Assert.HasCount(4000, model.Weights);
        Assert.HasCount(2000, model.Layers);
        Assert.IsLessThan(30, (Worked() - start).TotalSeconds);
        model.Pop();
        Assert.AreEqual((null, 4), (model.Output.Shape.At(0), model.Output.Shape[1]));
        Assert.HasCount(1999, model.Layers);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void A_compiled_chain_of_20000_operations_takes_seconds(int kind)
    {
        Func<Tensor, Tensor> f = Function.Compile((Tensor x) =>
        {
            Tensor y = x;
            for (int i = 0; i < 20_000; i++)
            {
                y = kind == 1 ? (i % 2 == 0 ? y + x : y - x) : (i % 3 == 0 ? Ops.Sum(y, axis: 0, keepdims: true) * 0.5 : y + x);
            }

            return y;
        });
        TimeSpan start = Worked();
        Tensor result = f(Ops.Ones((2, 3)));
        Assert.IsLessThan(40, (Worked() - start).TotalSeconds);
        Assert.AreEqual(6, result.Size);
        Assert.IsTrue(kind == 2 || result.ToArray<float>().All(static v => v == 1));
    }

    // Processor time, so that a busy machine fails no test.
    private static TimeSpan Worked() => Process.GetCurrentProcess().TotalProcessorTime;

    // What is held after the work, above what was held before it.
    private static void Keeps(double most, Action work)
    {
        double before = GC.GetTotalMemory(true) / MiB;
        work();
        double after = GC.GetTotalMemory(true) / MiB;
        Assert.IsLessThan(most, after - before);
    }
}

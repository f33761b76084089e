using NeuralOpt.Keras.Engines;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests.Engines.Cpu.Chains;

/// <summary>Programs that go sample by sample agree with the same run node by node, in every bit for any number of threads.</summary>
[TestClass]
public sealed class ChainTests
{
    [TestMethod]
    [DataRow(16, 9, 3, 8)]
    [DataRow(37, 10, 2, 33)]
    [DataRow(64, 7, 1, 50)]
    public void Two_convolutions_with_a_pool_and_all_their_gradients(int batch, int size, int channels, int filters)
    {
        Tensor[] Step(Tensor[] x) => Gradients(x, x =>
        {
            Tensor y = Ops.Relu(Ops.Conv(x[0], x[1]) + x[2]);
            y = Ops.Relu(Ops.Conv(y, x[3]) + x[4]);
            return Ops.MaxPool(y, 2);
        });

        Check(
            Step, chains: 1, Small((batch, size, size, channels), 1), Small((3, 3, channels, filters), 2), Small(filters, 3),
            Small((3, 3, filters, filters + 1), 4), Small(filters + 1, 5));
    }

    [TestMethod]
    [DataRow("same", 1, 1)]
    [DataRow("same", 2, 1)]
    [DataRow("valid", 1, 2)]
    public void Borders_strides_and_dilation(string padding, int strides, int dilation)
    {
        Tensor[] Step(Tensor[] x) => Gradients(
            x, x => Ops.AveragePool(Ops.Relu(Ops.Conv(x[0], x[1], strides, padding, dilationRate: dilation)), 2, padding: "same"));
        Check(Step, chains: 1, Small((20, 11, 9, 5), 1), Small((3, 3, 5, 20), 2));
    }

    [TestMethod]
    public void Groups_and_three_axes()
    {
        Tensor[] Grouped(Tensor[] x) => Gradients(x, x => Ops.MaxPool(Ops.Relu(Ops.Conv(x[0], x[1])), 2));
        Check(Grouped, chains: 1, Small((16, 8, 8, 6), 1), Small((3, 3, 3, 8), 2));
        Check(Grouped, chains: 1, Small((17, 5, 6, 7, 2), 1), Small((2, 3, 2, 2, 9), 2));
    }

    [TestMethod]
    [DataRow(16, 30, 5, 40)]
    [DataRow(33, 12, 50, 250)]
    public void A_sequence_with_a_global_maximum(int batch, int length, int channels, int filters)
    {
        Tensor[] Step(Tensor[] x) => Gradients(x, x => Ops.Max(Ops.Relu(Ops.Conv(x[0], x[1]) + x[2]), 1));
        Check(Step, chains: 1, Ops.Round(Small((batch, length, channels), 1) * 3), Small((3, channels, filters), 2), Small(filters, 3));
    }

    [TestMethod]
    public void What_is_returned_or_read_elsewhere_is_kept_whole()
    {
        Tensor[] Step(Tensor[] x)
        {
            Tensor y = Ops.Relu(Ops.Conv(x[0], x[1]));
            Tensor pooled = Ops.MaxPool(y, 2);
            return [y, pooled, Ops.Mean(y, [1, 2]), Ops.Sum(y, [0, 1, 2])];
        }

        Check(Step, chains: 1, Small((16, 12, 12, 3), 1), Small((3, 3, 3, 20), 2));
    }

    [TestMethod]
    public void A_value_that_depends_on_the_whole_batch_ends_a_chain()
    {
        // Batch normalisation: the mean of all samples is needed before the first can go on.
        Tensor[] Step(Tensor[] x) => Gradients(x, x =>
        {
            Tensor y = Ops.Conv(x[0], x[1]);
            Tensor mean = Ops.Mean(y, [0, 1, 2], keepdims: true);
            Tensor variance = Ops.Mean(Ops.Square(y - mean), [0, 1, 2], keepdims: true);
            return Ops.MaxPool(Ops.Relu((y - mean) / Ops.Sqrt(variance + 1e-3)), 2);
        });

        Tensor[] inputs = [Small((24, 9, 9, 3), 1), Small((3, 3, 3, 16), 2)];
        Graph graph = Programs.Trace(Step, inputs);
        Programs.AssertClose(new CpuProgram(graph, fuse: false).Run(inputs), new CpuProgram(graph).Run(inputs), 2e-4);
    }

    [TestMethod]
    public void Few_samples_and_large_ones_are_not_chained()
    {
        Tensor[] Step(Tensor[] x) => Gradients(x, x => Ops.MaxPool(Ops.Relu(Ops.Conv(x[0], x[1])), 2));
        Check(Step, chains: 0, Small((15, 8, 8, 3), 1), Small((3, 3, 3, 16), 2));
        Check(Step, chains: 0, Small((16, 100, 100, 3), 1), Small((3, 3, 3, 64), 2));
    }

    [TestMethod]
    public void The_plan_shows_a_chain_with_the_time_of_its_members()
    {
        Tensor[] inputs = [Small((16, 8, 8, 3), 1), Small((3, 3, 3, 16), 2)];
        CpuProgram program = new(Programs.Trace(x => [Ops.MaxPool(Ops.Relu(Ops.Conv(x[0], x[1])), 2)], inputs));
        string[] lines = program.Explain(inputs, 3).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.HasCount(2 + 1 + 3, lines);
        StringAssert.Contains(lines[2], "Conv + Relu + MaxPool");
        StringAssert.Contains(lines[3], "(16, 6, 6, 16) = Conv: ");
        StringAssert.Contains(lines[5], "(16, 3, 3, 16) = MaxPool: ");
    }

    private static void Check(Func<Tensor[], Tensor[]> body, int chains, params Tensor[] inputs)
    {
        Graph graph = Programs.Trace(body, inputs);
        CpuProgram program = new(graph);
        Tensor[] joined = program.Run(inputs);
        Programs.AssertClose(new CpuProgram(graph, fuse: false).Run(inputs), joined, 2e-4);
        Assert.AreEqual(chains, program.Explain(inputs, 0).Split('\n').Count(l => l.Contains("Conv") && (l.Contains("Pool") || l.Contains("Max"))), program.Explain(inputs, 0));

        Tensor[] alone = OnOneThread(() => program.Run(inputs));
        for (int i = 0; i < joined.Length; i++)
        {
            CollectionAssert.AreEqual(joined[i].ToArray<float>(), alone[i].ToArray<float>(), $"output {i}");
        }
    }

    /// <summary>The result and the gradients of all inputs, of a result that some weights are multiplied with.</summary>
    private static Tensor[] Gradients(Tensor[] x, Func<Tensor[], Tensor> body)
    {
        using GradientTape tape = new();
        Array.ForEach(x, tape.Watch);
        Tensor y = body(x);
        Tensor loss = y * Ops.Cos(y);
        return [y, .. tape.Gradient(loss, x).Select(g => g!)];
    }

    /// <summary>A job that runs a job does its chunks itself.</summary>
    private static Tensor[] OnOneThread(Func<Tensor[]> run)
    {
        Inner job = new(run);
        WorkerPool.Shared.Run(job, 2);
        return job.Results!;
    }

    private static Tensor Small(Shape shape, int seed) => Programs.Numbers(shape, seed) * 0.3;

    private sealed class Inner(Func<Tensor[]> run) : Job
    {
        internal Tensor[]? Results { get; private set; }

        internal override void Run(int chunk)
        {
            if (chunk == 0)
            {
                Results = run();
            }
        }
    }
}

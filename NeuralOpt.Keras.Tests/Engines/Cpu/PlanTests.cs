using NeuralOpt.Keras.Engines;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests.Engines.Cpu;

[TestClass]
public sealed class PlanTests
{
    private readonly Graph _graph = new();
    private readonly CpuEngine _engine = new();

    public static IEnumerable<object[]> Both => [[true], [false]];

    [TestMethod]
    [DynamicData(nameof(Both))]
    public void A_variable_read_after_it_was_assigned_has_its_old_value(bool fuse)
    {
        VariableState a = Variable(1, 2);
        Value old = Read(a);
        Value next = Add(old, Constant(10, 10));
        Assign(a, next);
        Value later = Add(old, Constant(100, 100));
        Value both = Add(later, next);
        Return(later, both, old);
        for (int step = 0; step < 3; step++)
        {
            float v = 1 + (10 * step);
            Check(Run(fuse), [[v + 100, v + 101], [(2 * v) + 110, (2 * v) + 112], [v, v + 1]]);
            CollectionAssert.AreEqual(new[] { v + 10, v + 11 }, a.Read().ToArray<float>());
        }
    }

    [TestMethod]
    [DynamicData(nameof(Both))]
    public void Two_variables_swap(bool fuse)
    {
        (VariableState a, VariableState b) = (Variable(1, 2), Variable(3, 4));
        (Value x, Value y) = (Read(a), Read(b));
        Assign(a, y);
        Assign(b, x);
        Run(fuse);
        CollectionAssert.AreEqual(new float[] { 3, 4 }, a.Read().ToArray<float>());
        CollectionAssert.AreEqual(new float[] { 1, 2 }, b.Read().ToArray<float>());
    }

    [TestMethod]
    [DynamicData(nameof(Both))]
    public void Two_variables_swap_through_computed_values(bool fuse)
    {
        (VariableState a, VariableState b) = (Variable(1, 2), Variable(3, 4));
        (Value x, Value y) = (Read(a), Read(b));
        Value toA = Add(y, Constant(10, 10));
        Value toB = Add(x, Constant(20, 20));
        Assign(b, toB);
        Assign(a, toA);
        Run(fuse);
        CollectionAssert.AreEqual(new float[] { 13, 14 }, a.Read().ToArray<float>());
        CollectionAssert.AreEqual(new float[] { 21, 22 }, b.Read().ToArray<float>());
    }

    [TestMethod]
    [DynamicData(nameof(Both))]
    public void Momentum_and_its_variable_are_updated_from_old_values(bool fuse)
    {
        (VariableState w, VariableState m) = (Variable(1, 2), Variable(3, 4));
        Value gradient = _graph.AddFeed(new(2));
        Value velocity = Add(Node(new Binary(BinaryKind.Multiply), Read(m), Constant(2)), gradient);
        Assign(m, velocity);
        Value moved = Add(Read(w), velocity);
        Assign(w, moved);
        Value check = Add(Read(m), Read(w));
        Return(check);
        Check(Run(fuse, Primitives.Of<float>(2, 1, 1)), [[4, 6]]);
        CollectionAssert.AreEqual(new float[] { 7, 9 }, m.Read().ToArray<float>());
        CollectionAssert.AreEqual(new float[] { 8, 11 }, w.Read().ToArray<float>());
    }

    [TestMethod]
    [DynamicData(nameof(Both))]
    public void One_value_goes_into_two_variables(bool fuse)
    {
        (VariableState a, VariableState b, VariableState c) = (Variable(1, 2), Variable(0, 0), Variable(5, 5));
        Value sum = Add(Read(a), Constant(1, 1));
        Assign(a, sum);
        Assign(b, sum);
        Assign(c, Constant(9, 8));
        Run(fuse);
        CollectionAssert.AreEqual(new float[] { 2, 3 }, a.Read().ToArray<float>());
        CollectionAssert.AreEqual(new float[] { 2, 3 }, b.Read().ToArray<float>());
        CollectionAssert.AreEqual(new float[] { 9, 8 }, c.Read().ToArray<float>());
    }

    [TestMethod]
    [DynamicData(nameof(Both))]
    public void The_last_of_several_assignments_counts(bool fuse)
    {
        VariableState a = Variable(1, 2);
        Value first = Add(Read(a), Constant(1, 1));
        Assign(a, first);
        Assign(a, Add(first, Constant(5, 5)));
        Return(first);
        Check(Run(fuse), [[2, 3]]);
        CollectionAssert.AreEqual(new float[] { 7, 8 }, a.Read().ToArray<float>());
    }

    [TestMethod]
    [DynamicData(nameof(Both))]
    public void A_variable_is_kept_when_a_reduction_of_it_is_assigned_to_it(bool fuse)
    {
        VariableState a = Variable(1, 2);
        Value sum = _graph.Add(new Reduce(ReduceKind.Sum, [0], true), [Read(a)], new(1));
        Value spread = Node(new Binary(BinaryKind.Multiply), Read(a), sum);
        Assign(a, spread);
        Run(fuse);
        CollectionAssert.AreEqual(new float[] { 3, 6 }, a.Read().ToArray<float>());
    }

    [TestMethod]
    [DynamicData(nameof(Both))]
    public void Feeds_constants_variables_duplicates_and_reshapes_can_be_returned(bool fuse)
    {
        VariableState a = Variable(1, 2);
        Value feed = _graph.AddFeed(new((2, 1)));
        Value constant = Constant(7, 8);
        Value flat = _graph.Add(new Reshape(), [feed], new(2));
        Value again = _graph.Add(new Reshape(), [flat], new((1, 2)));
        Value sum = Add(flat, Read(a));
        Return(feed, constant, Read(a), sum, sum, again, flat);
        Check(Run(fuse, Primitives.Of<float>((2, 1), 3, 4)), [[3, 4], [7, 8], [1, 2], [4, 6], [4, 6], [3, 4], [3, 4]]);
    }

    [TestMethod]
    [DynamicData(nameof(Both))]
    public void Empty_tensors_pass(bool fuse)
    {
        Value feed = _graph.AddFeed(new((0, 3)));
        Value doubled = Add(feed, feed);
        Value flat = _graph.Add(new Reshape(), [doubled], new((3, 0)));
        Value sum = _graph.Add(new Reduce(ReduceKind.Sum, [0], false), [doubled], new(3));
        Return(doubled, flat, sum, feed);
        Check(Run(fuse, Tensor.Zeros(new((0, 3)))), [[], [], [0, 0, 0], []]);
    }

    [TestMethod]
    public void What_was_read_before_a_run_does_not_change()
    {
        VariableState a = Variable(1, 2);
        Assign(a, Add(Read(a), Constant(1, 1)));
        CpuProgram program = new(_graph);
        Tensor before = a.Read();
        program.Run([]);
        program.Run([]);
        CollectionAssert.AreEqual(new float[] { 1, 2 }, before.ToArray<float>());
        CollectionAssert.AreEqual(new float[] { 3, 4 }, a.Read().ToArray<float>());
    }

    [TestMethod]
    public void A_feed_that_does_not_fit_is_refused()
    {
        Return(_graph.AddFeed(new(2)));
        CpuProgram program = new(_graph);
        var error = Assert.ThrowsExactly<EngineException>(() => program.Run([Primitives.Of<float>(3, 1, 2, 3)]));
        Assert.AreEqual("cpu engine: feed 0 of a program must be float32(2,). Received: float32(3,).", error.Message);
        Assert.ThrowsExactly<EngineException>(() => program.Run([]));
    }

    [TestMethod]
    public void A_steady_step_allocates_only_its_results()
    {
        VariableState a = Variable(1, 2);
        Value feed = _graph.AddFeed(new(2));
        Value sum = Add(Read(a), feed);
        Assign(a, sum);
        Return(_graph.Add(new Reduce(ReduceKind.Sum, [0], false), [sum], new(default)));
        CpuProgram program = new(_graph);
        Tensor[] feeds = [Primitives.Of<float>(2, 1, 1)];
        program.Run(feeds);
        program.Run(feeds);
        long before = GC.GetAllocatedBytesForCurrentThread();
        program.Run(feeds);
        Assert.IsTrue(GC.GetAllocatedBytesForCurrentThread() - before < 400, $"{GC.GetAllocatedBytesForCurrentThread() - before} bytes");
    }

    [TestMethod]
    public void Blocks_alive_together_do_not_overlap()
    {
        System.Random random = new(3);
        MemoryPlan plan = new();
        List<MemoryPlan.Block> blocks = [];
        for (int i = 0; i < 400; i++)
        {
            int first = random.Next(100);
            blocks.Add(plan.Request(random.Next(5000), first, first + random.Next(20)));
        }

        plan.Place();
        foreach (MemoryPlan.Block a in blocks)
        {
            Assert.IsTrue(a.Offset >= 0 && a.Offset % 64 == 0 && a.Offset + a.Bytes <= plan.Bytes);
            Assert.IsFalse(blocks.Any(b => b != a && a.First <= b.Last && b.First <= a.Last && a.Offset < b.Offset + b.Bytes && b.Offset < a.Offset + a.Bytes));
        }
    }

    private VariableState Variable(params float[] values) => _engine.CreateVariable(Primitives.Of(values.Length, values));

    private readonly Dictionary<VariableState, Value> _reads = [];

    private Value Read(VariableState variable)
    {
        if (!_reads.TryGetValue(variable, out Value? value))
        {
            _reads[variable] = value = new VariableValue(variable.Spec, variable);
        }

        return value;
    }

    private static Value Constant(params float[] values) => new ConstantValue(Primitives.Of(values.Length, values));

    private Value Node(Primitive primitive, params Value[] inputs) => _graph.Add(primitive, inputs, inputs[0].Spec);

    private Value Add(Value a, Value b) => Node(new Binary(BinaryKind.Add), a, b);

    private void Assign(VariableState variable, Value value) => _graph.Add(new Assign(variable), [value], variable.Spec);

    private void Return(params Value[] values) => Array.ForEach(values, _graph.AddOutput);

    private Tensor[] Run(bool fuse, params Tensor[] feeds) => new CpuProgram(_graph, fuse).Run(feeds);

    private static void Check(Tensor[] actual, float[][] expected)
    {
        Assert.HasCount(expected.Length, actual);
        for (int i = 0; i < expected.Length; i++)
        {
            CollectionAssert.AreEqual(expected[i], actual[i].ToArray<float>(), $"output {i}: {string.Join(" ", actual[i].ToArray<float>())}");
        }
    }
}

using System.Collections;
using System.Collections.Immutable;
using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests;

/// <summary>Whatever a layer keeps its layers in, they are its own: found, trained, counted.</summary>
[TestClass]
public class TrackingTests
{
    private static readonly Tensor s_x = Ops.Ones((1, 2));

    public static IEnumerable<object[]> Holders =>
    [
        [new Held<List<(Dense, Dense)>>([(new(2), new(2))], h => [h[0].Item1, h[0].Item2])],
        [new Held<(Dense, Dense)[]>([(new(2), new(2))], h => [h[0].Item1, h[0].Item2])],
        [new Held<Layer[,]>(new Layer[,] { { new Dense(2), new Dense(2) } }, h => [h[0, 0], h[0, 1]])],
        [new Held<Layer[][]>([[new Dense(2)], [new Dense(2)]], h => [h[0][0], h[1][0]])],
        [new Held<Dictionary<string, List<Dense>>>(new() { ["a"] = [new(2), new(2)] }, h => [.. h["a"]])],
        [new Held<Dictionary<string, (Dense, Dense)>>(new() { ["a"] = (new(2), new(2)) }, h => [h["a"].Item1, h["a"].Item2])],
        [new Held<Dictionary<int, Dictionary<int, Dense>>>(new() { [1] = new() { [1] = new(2), [2] = new(2) } }, h => [.. h[1].Values])],
        [new Held<(Dense, Dense)?>((new(2), new(2)), h => [h!.Value.Item1, h.Value.Item2])],
        [new Held<Tuple<Dense, Dense>>(Tuple.Create(new Dense(2), new Dense(2)), h => [h.Item1, h.Item2])],
        [new Held<ImmutableArray<Dense>>([new(2), new(2)], h => [.. h])],
        [new Held<ImmutableList<(Dense, Dense)>>([(new(2), new(2))], h => [h[0].Item1, h[0].Item2])],
        [new Held<HashSet<Layer>>([new Dense(2), new Dense(2)], h => [.. h])],
        [new Held<Queue<(int, Dense)>>(new([(1, new(2)), (2, new(2))]), h => [.. h.Select(p => p.Item2)])],
        [new Held<PairStruct>(new(new(2), new(2)), h => [h.A, h.B])],
        [new Held<PairRecord>(new(new(2), new(2)), h => [h.A, h.B])],
        [new Held<List<PairRecord>>([new(new(2), new(2))], h => [h[0].A, h[0].B])],
        [new Held<Stack>(new(new(2), new(2)), h => [.. h])],
        [new Held<object>(new List<object> { new Dense(2), new List<object> { new Dense(2) } }, h => [(Layer)((List<object>)h)[0], (Layer)((List<object>)((List<object>)h)[1])[0]])],
        [new Held<object>(new { A = new Dense(2), B = new[] { new Dense(2) } }, h => [((dynamic)h).A, ((dynamic)h).B[0]])],
        [new Held<ArraySegment<Dense>>(new([new(2), new(2), new(2)], 1, 2), h => [.. h])],
        [new Held<IEnumerable<Dense>>([new(2), new(2)], h => [.. h])],
        [new Held<KeyValuePair<string, Dense>[]>([new("a", new(2)), new("b", new(2))], h => [h[0].Value, h[1].Value])],
    ];

    [TestMethod]
    [DynamicData(nameof(Holders))]
    public void Layers_are_found_in(Layer holder)
    {
        holder.Apply(s_x);
        Assert.HasCount(4, holder.Weights, "weights");
        Assert.HasCount(4, holder.TrainableWeights);
        Assert.AreEqual(12L, holder.CountParams());
        holder.Trainable = false;
        Assert.IsEmpty(holder.TrainableWeights);
    }

    [TestMethod]
    public void Blocks_of_pairs_are_trained()
    {
        using IDisposable session = Session.Enter();
        Blocks net = new();
        net.Apply(s_x);
        Assert.HasCount(10, net.TrainableWeights);
        Assert.HasCount(14, net.Weights);
    }

    [TestMethod]
    public void Variables_metrics_and_generators_are_found_too()
    {
        Keeper keeper = new();
        Assert.HasCount(2, keeper.Weights);
        Assert.HasCount(5, keeper.Variables);
    }

    [TestMethod]
    public void A_collection_that_contains_itself_is_looked_through_once()
    {
        List<object> items = [new Dense(2), new Dense(2)];
        items.Add(items);
        Held<List<object>> holder = new(items, h => [(Layer)h[0], (Layer)h[1]]);
        holder.Apply(s_x);
        Assert.HasCount(4, holder.Weights);
    }

    [TestMethod]
    public void A_collection_that_nobody_has_set_holds_nothing()
    {
        Assert.IsEmpty(new Held<ImmutableArray<Dense>>(default, _ => []).Weights);
        Assert.IsEmpty(new Held<ArraySegment<Dense>>(default, _ => []).Weights);
        Assert.IsEmpty(new Held<(ImmutableArray<Dense>, Dense?)>(default, _ => []).Weights);
    }

    [TestMethod]
    public void A_query_that_makes_its_layers_anew_each_time_is_left_alone()
    {
        int made = 0;
        Held<IEnumerable<Dense>> holder = new(Enumerable.Range(0, 2).Select(_ => new Dense(made++)), _ => []);
        Assert.IsEmpty(holder.Weights);
        Assert.AreEqual(0, made);
    }

    [TestMethod]
    public void A_struct_with_an_array_of_itself_is_looked_through()
    {
        Held<Tree> holder = new(new(new(2), [new(new(2), [])]), h => [h.Node, h.Children[0].Node]);
        holder.Apply(s_x);
        Assert.HasCount(4, holder.Weights);
    }

    [TestMethod]
    public void Sequences_that_are_computed_when_asked_for_are_left_alone()
    {
        Held<IEnumerable<int>> holder = new(Endless(), _ => [new Dense(2)]);
        Assert.IsEmpty(holder.Weights);

        static IEnumerable<int> Endless()
        {
            for (int i = 0; ; i++)
            {
                yield return i;
            }
        }
    }

    private sealed class Held<T>(T kept, Func<T, Layer[]> layers) : Layer
    {
        private readonly T _kept = kept;

        public override string ToString() => typeof(T).Name;

        protected override Tensor Call(Tensor inputs, CallContext context) => layers(_kept).Aggregate(inputs, static (x, l) => l.Apply(x));
    }

    private sealed class Blocks : Model
    {
        private readonly List<(Dense A, BatchNormalization B)> _blocks = [(new(2), new()), (new(2), new())];
        private readonly Dense _head = new(1);

        protected override Tensor Call(Tensor inputs, CallContext context)
        {
            foreach ((Dense a, BatchNormalization b) in _blocks)
            {
                inputs = b.Apply(a.Apply(inputs));
            }

            return _head.Apply(inputs);
        }
    }

    private sealed class Keeper : Layer
    {
        private readonly (Variable, int)[] _variables = [(new(Ops.Ones(1)), 1), (new(Ops.Ones(1)), 2)];
        private readonly Dictionary<string, (Keras.Metrics.Mean, SeedGenerator)> _others = new() { ["a"] = (new(), new(1)) };

        internal int Count => _variables.Length + _others.Count;
    }

    private readonly struct PairStruct(Dense a, Dense b)
    {
        internal Dense A { get; } = a;

        internal Dense B { get; } = b;
    }

    private sealed record PairRecord(Dense A, Dense B);

    private readonly record struct Tree(Dense Node, Tree[] Children);

    private sealed class Stack(params Dense[] layers) : IEnumerable<Dense>
    {
        public IEnumerator<Dense> GetEnumerator() => ((IEnumerable<Dense>)layers).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => layers.GetEnumerator();
    }
}

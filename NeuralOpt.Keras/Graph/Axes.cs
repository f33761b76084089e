using System.Collections;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines;

/// <summary>A short list of numbers, one an axis, that compares by value, so that records of it do.</summary>
[CollectionBuilder(typeof(Axes), nameof(Create))]
internal readonly struct Axes : IReadOnlyList<int>, IEquatable<Axes>
{
    private readonly int[]? _values;

    private Axes(int[] values) => _values = values;

    public int Count => Values.Length;

    private int[] Values => _values ?? [];

    public int this[int i] => Values[i];

    public static Axes Create(ReadOnlySpan<int> values) => new(values.ToArray());

    /// <summary>A list of an array that nobody changes.</summary>
    internal static Axes Own(int[] values) => new(values);

    internal static Axes Of(IEnumerable<int> values) => new([.. values]);

    /// <summary>The same number for every axis.</summary>
    internal static Axes Repeat(int value, int rank) => new([.. Enumerable.Repeat(value, rank)]);

    internal int[] ToArray() => [.. Values];

    internal bool Contains(int value) => Values.AsSpan().Contains(value);

    public bool Equals(Axes other) => Values.AsSpan().SequenceEqual(other.Values);

    public override bool Equals(object? obj) => obj is Axes other && Equals(other);

    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int v in Values)
        {
            hash.Add(v);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => $"[{string.Join(", ", Values)}]";

    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)Values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras;

/// <summary>One tensor or several, with names where they came from a dictionary: what a layer takes and gives.</summary>
/// <remarks>
/// Converts from a <see cref="Tensor"/>, from <c>[a, b]</c>, from arrays and lists of numbers, from a dictionary; and to a tensor
/// when it is one. Numbers and rows written in place, as in <c>Fit(x, [0, 1, 1])</c> and <c>Predict([[1.0, 2.0]])</c>, are one tensor.
/// </remarks>
[CollectionBuilder(typeof(Tensors), nameof(Create))]
public sealed partial class Tensors : IReadOnlyList<Tensor>
{
    private readonly Tensor[] _items;

    private readonly Tensor[]? _apart;

    private Tensors(Tensor[] items, string[]? names = null, Tensor[]? apart = null)
    {
        _items = items;
        _apart = apart;
        Names = names;
    }

    /// <summary>Number of tensors.</summary>
    public int Count => _items.Length;

    /// <summary>The names, in order, if they came from a dictionary.</summary>
    public IReadOnlyList<string>? Names { get; }

    /// <summary>One tensor by its place.</summary>
    /// <param name="index">From 0; negative counts from the end, as in Python.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public Tensor this[int index]
        => index >= -Count && index < Count
            ? _items[index < 0 ? index + Count : index]
            : throw new KerasArgumentOutOfRangeException($"Tensors: the place must be below {Count}, the number of tensors. Received: {index}.");

    /// <summary>One tensor by its name.</summary>
    /// <param name="name">Name of an entry of the dictionary.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public Tensor this[string name]
    {
        get
        {
            int i = Names is { } names ? Array.IndexOf([.. names], name) : -1;
            return i >= 0
                ? _items[i]
                : throw new KerasKeyNotFoundException(Spelling.Unknown("Tensors", "the name", name, [.. Names ?? []], quote: ""));
        }
    }

    /// <summary>Makes a list; collection expressions call it.</summary>
    /// <param name="items">
    /// Tensors, each an input of its own. Numbers and rows written in place are one tensor: <c>[1, 2, 3]</c> has three samples,
    /// <c>[[1.0, 2.0], [3.0, 4.0]]</c> two.
    /// </param>
    /// <exception cref="ShapeException">Rows written in place differ in shape.</exception>
    public static Tensors Create(ReadOnlySpan<Tensor> items)
    {
        Tensor[] all = items.ToArray();
        if (all.Length == 0 || Array.Exists(all, static t => t is not { IsLiteral: true }))
        {
            return new(all);
        }

        Tensor.CheckRows("Tensors", all);
        return new([Tensor.Create(all)], apart: all);
    }

    /// <summary>The rows written in place as tensors of their own, for what takes several.</summary>
    internal Tensors Apart() => _apart is { } rows ? new(rows) : this;

    /// <summary>The same where so many are taken.</summary>
    internal Tensors Apart(int count) => count > 1 && _apart?.Length == count ? Apart() : this;

    /// <summary>The only tensor.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public Tensor Single()
        => Count == 1 ? _items[0] : throw new KerasInvalidOperationException($"Tensors: there must be one tensor. Received: {Count}.");

    /// <summary>The same names, other tensors.</summary>
    internal Tensors Map(Func<Tensor, Tensor> f) => new(Array.ConvertAll(_items, t => f(t)), Names as string[]);

    internal Tensor[] ToArray() => [.. _items];

    /// <summary>The first two.</summary>
    /// <param name="first">The first tensor.</param>
    /// <param name="second">The second tensor.</param>
    public void Deconstruct(out Tensor first, out Tensor second) => (first, second) = (this[0], this[1]);

    /// <summary>The first three.</summary>
    /// <param name="first">The first tensor.</param>
    /// <param name="second">The second tensor.</param>
    /// <param name="third">The third tensor.</param>
    public void Deconstruct(out Tensor first, out Tensor second, out Tensor third) => (first, second, third) = (this[0], this[1], this[2]);

    /// <inheritdoc/>
    public IEnumerator<Tensor> GetEnumerator() => ((IEnumerable<Tensor>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => Count == 1 ? _items[0].ToString()! : $"[{string.Join(", ", _items.Select(t => t.Spec))}]";

    /// <summary>One tensor.</summary>
    /// <param name="tensor">The tensor.</param>
    [return: NotNullIfNotNull(nameof(tensor))]
    public static implicit operator Tensors?(Tensor? tensor) => tensor is null ? null : new([tensor]);

    /// <summary>The value of a variable.</summary>
    /// <param name="variable">The variable.</param>
    [return: NotNullIfNotNull(nameof(variable))]
    public static implicit operator Tensors?(Variable? variable) => variable is null ? null : new([variable.Value]);

    /// <summary>One tensor from a .NET array of numbers, or several from an array of tensors.</summary>
    /// <param name="array">Numbers, or tensors.</param>
    [return: NotNullIfNotNull(nameof(array))]
    public static implicit operator Tensors?(Array? array) => array switch
    {
        null => null,
        Tensor[] tensors => new([.. tensors]),
        Variable[] variables => new(Array.ConvertAll(variables, static v => (Tensor)v)),
        _ => new([Tensor.From(array)]),
    };

    /// <summary>Several tensors.</summary>
    /// <param name="tensors">The tensors.</param>
    [return: NotNullIfNotNull(nameof(tensors))]
    public static implicit operator Tensors?(List<Tensor>? tensors) => tensors is null ? null : new([.. tensors]);

    /// <summary>Tensors by name.</summary>
    /// <param name="tensors">Each with its name.</param>
    [return: NotNullIfNotNull(nameof(tensors))]
    public static implicit operator Tensors?(Dictionary<string, Tensor>? tensors)
        => tensors is null ? null : new([.. tensors.Values], [.. tensors.Keys]);

    /// <summary>The only tensor.</summary>
    /// <param name="tensors">One tensor.</param>
    [return: NotNullIfNotNull(nameof(tensors))]
    public static implicit operator Tensor?(Tensors? tensors) => tensors?.Single();
}

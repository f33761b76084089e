using System.Collections;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Losses;

/// <summary>The losses of a model, as <c>Compile</c> takes them: one, one for each output in order, or by the outputs' names.</summary>
/// <remarks>Converts from a name, a <see cref="Loss"/>, a function, a collection expression of these, a dictionary. A null entry is an output without a loss.</remarks>
[CollectionBuilder(typeof(LossSpec), nameof(Create))]
public sealed class LossSpec : IEnumerable<LossSpec?>
{
    private readonly Loss? _loss;

    private LossSpec(string? identifier, Loss? loss, IReadOnlyList<LossSpec?>? items = null, IReadOnlyDictionary<string, LossSpec?>? named = null)
    {
        Identifier = identifier;
        _loss = loss;
        Items = items;
        Named = named;
    }

    /// <summary>The string the user gave; null for an object.</summary>
    internal string? Identifier { get; }

    /// <summary>One loss for each output in order; null unless it is a list.</summary>
    internal IReadOnlyList<LossSpec?>? Items { get; }

    /// <summary>Losses by name of the output; null unless it is a dictionary.</summary>
    internal IReadOnlyDictionary<string, LossSpec?>? Named { get; }

    /// <summary>The one loss. <c>"crossentropy"</c> and <c>"ce"</c> are decided by the shapes, as Keras does.</summary>
    internal Loss Resolve(Shape yTrue, Shape yPred)
    {
        if (_loss is not null)
        {
            return _loss;
        }

        Loss loss = LabelKind.Of(yTrue, yPred) switch
        {
            LabelKinds.Binary => Registry.Create<Loss>("binary_crossentropy"),
            LabelKinds.Sparse => new SparseCategoricalCrossentropy(),
            _ => Registry.Create<Loss>("categorical_crossentropy"),
        };
        loss.Name = Identifier!;
        return loss;
    }

    /// <summary>A list of losses, one an output; collection expressions call it.</summary>
    /// <param name="items">A loss for each output; null for none.</param>
    public static LossSpec Create(ReadOnlySpan<LossSpec?> items) => new(null, null, items.ToArray());

    /// <summary>The loss of that name.</summary>
    /// <param name="name">Keras's name, such as <c>"mse"</c>; <c>"crossentropy"</c> is decided by the shapes.</param>
    public static implicit operator LossSpec(string name)
    {
        if (name.ToLowerInvariant() is "crossentropy" or "ce")
        {
            return new(name, null);
        }

        Loss loss = name;
        loss.Name = name;
        return new(name, loss);
    }

    /// <summary>One loss.</summary>
    /// <param name="loss">Any loss.</param>
    public static implicit operator LossSpec(Loss loss) => new(null, loss);

    /// <summary>A loss from a function of labels and predictions.</summary>
    /// <param name="f">Gives the loss of each sample.</param>
    public static implicit operator LossSpec(Func<Tensor, Tensor, Tensor> f) => new(null, Loss.From(f));

    /// <summary>One loss for each output.</summary>
    /// <param name="losses">In the order of the outputs.</param>
    public static implicit operator LossSpec(Loss[] losses) => Create([.. losses.Select(l => (LossSpec)l)]);

    /// <summary>One loss for each output, by name.</summary>
    /// <param name="losses">In the order of the outputs.</param>
    public static implicit operator LossSpec(string[] losses) => Create([.. losses.Select(l => (LossSpec)l)]);

    /// <summary>Losses by name of the output.</summary>
    /// <param name="losses">A loss for each name.</param>
    public static implicit operator LossSpec(Dictionary<string, LossSpec?> losses) => new(null, null, null, new Dictionary<string, LossSpec?>(losses));

    /// <summary>Losses by name of the output.</summary>
    /// <param name="losses">A loss for each name.</param>
    public static implicit operator LossSpec(Dictionary<string, string> losses)
        => new(null, null, null, losses.ToDictionary(p => p.Key, p => (LossSpec?)p.Value));

    /// <summary>Losses by name of the output.</summary>
    /// <param name="losses">A loss for each name.</param>
    public static implicit operator LossSpec(Dictionary<string, Loss> losses)
        => new(null, null, null, losses.ToDictionary(p => p.Key, p => (LossSpec?)p.Value));

    /// <inheritdoc/>
    public IEnumerator<LossSpec?> GetEnumerator() => (Items ?? Named?.Values ?? [this]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

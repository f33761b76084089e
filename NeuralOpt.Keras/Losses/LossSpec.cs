using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Losses;

/// <summary>The losses of a model, as <c>Compile</c> takes them: one, one for each output in order, or by the outputs' names.</summary>
/// <remarks>
/// Converts from a name, a <see cref="Loss"/>, a function, a list of these as <c>["mse", HuberLoss]</c>, a dictionary or
/// <c>new() { ["a"] = "mse" }</c>. A null entry is an output without a loss.
/// </remarks>
/// <example>
/// <code>
/// model.Compile(loss: "mse");
/// model.Compile(loss: ["sparse_categorical_crossentropy", new Huber()]);     // one for each output
/// model.Compile(loss: new() { ["class"] = "categorical_crossentropy", ["age"] = "mae" });
/// </code>
/// </example>
public sealed class LossSpec : IEnumerable
{
    private readonly Loss? _loss;
    private readonly bool _isList;
    private List<LossSpec?>? _items;
    private Dictionary<string, LossSpec?>? _named;

    /// <summary>An empty list, to which collection expressions and initializers add.</summary>
    public LossSpec() => _isList = true;

    private LossSpec(string? identifier, Loss? loss) => (Identifier, _loss) = (identifier, loss);

    /// <summary>The string the user gave; null for an object.</summary>
    internal string? Identifier { get; }

    /// <summary>One loss for each output in order; null unless it is a list.</summary>
    internal IReadOnlyList<LossSpec?>? Items => _items ?? (_isList && _named is null ? [] : null);

    /// <summary>Losses by name of the output; null unless it is a dictionary.</summary>
    internal IReadOnlyDictionary<string, LossSpec?>? Named => _named;

    /// <summary>The loss of an output, by its name.</summary>
    /// <param name="output">Name of the output.</param>
    /// <exception cref="KeyNotFoundException">No loss has been set for it.</exception>
    public LossSpec? this[string output]
    {
        get => _named is not null && _named.TryGetValue(Guard.NotNull(output, "LossSpec"), out LossSpec? loss) ? loss
            : throw new KerasKeyNotFoundException(Spelling.Unknown("LossSpec", "the output", output, [.. _named?.Keys ?? Enumerable.Empty<string>()], quote: ""));
        set => (_named ??= [])[Guard.NotNull(output, "LossSpec")] = value;
    }

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
        loss.Name = Identifier ?? throw new KerasArgumentException("Compile: the loss of an output must be one loss. Received: a list.");
        return loss;
    }

    /// <summary>A list of losses, one an output.</summary>
    /// <param name="items">A loss for each output; null for none.</param>
    public static LossSpec Create(params IEnumerable<LossSpec?> items)
    {
        LossSpec list = [];
        foreach (LossSpec? item in Guard.NotNull(items, "LossSpec"))
        {
            list.Add(item);
        }

        return list;
    }

    /// <summary>Adds the loss of the next output.</summary>
    /// <param name="loss">A loss in any form; null for an output without one.</param>
    [OverloadResolutionPriority(1)]
    public void Add(LossSpec? loss) => (_items ??= []).Add(loss);

    /// <summary>Adds the loss of the next output.</summary>
    /// <param name="loss">A function of labels and predictions that gives the loss of each sample.</param>
    public void Add(Func<Tensor, Tensor, Tensor>? loss) => Add((LossSpec?)loss);

    /// <summary>The loss of that name.</summary>
    /// <param name="name">Keras's name, such as <c>"mse"</c>; <c>"crossentropy"</c> is decided by the shapes. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator LossSpec?(string? name)
    {
        if (name is null || name.ToLowerInvariant() is "crossentropy" or "ce")
        {
            return name is null ? null : new(name, null);
        }

        Loss loss = name;
        loss.Name = name;
        return new(name, loss);
    }

    /// <summary>One loss.</summary>
    /// <param name="loss">Any loss. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(loss))]
    public static implicit operator LossSpec?(Loss? loss) => loss is null ? null : new(null, loss);

    /// <summary>A loss from a function of labels and predictions.</summary>
    /// <param name="f">Gives the loss of each sample. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(f))]
    public static implicit operator LossSpec?(Func<Tensor, Tensor, Tensor>? f) => (Loss?)f;

    /// <summary>One loss for each output.</summary>
    /// <param name="losses">In the order of the outputs. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(losses))]
    public static implicit operator LossSpec?(Loss[]? losses) => losses is null ? null : Create(losses.Select(static l => (LossSpec?)l));

    /// <summary>One loss for each output, by name.</summary>
    /// <param name="losses">In the order of the outputs. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(losses))]
    public static implicit operator LossSpec?(string[]? losses) => losses is null ? null : Create(losses.Select(static l => (LossSpec?)l));

    /// <summary>One loss for each output, by name.</summary>
    /// <param name="losses">In the order of the outputs. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(losses))]
    public static implicit operator LossSpec?(List<string>? losses) => losses?.ToArray();

    /// <summary>One loss for each output.</summary>
    /// <param name="losses">In the order of the outputs. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(losses))]
    public static implicit operator LossSpec?(List<Loss>? losses) => losses?.ToArray();

    /// <summary>Losses by name of the output.</summary>
    /// <param name="losses">A loss for each name. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(losses))]
    public static implicit operator LossSpec?(Dictionary<string, LossSpec?>? losses)
        => losses is null ? null : new() { _named = new(losses) };

    /// <summary>Losses by name of the output.</summary>
    /// <param name="losses">A loss for each name. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(losses))]
    public static implicit operator LossSpec?(Dictionary<string, string>? losses) => losses?.ToDictionary(static p => p.Key, static p => (LossSpec?)p.Value);

    /// <summary>Losses by name of the output.</summary>
    /// <param name="losses">A loss for each name. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(losses))]
    public static implicit operator LossSpec?(Dictionary<string, Loss>? losses) => losses?.ToDictionary(static p => p.Key, static p => (LossSpec?)p.Value);

    /// <summary>Losses by name of the output, from functions.</summary>
    /// <param name="losses">A function for each name. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(losses))]
    public static implicit operator LossSpec?(Dictionary<string, Func<Tensor, Tensor, Tensor>>? losses)
        => losses?.ToDictionary(static p => p.Key, static p => (LossSpec?)p.Value);

    /// <inheritdoc/>
    public IEnumerator GetEnumerator() => ((IEnumerable<LossSpec?>?)Items ?? Named?.Values ?? (IEnumerable<LossSpec?>)(LossSpec?[])[this]).GetEnumerator();
}

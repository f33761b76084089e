using System.Diagnostics.CodeAnalysis;

namespace NeuralOpt.Keras;

/// <summary>An activation as a layer takes it: a name such as <c>"relu"</c>, a function, or a layer such as <c>new LeakyReLU(0.2)</c>.</summary>
/// <remarks>A method group or a lambda is given to a layer as it is: <c>activation: Activations.Relu</c>, <c>activation: x =&gt; x * 2</c>.</remarks>
public sealed class ActivationSpec : IConfigValue
{
    private readonly object? _written;

    private ActivationSpec(string name, Func<Tensor, Tensor> function, object? written)
    {
        Name = name;
        Function = function;
        _written = written;
    }

    /// <summary>Keras's name of the function, or the name of one of your own.</summary>
    public string Name { get; }

    /// <summary>What is applied.</summary>
    internal Func<Tensor, Tensor> Function { get; }

    object? IConfigValue.ConfigValue => _written;

    /// <summary>An activation of your own.</summary>
    /// <param name="function">From the pre-activation to the activation, written in ops. One of <see cref="Activations"/> keeps Keras's name.</param>
    /// <param name="name">Name for printing; the method's in snake case by default, <c>lambda</c> for a lambda.</param>
    public static ActivationSpec From(Func<Tensor, Tensor> function, string? name = null)
    {
        string? known = name is null ? Activations.NameOf(Guard.NotNull(function, "Activation").Method) : null;
        return known is null ? new(name ?? FunctionName.Of(function), function, function) : new(known, function, known);
    }

    /// <summary>An object that is applied as an activation, such as a layer: a config holds the object.</summary>
    internal static ActivationSpec Of(string name, Func<Tensor, Tensor> function, object written) => new(name, function, written);

    /// <summary>The object that was given, where it is no name and no function.</summary>
    internal object? Object => _written is string or Delegate ? null : _written;

    /// <summary>Applies the function.</summary>
    /// <param name="x">Any shape.</param>
    public Tensor Apply(Tensor x) => Function(x);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The activation of that name.</summary>
    /// <param name="name">A name that Keras knows, such as <c>"relu"</c>. Null stays null.</param>
    /// <exception cref="ArgumentException">There is none; the message lists those that exist.</exception>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator ActivationSpec?(string? name) => name is null ? null : new(name, Activations.Named(name), name);

    /// <summary>A function as an activation.</summary>
    /// <param name="function">From the pre-activation to the activation, written in ops. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(function))]
    public static implicit operator ActivationSpec?(Func<Tensor, Tensor>? function) => function is null ? null : From(function);
}

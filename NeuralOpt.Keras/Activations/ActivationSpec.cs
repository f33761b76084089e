namespace NeuralOpt.Keras;

/// <summary>An activation as a layer takes it: a name such as <c>"relu"</c>, or a function of your own.</summary>
/// <remarks><c>ActivationSpec.From(t =&gt; Ops.Tanh(t) * 2)</c> makes one from a lambda; a method group converts with <c>From</c> too.</remarks>
public sealed class ActivationSpec : IConfigValue
{
    private readonly Func<Tensor, Tensor> _function;

    private ActivationSpec(string name, Func<Tensor, Tensor> function, bool builtIn)
    {
        Name = name;
        _function = function;
        IsBuiltIn = builtIn;
    }

    /// <summary>Keras's name of the function, or the name given to one of your own.</summary>
    public string Name { get; }

    /// <summary>Whether a file can name it.</summary>
    internal bool IsBuiltIn { get; }

    object? IConfigValue.ConfigValue => IsBuiltIn ? Name : _function;

    /// <summary>An activation of your own.</summary>
    /// <param name="function">From the pre-activation to the activation, written in ops.</param>
    /// <param name="name">Name for printing.</param>
    public static ActivationSpec From(Func<Tensor, Tensor> function, string name = "custom") => new(name, function, builtIn: false);

    /// <summary>Applies the function.</summary>
    /// <param name="x">Any shape.</param>
    public Tensor Apply(Tensor x) => _function(x);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The activation of that name.</summary>
    /// <param name="name">A name that Keras knows, such as <c>"relu"</c>.</param>
    /// <exception cref="ArgumentException">There is none; the message lists those that exist.</exception>
    public static implicit operator ActivationSpec(string name) => new(name, Activations.Get(name), builtIn: true);
}

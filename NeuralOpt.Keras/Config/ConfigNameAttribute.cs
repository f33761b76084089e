namespace NeuralOpt.Keras;

/// <summary>Gives a constructor parameter the key that Keras uses for it in a config, where the naming rule does not.</summary>
/// <remarks>The rule writes <c>kernelSize</c> as <c>kernel_size</c>; <c>beta1</c> needs <c>[ConfigName("beta_1")]</c>.</remarks>
/// <param name="name">The key; null for a parameter that Keras leaves out of its configs and so do we.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ConfigNameAttribute(string? name) : Attribute
{
    /// <summary>The key in a config; null for none.</summary>
    public string? Name { get; } = name;
}

namespace NeuralOpt.Keras;

/// <summary>Names by which Keras knows a class besides those that follow from ours: <c>[KerasName("mse", "MSE")]</c>.</summary>
/// <param name="aliases">Short names in addition to the class name, its snake case and its lower case.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class KerasNameAttribute(params string[] aliases) : Attribute
{
    internal IReadOnlyList<string> Aliases { get; } = aliases;

    /// <summary>Keras's <c>class_name</c> where ours differs.</summary>
    public string? ClassName { get; init; }

    /// <summary>Keras's module where the namespace does not give it.</summary>
    public string? Module { get; init; }
}

namespace NeuralOpt.Keras;

/// <summary>An object around a function that a user gave: a config holds the function, a text shows its name.</summary>
internal interface IFunctionObject : IConfigurable
{
    /// <summary>What the user gave.</summary>
    Delegate Function { get; }
}

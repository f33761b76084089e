namespace NeuralOpt.Keras;

/// <summary>Whether <c>Compile</c> is asked to compile steps: <c>true</c>, <c>false</c>, or <c>"auto"</c>.</summary>
/// <remarks>Every step is compiled whole unless it runs eagerly, whatever is asked for.</remarks>
public readonly record struct Jit
{
    private Jit(bool? asked) => Asked = asked;

    /// <summary>What was asked for; null for <c>"auto"</c>.</summary>
    internal bool? Asked { get; }

    /// <summary>Yes or no.</summary>
    /// <param name="compile">Whether to compile.</param>
    public static implicit operator Jit(bool compile) => new(compile);

    /// <summary>What suits.</summary>
    /// <param name="compile">The word <c>auto</c>.</param>
    public static implicit operator Jit(string compile)
        => compile == "auto" ? default : throw new KerasArgumentException($"Compile: jitCompile must be true, false or \"auto\". Received: '{compile}'.");
}

namespace NeuralOpt.Keras;

/// <summary>A tensor that exists only while a model is described: shape and dtype, no values.</summary>
/// <remarks>Made by <c>Input</c>, and by layers and ops applied to one. <c>new Model(inputs, outputs)</c> follows it back to where it came from.</remarks>
public sealed class KerasTensor : Tensor
{
    /// <summary>Makes a symbolic tensor.</summary>
    /// <param name="shape">Its shape, the batch axis included; unknown axes are <c>null</c>.</param>
    /// <param name="dtype">Type of its elements.</param>
    /// <param name="name">Name, for error messages; null for none.</param>
    public KerasTensor(Shape shape, DType dtype = DType.Float32, string? name = null)
        : base(new(shape, dtype), null)
        => Name = name;

    /// <summary>Name, for error messages.</summary>
    public string? Name { get; }

    /// <summary>The call that made it; null for one that no model can follow, such as those inside a layer's <c>Call</c>.</summary>
    internal History? Source { get; init; }

    /// <summary>Which output of which call a symbolic tensor is: Keras's <c>_keras_history</c>.</summary>
    internal sealed record History(object Call, int Output);

    /// <inheritdoc/>
    public override string ToString()
        => $"<KerasTensor shape={Shape}, dtype={DType.Name()}{(Name is null ? "" : $", name={Name}")}>";
}

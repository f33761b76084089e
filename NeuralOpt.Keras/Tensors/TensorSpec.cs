namespace NeuralOpt.Keras;

/// <summary>What is known of a tensor without its values.</summary>
/// <param name="Shape">Its shape; axes may be unknown.</param>
/// <param name="DType">The type of its elements.</param>
public sealed record TensorSpec(Shape Shape, DType DType = DType.Float32)
{
    /// <summary>Bytes that the values take.</summary>
    internal long Bytes => (long)Shape.Size() * DType.Size();

    /// <inheritdoc/>
    public override string ToString() => $"{DType.Name()}{Shape}";
}

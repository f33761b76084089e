namespace NeuralOpt.Keras;

/// <summary>What is known of a tensor without its values.</summary>
/// <param name="Shape">Its shape; axes may be unknown.</param>
/// <param name="DType">The type of its elements.</param>
public sealed record TensorSpec(Shape Shape, DType DType = DType.Float32)
{
    private static readonly TensorSpec[] s_scalars = [.. Enum.GetValues<DType>().Select(static t => new TensorSpec(default, t))];

    /// <summary>The type of its elements.</summary>
    public DType DType { get; init; } = DTypes.Known(DType);

    /// <summary>Bytes that the values take.</summary>
    internal long Bytes => (long)Shape.Size() * DType.Size();

    /// <summary>A tensor of no axes: one object a dtype.</summary>
    internal static TensorSpec Scalar(DType dtype) => s_scalars[(int)DTypes.Known(dtype)];

    /// <summary>This one where it is just that, else a new one.</summary>
    internal TensorSpec With(Shape shape, DType dtype) => DType == dtype && Shape.Equals(shape) ? this : shape.Rank == 0 ? Scalar(dtype) : new(shape, dtype);

    /// <inheritdoc/>
    public override string ToString() => $"{DType.Name()}{Shape}";
}

namespace NeuralOpt.Keras;

/// <summary>What an argument <c>dtype</c> takes: <c>DType.Float32</c>, <c>"float32"</c> or <c>typeof(float)</c>.</summary>
/// <example><code>
/// Tensor a = Ops.Cast(x, DType.Float32);
/// Tensor b = Ops.Cast(x, "float32");
/// Tensor c = x.AsType(typeof(float));
/// </code></example>
public readonly struct DTypeLike : IEquatable<DTypeLike>
{
    private DTypeLike(DType dtype) => DType = dtype;

    /// <summary>The type that is meant.</summary>
    public DType DType { get; }

    /// <inheritdoc/>
    public bool Equals(DTypeLike other) => DType == other.DType;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DTypeLike other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => DType.GetHashCode();

    /// <summary>The name that Keras and NumPy use, such as <c>float32</c>.</summary>
    public override string ToString() => DType.Name();

    /// <summary>Whether both mean one type.</summary>
    /// <param name="a">One type.</param>
    /// <param name="b">The other type.</param>
    public static bool operator ==(DTypeLike a, DTypeLike b) => a.Equals(b);

    /// <summary>Whether the types differ.</summary>
    /// <param name="a">One type.</param>
    /// <param name="b">The other type.</param>
    public static bool operator !=(DTypeLike a, DTypeLike b) => !a.Equals(b);

    /// <summary>The type itself.</summary>
    /// <param name="dtype">A type of elements.</param>
    public static implicit operator DTypeLike(DType dtype) => new(dtype);

    /// <summary>The type of that name.</summary>
    /// <param name="name">A name that Keras uses, such as <c>"float32"</c>, or one of NumPy's <c>"int"</c>, <c>"float"</c>, <c>"double"</c>: these have 64 bits.</param>
    /// <exception cref="ArgumentException">No type has that name; the message lists those that exist.</exception>
    public static implicit operator DTypeLike(string name) => new(name switch
    {
        "int" => DType.Int64,
        "float" or "double" => DType.Float64,
        _ => DTypes.Parse(name),
    });

    /// <summary>The type of .NET's numbers, such as <c>typeof(float)</c>.</summary>
    /// <param name="type">A number type or bool.</param>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public static implicit operator DTypeLike(Type type) => new(DTypes.Of(type));

    /// <summary>The type that is meant.</summary>
    /// <param name="dtype">Any of the three forms.</param>
    public static implicit operator DType(DTypeLike dtype) => dtype.DType;
}

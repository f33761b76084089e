using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Layers;

/// <summary>What a layer demands of an input: checked at every call.</summary>
/// <example>
/// <code>
/// var images = new InputSpec(ndim: 4, axes: new Dictionary&lt;int, int?&gt; { [-1] = 3 });    // of three channels
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/base_layer/"/>
public sealed record InputSpec
{
    /// <summary>Demands what is given, and nothing else.</summary>
    /// <param name="dtype">Type of the elements; null for any.</param>
    /// <param name="shape">Lengths of all axes with the batch; <c>null</c> for any length.</param>
    /// <param name="ndim">Number of axes; that of <paramref name="shape"/> by default, null for any.</param>
    /// <param name="maxNdim">Maximum number of axes; null for any.</param>
    /// <param name="minNdim">Least number of axes; null for any.</param>
    /// <param name="axes">Lengths that axes must have; negative axes count from the back.</param>
    /// <param name="allowLastAxisSqueeze">Whether a last axis of length 1 may be there or missing.</param>
    /// <param name="name">Name of the input.</param>
    /// <param name="optional">Whether the input may be left out, behind those that are given.</param>
    public InputSpec(
        DTypeLike? dtype = null,
        Shape? shape = null,
        int? ndim = null,
        int? maxNdim = null,
        int? minNdim = null,
        IReadOnlyDictionary<int, int?>? axes = null,
        bool allowLastAxisSqueeze = false,
        string? name = null,
        bool optional = false)
    {
        Dtype = dtype?.ToString();
        Shape = shape;
        Ndim = Guard.AtLeast(0, ndim, "InputSpec", "ndim") ?? shape?.Rank;
        MaxNdim = Guard.AtLeast(0, maxNdim, "InputSpec", "maxNdim");
        MinNdim = Guard.AtLeast(0, minNdim, "InputSpec", "minNdim");
        Axes = axes;
        AllowLastAxisSqueeze = allowLastAxisSqueeze;
        Name = name;
        Optional = optional;
    }

    /// <summary>Type of the elements; null for any.</summary>
    public string? Dtype { get; init; }

    /// <summary>Lengths of all axes with the batch; <c>null</c> for any length.</summary>
    public Shape? Shape { get; init; }

    /// <summary>Number of axes; null for any.</summary>
    public int? Ndim { get; init; }

    /// <summary>Maximum number of axes; null for any.</summary>
    public int? MaxNdim { get; init; }

    /// <summary>Least number of axes; null for any.</summary>
    public int? MinNdim { get; init; }

    /// <summary>Lengths that axes must have; negative axes count from the back.</summary>
    public IReadOnlyDictionary<int, int?>? Axes { get; init; }

    /// <summary>Whether a last axis of length 1 may be there or missing.</summary>
    public bool AllowLastAxisSqueeze { get; init; }

    /// <summary>Name of the input.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the input may be left out.</summary>
    public bool Optional { get; init; }

    /// <summary>The arguments under Keras's keys.</summary>
    public JsonObject GetConfig() => new()
    {
        ["dtype"] = Dtype,
        ["shape"] = ConfigWriter.Write(Shape),
        ["ndim"] = Ndim,
        ["max_ndim"] = MaxNdim,
        ["min_ndim"] = MinNdim,
        ["axes"] = Axes is null ? null : new JsonObject(Axes.Select(static p => KeyValuePair.Create(p.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), (JsonNode?)p.Value))),
    };

    /// <summary>A demand from what <see cref="GetConfig"/> gave.</summary>
    /// <param name="config">The arguments under Keras's keys.</param>
    /// <exception cref="InvalidModelException">A value does not fit.</exception>
    public static InputSpec FromConfig(JsonObject config)
    {
        Guard.NotNull(config, "InputSpec.FromConfig");
        ObjectReader reader = new();
        return new(
            (string?)reader.Read(config["dtype"], typeof(string), "InputSpec.dtype") is { } dtype ? DTypes.Parse(dtype) : null,
            (Shape?)reader.Read(config["shape"], typeof(Shape?), "InputSpec.shape"),
            (int?)reader.Read(config["ndim"], typeof(int?), "InputSpec.ndim"),
            (int?)reader.Read(config["max_ndim"], typeof(int?), "InputSpec.max_ndim"),
            (int?)reader.Read(config["min_ndim"], typeof(int?), "InputSpec.min_ndim"),
            config["axes"] is JsonObject axes
                ? axes.ToDictionary(
                    static p => int.TryParse(p.Key, out int axis) ? axis : throw new InvalidModelException($"InputSpec.axes: a key must be a number. Received: '{p.Key}'."),
                    p => (int?)reader.Read(p.Value, typeof(int?), "InputSpec.axes"))
                : null);
    }

    /// <summary>What is wrong with an input; null if nothing is.</summary>
    internal string? Violation(Tensor input)
    {
        Shape shape = input.Shape;
        if (Dtype is not null && Dtype != input.DType.Name())
        {
            return $"the input must have dtype {Dtype}, not {input.DType.Name()}";
        }

        if (Ndim is { } rank && shape.Rank != rank && !AllowLastAxisSqueeze)
        {
            return $"the input must have {rank} axes";
        }

        if (MinNdim is { } min && shape.Rank < min)
        {
            return $"the input must have at least {min} axes";
        }

        if (MaxNdim is { } max && shape.Rank > max)
        {
            return $"the input must have at most {max} axes";
        }

        foreach ((int axis, int? length) in Axes ?? new Dictionary<int, int?>())
        {
            if (length is { } n && shape.At(axis) is { } came && came != n)
            {
                return axis == -1
                    ? $"the last axis of the input must be {n}, as when it was built"
                    : $"axis {axis} of the input must be {n}, as when it was built";
            }
        }

        return Shape is { } expected && !Squeezed(expected).IsCompatibleWith(Squeezed(shape)) ? $"the input must have shape {expected}" : null;
    }

    private Shape Squeezed(Shape shape) => AllowLastAxisSqueeze && shape.Rank > 0 && shape.At(^1) == 1 ? shape[..^1] : shape;
}

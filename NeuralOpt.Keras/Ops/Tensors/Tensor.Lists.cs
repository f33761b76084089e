using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace NeuralOpt.Keras;

/// <content>What lists convert to: C# converts from no interface, so each type of list stands here. Other sequences go through <see cref="From(System.Collections.IEnumerable)"/>.</content>
public partial class Tensor
{
    /// <summary>A vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Numbers.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator Tensor?(List<float>? values) => values is null ? null : From((ReadOnlySpan<float>)CollectionsMarshal.AsSpan(values));


    /// <summary>A vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Numbers; they stay float64, as in NumPy.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator Tensor?(List<double>? values) => values is null ? null : From((ReadOnlySpan<double>)CollectionsMarshal.AsSpan(values));


    /// <summary>A vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Whole numbers.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator Tensor?(List<int>? values) => values is null ? null : From((ReadOnlySpan<int>)CollectionsMarshal.AsSpan(values));


    /// <summary>A vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Whole numbers.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator Tensor?(List<long>? values) => values is null ? null : From((ReadOnlySpan<long>)CollectionsMarshal.AsSpan(values));


    /// <summary>A vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Whole numbers.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator Tensor?(List<byte>? values) => values is null ? null : From((ReadOnlySpan<byte>)CollectionsMarshal.AsSpan(values));


    /// <summary>A vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Truth values.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator Tensor?(List<bool>? values) => values is null ? null : From((ReadOnlySpan<bool>)CollectionsMarshal.AsSpan(values));

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensor?(List<float[]>? rows) => rows is null ? null : From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensor?(List<double[]>? rows) => rows is null ? null : From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensor?(List<int[]>? rows) => rows is null ? null : From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensor?(List<long[]>? rows) => rows is null ? null : From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensor?(List<byte[]>? rows) => rows is null ? null : From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensor?(List<List<float>>? rows) => rows is null ? null : From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensor?(List<List<double>>? rows) => rows is null ? null : From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensor?(List<List<int>>? rows) => rows is null ? null : From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensor?(List<float[,]>? rows) => rows is null ? null : From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensor?(List<double[,]>? rows) => rows is null ? null : From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensor?(List<byte[,]>? rows) => rows is null ? null : From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensor?(List<float[,,]>? rows) => rows is null ? null : From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensor?(List<double[,,]>? rows) => rows is null ? null : From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensor?(List<byte[,,]>? rows) => rows is null ? null : From(rows);
}

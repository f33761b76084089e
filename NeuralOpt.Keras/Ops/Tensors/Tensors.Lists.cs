using System.Diagnostics.CodeAnalysis;

namespace NeuralOpt.Keras;

/// <content>Lists of numbers or of rows are one tensor; see the conversions of <see cref="Tensor"/>.</content>
public partial class Tensors
{
    /// <summary>One vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Numbers.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator Tensors?(List<float>? values) => values is null ? null : new([(Tensor)values]);


    /// <summary>One vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Numbers; they stay float64, as in NumPy.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator Tensors?(List<double>? values) => values is null ? null : new([(Tensor)values]);


    /// <summary>One vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Whole numbers.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator Tensors?(List<int>? values) => values is null ? null : new([(Tensor)values]);


    /// <summary>One vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Whole numbers.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator Tensors?(List<long>? values) => values is null ? null : new([(Tensor)values]);


    /// <summary>One vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Whole numbers.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator Tensors?(List<byte>? values) => values is null ? null : new([(Tensor)values]);


    /// <summary>One vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Truth values.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator Tensors?(List<bool>? values) => values is null ? null : new([(Tensor)values]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensors?(List<float[]>? rows) => rows is null ? null : new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensors?(List<double[]>? rows) => rows is null ? null : new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensors?(List<int[]>? rows) => rows is null ? null : new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensors?(List<long[]>? rows) => rows is null ? null : new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensors?(List<byte[]>? rows) => rows is null ? null : new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensors?(List<List<float>>? rows) => rows is null ? null : new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensors?(List<List<double>>? rows) => rows is null ? null : new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensors?(List<List<int>>? rows) => rows is null ? null : new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensors?(List<float[,]>? rows) => rows is null ? null : new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensors?(List<double[,]>? rows) => rows is null ? null : new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensors?(List<byte[,]>? rows) => rows is null ? null : new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensors?(List<float[,,]>? rows) => rows is null ? null : new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensors?(List<double[,,]>? rows) => rows is null ? null : new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    [return: NotNullIfNotNull(nameof(rows))]
    public static implicit operator Tensors?(List<byte[,,]>? rows) => rows is null ? null : new([(Tensor)rows]);
}

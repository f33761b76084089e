using System.Runtime.InteropServices;

namespace NeuralOpt.Keras;

/// <content>What lists convert to: C# converts from no interface, so each type of list stands here. Other sequences go through <see cref="From(System.Collections.IEnumerable)"/>.</content>
public partial class Tensor
{
    /// <summary>A vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Numbers.</param>
    public static implicit operator Tensor(List<float> values) => From((ReadOnlySpan<float>)CollectionsMarshal.AsSpan(values));


    /// <summary>A vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Numbers; they stay float64, as in NumPy.</param>
    public static implicit operator Tensor(List<double> values) => From((ReadOnlySpan<double>)CollectionsMarshal.AsSpan(values));


    /// <summary>A vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Whole numbers.</param>
    public static implicit operator Tensor(List<int> values) => From((ReadOnlySpan<int>)CollectionsMarshal.AsSpan(values));


    /// <summary>A vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Whole numbers.</param>
    public static implicit operator Tensor(List<long> values) => From((ReadOnlySpan<long>)CollectionsMarshal.AsSpan(values));


    /// <summary>A vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Whole numbers.</param>
    public static implicit operator Tensor(List<byte> values) => From((ReadOnlySpan<byte>)CollectionsMarshal.AsSpan(values));


    /// <summary>A vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Truth values.</param>
    public static implicit operator Tensor(List<bool> values) => From((ReadOnlySpan<bool>)CollectionsMarshal.AsSpan(values));

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensor(List<float[]> rows) => From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensor(List<double[]> rows) => From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensor(List<int[]> rows) => From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensor(List<long[]> rows) => From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensor(List<byte[]> rows) => From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensor(List<List<float>> rows) => From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensor(List<List<double>> rows) => From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensor(List<List<int>> rows) => From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensor(List<float[,]> rows) => From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensor(List<double[,]> rows) => From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensor(List<byte[,]> rows) => From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensor(List<float[,,]> rows) => From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensor(List<double[,,]> rows) => From(rows);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensor(List<byte[,,]> rows) => From(rows);
}

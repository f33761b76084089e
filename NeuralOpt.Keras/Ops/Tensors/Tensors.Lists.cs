namespace NeuralOpt.Keras;

/// <content>Lists of numbers or of rows are one tensor; see the conversions of <see cref="Tensor"/>.</content>
public partial class Tensors
{
    /// <summary>One vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Numbers.</param>
    public static implicit operator Tensors(List<float> values) => new([(Tensor)values]);


    /// <summary>One vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Numbers; they stay float64, as in NumPy.</param>
    public static implicit operator Tensors(List<double> values) => new([(Tensor)values]);


    /// <summary>One vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Whole numbers.</param>
    public static implicit operator Tensors(List<int> values) => new([(Tensor)values]);


    /// <summary>One vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Whole numbers.</param>
    public static implicit operator Tensors(List<long> values) => new([(Tensor)values]);


    /// <summary>One vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Whole numbers.</param>
    public static implicit operator Tensors(List<byte> values) => new([(Tensor)values]);


    /// <summary>One vector of a list's numbers, which are copied.</summary>
    /// <param name="values">Truth values.</param>
    public static implicit operator Tensors(List<bool> values) => new([(Tensor)values]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensors(List<float[]> rows) => new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensors(List<double[]> rows) => new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensors(List<int[]> rows) => new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensors(List<long[]> rows) => new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensors(List<byte[]> rows) => new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensors(List<List<float>> rows) => new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensors(List<List<double>> rows) => new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensors(List<List<int>> rows) => new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensors(List<float[,]> rows) => new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensors(List<double[,]> rows) => new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensors(List<byte[,]> rows) => new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensors(List<float[,,]> rows) => new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensors(List<double[,,]> rows) => new([(Tensor)rows]);

    /// <summary>One tensor of a list's rows, which are copied; one axis more than a row.</summary>
    /// <param name="rows">Rows of one shape.</param>
    /// <exception cref="ShapeException">The rows differ in shape.</exception>
    public static implicit operator Tensors(List<byte[,,]> rows) => new([(Tensor)rows]);
}

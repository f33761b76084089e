namespace NeuralOpt.Keras.Regularizers;

/// <summary>Penalty on rows or columns of a matrix that are not orthogonal to each other.</summary>
/// <param name="factor">Factor; 0.01 by default.</param>
/// <param name="mode"><c>"rows"</c> (default) or <c>"columns"</c>.</param>
/// <remarks>Rows or columns are brought to length 1; the penalty is the mean of the absolute products of every pair.</remarks>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelRegularizer: new OrthogonalRegularizer(factor: 0.01));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/regularizers/#orthogonalregularizer-class"/>
public class OrthogonalRegularizer(double factor = 0.01, string mode = "rows") : Regularizer
{
    /// <summary>Factor.</summary>
    public double Factor { get; } = Guard.Finite(factor, "OrthogonalRegularizer", "factor");

    /// <summary>What is to be orthogonal: rows or columns.</summary>
    public string Mode { get; } = Guard.OneOf(mode, "OrthogonalRegularizer", "mode", "rows", "columns");

    /// <inheritdoc/>
    public override Tensor Apply(Tensor x)
    {
        if (Guard.NotNull(x, "OrthogonalRegularizer").Rank != 2)
        {
            throw new ShapeException($"OrthogonalRegularizer: the weight must have two axes. Received shape: {x.Shape}.");
        }

        x = Mode == "rows" ? x : Ops.Transpose(x);
        int n = x.Shape[0];
        Tensor unit = x / Ops.Sqrt(Ops.Maximum(Ops.Sum(Ops.Square(x), axis: 1, keepdims: true), 1e-12));
        Tensor products = Ops.Matmul(unit, Ops.Transpose(unit));
        Tensor others = 1 - Ops.Eye(n, dtype: x.DType);
        return Factor * 0.5 * Ops.Sum(Ops.Abs(products * others)) / (n * (n - 1.0) / 2.0);
    }
}

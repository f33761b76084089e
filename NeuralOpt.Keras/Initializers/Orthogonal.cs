namespace NeuralOpt.Keras.Initializers;

/// <summary>A random orthogonal matrix, times a gain: rows or columns, whichever are fewer, are orthonormal.</summary>
/// <param name="gain">Factor; 1 by default.</param>
/// <param name="seed">Makes the draw the same every time; null takes the next default seed, which <see cref="Utils.SetRandomSeed"/> governs.</param>
/// <remarks>A weight of more than two axes is treated as a matrix of all axes but the last by the last. Saxe et al., 2014.</remarks>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelInitializer: new Orthogonal(gain: 1.0));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/initializers/#orthogonalinitializer-class"/>
[KerasName("OrthogonalInitializer", "orthogonal_initializer")]
public class Orthogonal(double gain = 1.0, int? seed = null) : RandomInitializer(seed)
{
    /// <summary>Factor.</summary>
    public double Gain { get; } = Guard.Finite(gain, "Orthogonal", "gain");

    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType dtype = DType.Float32)
    {
        if (shape.Rank < 2)
        {
            throw new ShapeException($"Orthogonal: the weight must have at least two axes. Received shape: {shape}.");
        }

        int columns = shape[^1];
        int rows = shape.Size() / Math.Max(1, columns);
        int m = Math.Max(rows, columns);
        int n = Math.Min(rows, columns);
        float[] q = HouseholderQr.SignedQ(RandomOps.Normal((m, n), 0, 1, DType.Float32, Draws).ToArray<float>(), m, n);
        Tensor matrix = Tensor.From<float>(q, (m, n));
        matrix = rows < columns ? Ops.Transpose(matrix) : matrix;
        return Ops.Cast(Ops.Reshape(matrix, shape) * (float)Gain, dtype);
    }
}

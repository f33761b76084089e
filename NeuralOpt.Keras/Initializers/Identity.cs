namespace NeuralOpt.Keras.Initializers;

/// <summary>The identity matrix, times a gain; only for weights of two axes.</summary>
/// <param name="gain">Value on the diagonal; 1 by default.</param>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelInitializer: new Identity());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/initializers/#identity-class"/>
[KerasName("IdentityInitializer", "identity_initializer")]
public class Identity(double gain = 1.0) : Initializer
{
    /// <summary>Value on the diagonal.</summary>
    public double Gain { get; } = Guard.Finite(gain, "Identity", "gain");

    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType dtype = DType.Float32)
    {
        if (shape.Rank != 2)
        {
            throw new ShapeException($"Identity: the weight must have two axes. Received shape: {shape}.");
        }

        Tensor eye = Tensor.Zeros(new(shape, dtype));
        int columns = shape[1];
        for (int i = 0; i < Math.Min(shape[0], columns); i++)
        {
            eye.WriteDouble((i * columns) + i, Gain);
        }

        return eye;
    }
}

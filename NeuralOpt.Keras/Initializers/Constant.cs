namespace NeuralOpt.Keras.Initializers;

/// <summary>Every element is one value.</summary>
/// <param name="value">The value; 0 by default. A tensor must broadcast to the weight's shape.</param>
/// <example>
/// <code>
/// var layer = new Dense(64, biasInitializer: new Constant(0.1));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/initializers/#constant-class"/>
public class Constant(Tensor? value = null) : Initializer
{
    /// <summary>The value.</summary>
    public Tensor Value { get; } = Check(value ?? Tensor.ScalarOf(0, DType.Float32));

    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType dtype = DType.Float32) => Ops.BroadcastTo(Promotion.To(Value, dtype, "Constant"), shape);

    private static Tensor Check(Tensor value)
    {
        for (int i = 0; i < value.Size; i++)
        {
            if (double.IsNaN(value.ReadDouble(i)))
            {
                throw new KerasArgumentException("Constant: value must be a number. Received: NaN.");
            }
        }

        return value;
    }
}

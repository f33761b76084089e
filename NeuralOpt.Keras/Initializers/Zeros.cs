namespace NeuralOpt.Keras.Initializers;

/// <summary>Every element is 0.</summary>
/// <example>
/// <code>
/// var layer = new Dense(64, biasInitializer: new Zeros());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/initializers/#zeros-class"/>
[KerasName("zero")]
public class Zeros : Initializer
{
    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType dtype = DType.Float32) => Ops.Zeros(shape, dtype);
}

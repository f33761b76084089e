namespace NeuralOpt.Keras.Initializers;

/// <summary>Every element is 1.</summary>
/// <example>
/// <code>
/// var layer = new Dense(64, biasInitializer: new Ones());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/initializers/#ones-class"/>
[KerasName("one")]
public class Ones : Initializer
{
    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType dtype = DType.Float32) => Ops.Ones(shape, dtype);
}

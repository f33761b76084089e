namespace NeuralOpt.Keras.Initializers;

/// <summary>Every element is 0.</summary>
/// <seealso href="https://keras.io/api/layers/initializers/#zeros-class"/>
[KerasName("zero")]
public sealed class Zeros : Initializer
{
    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType dtype = DType.Float32) => Ops.Zeros(shape, dtype);
}

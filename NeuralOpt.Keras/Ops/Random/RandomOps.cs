using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>Random tensors: <c>keras.random</c>. The same seed gives the same numbers as in Keras.</summary>
/// <remarks>
/// A number as seed gives the same numbers at every call; a <see cref="SeedGenerator"/> others at every call;
/// no seed draws from one global generator, which <see cref="Utils.SetRandomSeed"/> seeds.
/// </remarks>
/// <seealso href="https://keras.io/api/random/"/>
public static partial class RandomOps
{
    private static Tensor Draw(string name, RandomKind kind, Shape shape, double a, double b, DType dtype, Seed? seed)
    {
        // A model's description knows no batch, and draws nothing.
        if (!shape.IsKnown)
        {
            return SymbolicScope.IsActive
                ? new KerasTensor(shape, dtype)
                : throw new ShapeException($"{name}: every axis of the shape must be known. Received: {shape}.");
        }

        return Op.Apply(new RandomOp(name, kind, a, b, new(shape, dtype)), Keras.Seed.Pair(seed));
    }

    private static DType Floating(string name, DType? dtype)
        => dtype is null ? DType.Float32
        : dtype.Value.IsFloating() ? dtype.Value
        : throw new KerasArgumentException($"{name}: the dtype must be floating point. Received: {dtype.Value.Name()}.");

    private sealed class RandomOp(string name, RandomKind kind, double a, double b, TensorSpec spec) : Op
    {
        internal override string Name => name;

        internal override TensorSpec Infer(TensorSpec[] x) => spec;

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Engines.Random(kind, a, b);

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [null];
    }
}

using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>A rare function that managed code computes on host tensors, on every engine.</summary>
/// <param name="name">Its name, which tells it from other functions.</param>
/// <param name="infer">Shape and dtype of the result.</param>
/// <param name="compute">Reads the inputs and writes the output.</param>
/// <param name="gradient">The gradient by each input from dy, y and the inputs; null if it has none.</param>
internal sealed class HostOp(
    string name,
    Func<TensorSpec[], TensorSpec> infer,
    Action<Tensor[], Tensor> compute,
    Func<Tensor, Tensor, Tensor[], Tensor?[]>? gradient = null) : Op
{
    internal override string Name => name;

    internal override TensorSpec Infer(TensorSpec[] x) => infer(x);

    internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Host(name, compute);

    internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => gradient?.Invoke(dy, y, x) ?? new Tensor?[x.Length];

    /// <summary>A function of one floating-point element.</summary>
    internal static Tensor Map(string name, Tensor x, Func<double, double> f, FormulaOp.Rule gradient)
        => Apply(
            new HostOp(
                name,
                static x => x[0],
                (x, y) =>
                {
                    for (int i = 0; i < y.Size; i++)
                    {
                        y.WriteDouble(i, f(x[0].ReadDouble(i)));
                    }
                },
                (dy, y, x) => [gradient(dy, y, x[0])]),
            Promotion.Floating(x, name));
}

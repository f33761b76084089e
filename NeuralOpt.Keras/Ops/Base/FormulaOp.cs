using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>A function of one floating-point element whose gradient is one line.</summary>
/// <param name="kind">The function.</param>
/// <param name="gradient">The gradient by x from dy, y and x.</param>
internal sealed class FormulaOp(UnaryKind kind, FormulaOp.Rule gradient) : ElementwiseOp(kind)
{
    internal delegate Tensor Rule(Tensor dy, Tensor y, Tensor x);

    internal override string Name => Kind.ToString();

    internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x) => [gradient(dy, y, x[0])];

    /// <summary>Applies it; integers and bools become float32 first.</summary>
    internal static Tensor Apply(UnaryKind kind, Tensor x, Rule gradient, [CallerMemberName] string name = "")
        => Op.Apply(new FormulaOp(kind, gradient), Promotion.Floating(x, name));
}

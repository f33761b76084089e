using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Adds constants before, after and between the elements of each axis; negative low and high cut.</summary>
    internal static Tensor PadWith(Tensor x, int[] low, int[] high, int[] interior, Tensor value)
        => Op.Apply(new PadOp(low, high, interior), x, Promotion.To(value, x.DType, "Pad"));

    private sealed class PadOp(int[] low, int[] high, int[] interior) : Op
    {
        internal override TensorSpec Infer(TensorSpec[] x)
            => x[0] with { Shape = x[0].Shape.Select((d, i) => Lengths.Of(Name, d + (Math.Max((d ?? 0) - 1L, 0) * interior[i]) + low[i] + high[i])).ToArray() };

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Engines.Pad(Axes.Of(low), Axes.Of(high), Axes.Of(interior));

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
        {
            // First undo the padding (negative padding comes back as zeros), then take every (interior + 1)th element.
            int rank = low.Length;
            Tensor inner = PadWith(dy, [.. low.Select(v => -v)], [.. high.Select(v => -v)], new int[rank], 0);
            Tensor dx = Strided(inner, new int[rank], [.. interior.Select(i => i + 1)], [.. x[0].Shape]);
            return [dx, Subtract(Sum(dy), Sum(dx))];
        }
    }
}

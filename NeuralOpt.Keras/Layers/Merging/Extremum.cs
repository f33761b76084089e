namespace NeuralOpt.Keras.Layers;

/// <summary>Maximum or minimum of inputs, where a masked element does not take part.</summary>
internal static class Extremum
{
    internal static Tensor Of(Func<Tensor, Tensor, Tensor> op, Tensor[] x, Tensor?[] masks)
    {
        Tensor y = x[0];
        Tensor? mask = masks[0];
        for (int i = 1; i < x.Length; i++)
        {
            Tensor a = mask is null ? y : Ops.Where(mask, y, x[i]);
            Tensor b = masks[i] is { } m ? Ops.Where(m, x[i], y) : x[i];
            mask = mask is null || masks[i] is null ? null : Ops.LogicalOr(mask, masks[i]!);
            y = op(a, b);
        }

        return y;
    }
}

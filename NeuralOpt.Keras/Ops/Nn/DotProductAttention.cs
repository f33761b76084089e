namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Scaled dot-product attention: <c>softmax(query key^T * scale + bias) value</c> for each head.</summary>
    /// <param name="query">(batch, queries, heads, size).</param>
    /// <param name="key">(batch, keys, key heads, size); each key head serves as many heads as the quotient says.</param>
    /// <param name="value">(batch, keys, key heads, size).</param>
    /// <param name="bias">Added to the scores; broadcasts to (batch, heads, queries, keys). Null for none.</param>
    /// <param name="mask">Which keys a query may see; bool, broadcasts to (batch, heads, queries, keys). Null for all.</param>
    /// <param name="scale">Factor of the scores; null for <c>1 / sqrt(size)</c>.</param>
    /// <param name="isCausal">Whether a query sees the keys up to its own place only.</param>
    /// <param name="flashAttention">Has no meaning here: there is one way to compute it.</param>
    /// <param name="attnLogitsSoftCap">Scores are bent into (-cap, cap) by a tangent; null for no cap.</param>
    /// <returns>(batch, queries, heads, size).</returns>
    /// <exception cref="ShapeException">The tensors do not have four axes, or do not fit.</exception>
    /// <seealso href="https://keras.io/api/ops/nn/#dot_product_attention-function"/>
    /// <seealso href="https://arxiv.org/abs/1706.03762"/>
    public static Tensor DotProductAttention(
        Tensor query,
        Tensor key,
        Tensor value,
        Tensor? bias = null,
        Tensor? mask = null,
        double? scale = null,
        bool isCausal = false,
        bool? flashAttention = null,
        double? attnLogitsSoftCap = null)
    {
        Tensor[] all = Promotion.Common([Promotion.Floating(query), key, value]);
        if (all.Any(static t => t.Rank != 4) || all[1].Shape.At(2) is not { } keyHeads || all[0].Shape.At(2) is not { } heads || heads % keyHeads != 0 || all[0].Shape.At(^1) is not { } size)
        {
            throw new ShapeException($"DotProductAttention: query, key and value must be (batch, time, heads, size). Received shapes: {query.Shape}, {key.Shape}, {value.Shape}.");
        }

        Tensor q = Transpose(all[0], (int[])[0, 2, 1, 3]);
        Tensor k = SharedHeads(Transpose(all[1], (int[])[0, 2, 1, 3]), heads / keyHeads);
        Tensor v = SharedHeads(Transpose(all[2], (int[])[0, 2, 1, 3]), heads / keyHeads);
        Tensor scores = MatrixProduct(q * (scale ?? (1 / Math.Sqrt(size))), k, false, true);
        scores = attnLogitsSoftCap is { } cap ? Tanh(scores / cap) * cap : scores;
        scores = bias is { } b ? scores + Cast(b, scores.DType) : scores;
        scores = mask is { } m ? Where(m, scores, Hidden(scores.DType)) : scores;
        scores = isCausal ? Where(Causal(scores), scores, Hidden(scores.DType)) : scores;
        return Transpose(MatrixProduct(Softmax(scores), v), (int[])[0, 2, 1, 3]);
    }

    // Far below every score, yet far from infinity: a row that sees nothing stays finite.
    private static double Hidden(DType dtype) => -0.7 * (dtype == DType.Float16 ? (double)Half.MaxValue : float.MaxValue);

    // Query i sees the keys 0 to i.
    private static Tensor Causal(Tensor scores)
    {
        if (scores.Shape.At(^2) is { } queries && scores.Shape.At(^1) is { } keys)
        {
            return GreaterEqual(Reshape(Arange(queries), (queries, 1)), Reshape(Arange(keys), (1, keys)));
        }

        return Op.Apply(new HostOp("CausalMask", static x => new(x[0].Shape[^2..], DType.Bool), static (_, y) =>
        {
            Span<bool> mask = y.Data<bool>();
            for (int i = 0, keys = y.Shape[1]; i < mask.Length; i++)
            {
                mask[i] = i / keys >= i % keys;
            }
        }), scores);
    }

    private static Tensor SharedHeads(Tensor x, int times)
        => times == 1 ? x : Take(x, FloorDivide(Arange((double)x.Shape[1] * times), times), 1);
}

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Einstein's sum: products of elements, summed over the letters that the result does not have.</summary>
    /// <param name="subscripts">A letter for each axis, such as <c>"bij,jk->bik"</c>; <c>...</c> for axes that broadcast. Without an arrow the letters that occur once stay, in alphabetical order.</param>
    /// <param name="operands">A tensor for each term; brought to a common dtype.</param>
    /// <returns>An axis for each letter of the result; the common dtype, int32 for int8.</returns>
    /// <exception cref="ArgumentException">The subscripts do not fit the operands.</exception>
    /// <exception cref="ShapeException">A letter has two lengths.</exception>
    /// <remarks>Terms are joined from left to right, each time by one matrix product.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#einsum-function"/>
    public static Tensor Einsum(string subscripts, params Tensor[] operands)
    {
        (string[] terms, string result) = EinsumTerms.Parse(subscripts, operands);
        Tensor[] x = Promotion.Common([.. operands.Select(static t => Counted(t))]);
        x = x[0].DType == DType.Int8 ? System.Array.ConvertAll(x, static t => Cast(t, DType.Int32)) : x;
        Labelled[] all = [.. x.Select((t, i) => WithoutRepeats(new(t, terms[i])))];
        Labelled y = SummedTo(all[0], string.Concat(all.Skip(1).Select(static o => o.Labels)) + result);
        for (int i = 1; i < all.Length; i++)
        {
            string later = string.Concat(all.Skip(i + 1).Select(static o => o.Labels)) + result;
            y = Joined(SummedTo(y, all[i].Labels + later), SummedTo(all[i], y.Labels + later), later);
        }

        return Ordered(SummedTo(y, result), result);
    }

    private readonly record struct Labelled(Tensor Value, string Labels)
    {
        internal int? Length(char label) => Value.Shape.At(Labels.IndexOf(label));
    }

    private static Labelled WithoutRepeats(Labelled x)
    {
        while (x.Labels.FirstOrDefault(c => x.Labels.Count(d => d == c) > 1) is var label and not '\0')
        {
            (int first, int second) = (x.Labels.IndexOf(label), x.Labels.LastIndexOf(label));
            x = new(DiagonalOf("Einsum", x.Value, 0, first, second), x.Labels.Remove(second, 1).Remove(first, 1) + label);
        }

        return x;
    }

    private static Labelled SummedTo(Labelled x, string kept)
    {
        int[] gone = [.. Enumerable.Range(0, x.Labels.Length).Where(i => !kept.Contains(x.Labels[i]))];
        return gone.Length == 0 ? x : new(Sum(x.Value, gone), string.Concat(x.Labels.Where(kept.Contains)));
    }

    private static Tensor Ordered(Labelled x, string labels)
        => Transpose(x.Value, (int[])[.. labels.Select(c => x.Labels.IndexOf(c))]);

    // Letters of both that stay are a batch; letters of both that do not are summed.
    private static Labelled Joined(Labelled a, Labelled b, string later)
    {
        string both = string.Concat(a.Labels.Where(b.Labels.Contains));
        string summed = string.Concat(both.Where(c => !later.Contains(c)));
        string batch = string.Concat(both.Except(summed));
        string left = string.Concat(a.Labels.Except(both));
        string right = string.Concat(b.Labels.Except(both));
        if (summed.Length == 0 || (left.Length == 0 && right.Length == 0))
        {
            string all = batch + left + right + summed;
            Tensor product = Spread(a, all) * Spread(b, all);
            return SummedTo(new(product, all), batch + left + right);
        }

        Shape shared = batch.Select(c => Longer(a.Length(c), b.Length(c))).ToArray();
        Tensor rows = Matrix(a, batch, shared, left, summed);
        Tensor columns = Matrix(b, batch, shared, summed, right);
        Shape shape = shared.Concat(left.Select(a.Length).ToArray()).Concat(right.Select(b.Length).ToArray());
        Tensor y = MatrixProduct(rows, columns);
        return new(left.Length == 1 && right.Length == 1 ? y : Reshape(y, shape), batch + left + right);
    }

    // (batch..., rows, columns), several letters made one axis.
    private static Tensor Matrix(Labelled x, string batch, Shape shared, string rows, string columns)
    {
        Tensor t = Ordered(x, batch + rows + columns);
        Shape matrix = rows.Concat(columns).Select(x.Length).ToArray();
        t = t.Shape[..batch.Length] == shared ? t : BroadcastTo(t, shared.Concat(matrix));
        return rows.Length == 1 && columns.Length == 1
            ? t
            : Reshape(t, shared.Concat(Shape.Of(ShapeRules.Product(rows.Select(x.Length)), ShapeRules.Product(columns.Select(x.Length)))));
    }

    // An axis for every letter, of length 1 where x has none.
    private static Tensor Spread(Labelled x, string labels)
    {
        Tensor t = Ordered(x, string.Concat(labels.Where(x.Labels.Contains)));
        return t.Rank == labels.Length ? t : InsertedAxes(t, labels.Select(c => x.Labels.Contains(c) ? x.Length(c) : 1).ToArray());
    }

    private static int? Longer(int? a, int? b) => a == 1 ? b : a ?? b;
}

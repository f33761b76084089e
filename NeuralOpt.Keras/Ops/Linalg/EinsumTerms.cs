namespace NeuralOpt.Keras;

/// <summary>Reads the subscripts of an Einstein sum.</summary>
internal static class EinsumTerms
{
    /// <summary>One label an axis for each operand and for the result; axes under an ellipsis get labels of their own.</summary>
    internal static (string[] Terms, string Result) Parse(string subscripts, Tensor[] operands)
    {
        Guard.NotNull(subscripts, "Einsum");
        Guard.NoNulls(operands, "Einsum");
        string text = string.Concat(subscripts.Where(static c => !char.IsWhiteSpace(c)));
        string[] sides = text.Split("->");
        string[] terms = sides[0].Split(',');
        if (sides.Length > 2 || terms.Length != operands.Length || operands.Length == 0)
        {
            throw Wrong(subscripts, operands, "must have a term for each operand, and at most one arrow");
        }

        int hidden = 0;
        for (int i = 0; i < terms.Length; i++)
        {
            hidden = Math.Max(hidden, terms[i].Contains("...") ? operands[i].Rank - terms[i].Length + 3 : 0);
        }

        string ellipsis = string.Concat(Enumerable.Range(0, hidden).Select(static k => (char)('\u0100' + k)));
        for (int i = 0; i < terms.Length; i++)
        {
            int own = operands[i].Rank - terms[i].Length + 3;
            terms[i] = terms[i].Contains("...") && own >= 0 ? terms[i].Replace("...", ellipsis[(hidden - own)..]) : terms[i];
            if (terms[i].Length != operands[i].Rank || !terms[i].All(char.IsLetter))
            {
                throw Wrong(subscripts, operands, "must have a letter for each axis");
            }
        }

        string result = sides.Length == 2 ? sides[1].Replace("...", ellipsis) : Implicit(terms, ellipsis);
        if (result.Distinct().Count() != result.Length || !result.All(c => terms.Any(t => t.Contains(c))))
        {
            throw Wrong(subscripts, operands, "must name each letter of the result once, and among the operands");
        }

        RequireOneLength(subscripts, terms, operands, ellipsis);
        return (terms, result);
    }

    private static string Implicit(string[] terms, string ellipsis)
    {
        string all = string.Concat(terms);
        return ellipsis + string.Concat(all.Where(c => !ellipsis.Contains(c) && all.Count(d => d == c) == 1).Order());
    }

    private static void RequireOneLength(string subscripts, string[] terms, Tensor[] operands, string ellipsis)
    {
        Dictionary<char, int> lengths = [];
        for (int i = 0; i < terms.Length; i++)
        {
            for (int k = 0; k < terms[i].Length; k++)
            {
                char label = terms[i][k];
                if (operands[i].Shape.At(k) is { } n && !(n == 1 && ellipsis.Contains(label)) && !lengths.TryAdd(label, n) && lengths[label] != n)
                {
                    throw new ShapeException($"Einsum: '{label}' in '{subscripts}' must have one length. Received shapes: {string.Join(", ", operands.Select(o => o.Shape))}.");
                }
            }
        }
    }

    private static KerasArgumentException Wrong(string subscripts, Tensor[] operands, string rule)
        => new($"Einsum: the subscripts {rule}. Received: '{subscripts}' for shapes {string.Join(", ", operands.Select(o => o.Shape))}.");
}

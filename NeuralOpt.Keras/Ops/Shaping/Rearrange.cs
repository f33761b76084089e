namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Reorders, splits and joins axes by a pattern such as <c>"b (h w) c -> b h w c"</c>, as einops does.</summary>
    /// <param name="tensor">Any tensor.</param>
    /// <param name="pattern">Names of the axes before and after; names in brackets are one axis together, <c>1</c> is an axis of length 1.</param>
    /// <param name="axesLengths">Lengths of axes that do not follow from the shape.</param>
    /// <returns>The dtype of <paramref name="tensor"/>, the axes of the right side.</returns>
    /// <exception cref="ArgumentException">The pattern does not name the same axes on both sides, or does not fit the shape.</exception>
    /// <seealso href="https://keras.io/api/ops/einops/"/>
    public static Tensor Rearrange(Tensor tensor, string pattern, params (string Name, int Length)[] axesLengths)
    {
        Guard.NotNull(tensor);
        Guard.NotNull(axesLengths);
        string[] sides = Guard.NotNull(pattern).Split("->");
        if (sides.Length != 2)
        {
            throw new KerasArgumentException($"Rearrange: the pattern must have the form 'axes -> axes'. Received: '{pattern}'.");
        }

        List<string[]> from = Groups(sides[0], pattern);
        List<string[]> to = Groups(sides[1], pattern);
        string[] names = [.. from.SelectMany(g => g)];
        string[] target = [.. to.SelectMany(g => g)];
        if (from.Count != tensor.Rank || names.Distinct().Count() != names.Length || !names.Order().SequenceEqual(target.Order()))
        {
            throw new KerasArgumentException($"Rearrange: both sides must name every axis once, the left as many as x has. Received: '{pattern}', shape {tensor.Shape}.");
        }

        if (axesLengths.GroupBy(static a => a.Name).FirstOrDefault(static g => g.Count() > 1) is { } twice)
        {
            throw new KerasArgumentException($"Rearrange: an axis must be given one length. Received two for '{twice.Key}'.");
        }

        Dictionary<string, int?> lengths = axesLengths.ToDictionary(a => a.Name, a => (int?)a.Length);
        for (int i = 0; i < from.Count; i++)
        {
            string[] open = [.. from[i].Where(n => !lengths.ContainsKey(n))];
            int known = Lengths.Product("Rearrange", [.. from[i].Where(lengths.ContainsKey).Select(n => lengths[n]!.Value)]);
            if (open.Length > 1 || (tensor.Shape.At(i) is { } d && (open.Length == 0 ? d != known : known == 0 || d % known != 0)))
            {
                throw new KerasArgumentException($"Rearrange: axis {i} must divide into ({string.Join(' ', from[i])}), all but one of known length. Received: '{pattern}', shape {tensor.Shape}.");
            }

            if (open.Length == 1)
            {
                lengths[open[0]] = tensor.Shape.At(i) / known;
            }
        }

        Tensor apart = Reshape(tensor, names.Select(n => lengths[n]).ToArray());
        Tensor ordered = names.Length == 0 ? apart : Transpose(apart, target.Select(n => System.Array.IndexOf(names, n)).ToArray());
        return Reshape(ordered, to.Select(g => ShapeRules.Product(g.Select(n => lengths[n]))).ToArray());
    }

    private static List<string[]> Groups(string side, string pattern)
    {
        List<string[]> groups = [];
        List<string>? open = null;
        foreach (string token in side.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (token)
            {
                case "(" when open is null:
                    open = [];
                    break;
                case ")" when open is not null:
                    groups.Add([.. open]);
                    open = null;
                    break;
                case "(" or ")":
                    throw new KerasArgumentException($"Rearrange: brackets must come in pairs, not nested. Received: '{pattern}'.");
                default:
                    string[] names = token == "1" ? [] : [token];
                    if (open is null)
                    {
                        groups.Add(names);
                    }
                    else
                    {
                        open.AddRange(names);
                    }

                    break;
            }
        }

        return open is null ? groups : throw new KerasArgumentException($"Rearrange: brackets must come in pairs, not nested. Received: '{pattern}'.");
    }
}

namespace NeuralOpt.Keras;

/// <summary>Shape arithmetic that several ops share. Unknown axes stay unknown.</summary>
internal static class ShapeRules
{
    /// <summary>The shape to which both broadcast; null if they do not.</summary>
    internal static Shape? Broadcast(Shape a, Shape b)
    {
        int rank = Math.Max(a.Rank, b.Rank);
        int?[] dims = new int?[rank];
        for (int i = 1; i <= rank; i++)
        {
            int? x = i <= a.Rank ? a.At(^i) : 1;
            int? y = i <= b.Rank ? b.At(^i) : 1;
            if (x == 1 || x == y)
            {
                dims[^i] = y;
            }
            else if (y == 1 || y is null)
            {
                dims[^i] = x;
            }
            else if (x is null)
            {
                dims[^i] = y;
            }
            else
            {
                return null;
            }
        }

        return dims;
    }

    /// <summary>The shape after a reduction over sorted axes.</summary>
    internal static Shape Reduce(Shape x, int[] axes, bool keepDims)
    {
        List<int?> dims = [];
        for (int i = 0; i < x.Rank; i++)
        {
            if (!axes.Contains(i))
            {
                dims.Add(x.At(i));
            }
            else if (keepDims)
            {
                dims.Add(1);
            }
        }

        return dims.ToArray();
    }

    /// <summary>Length of an axis that is the sum of others; unknown if one of them is.</summary>
    internal static int? Sum(IEnumerable<int?> lengths) => lengths.Aggregate((int?)0, static (a, b) => a + b);

    /// <summary>Number of elements, unknown if an axis is.</summary>
    internal static int? Product(IEnumerable<int?> lengths) => lengths.Aggregate((int?)1, static (a, b) => a * b);
}

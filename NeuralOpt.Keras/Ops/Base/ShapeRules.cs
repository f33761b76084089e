namespace NeuralOpt.Keras;

/// <summary>Shape arithmetic that several ops share. Unknown axes stay unknown.</summary>
internal static class ShapeRules
{
    /// <summary>The shape to which both broadcast; null if they do not.</summary>
    internal static Shape? Broadcast(Shape a, Shape b)
    {
        if (b.Rank == 0 || a == b)
        {
            return a;
        }

        if (a.Rank == 0)
        {
            return b;
        }

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

        return Shape.Own(dims);
    }

    /// <summary>The shape after a reduction over sorted axes.</summary>
    internal static Shape Reduce(Shape x, int[] axes, bool keepDims)
    {
        if (axes.Length == 0)
        {
            return x;
        }

        int?[] dims = keepDims || axes.Length < x.Rank ? new int?[keepDims ? x.Rank : x.Rank - axes.Length] : [];
        int to = 0;
        for (int i = 0; i < x.Rank; i++)
        {
            bool reduced = axes.AsSpan().Contains(i);
            if (!reduced || keepDims)
            {
                dims[to++] = reduced ? 1 : x.At(i);
            }
        }

        return Shape.Own(dims);
    }

    /// <summary>Number of elements of some axes, unknown if one of them is.</summary>
    internal static int? Product(Shape x, int[] axes)
    {
        int? product = 1;
        foreach (int axis in axes)
        {
            product = Lengths.Of("Shape", (long?)product * x.At(axis));
        }

        return product;
    }

    /// <summary>Number of elements, unknown if an axis is.</summary>
    internal static int? Product(IEnumerable<int?> lengths) => Lengths.Product("Shape", lengths);
}

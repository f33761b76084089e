namespace NeuralOpt.Keras;

/// <summary>What <c>x[...]</c> means: NumPy's basic and advanced indexing, composed of ops.</summary>
internal static class Indexing
{
    internal static Tensor Get(Tensor x, Slice?[] slices)
    {
        Slice[] entries = Expand(x, slices);
        bool advanced = Array.Exists(entries, static e => e.Indices is not null);

        // First the ranges; beside a list, single indices belong to the lists.
        List<AxisRange> ranges = [];
        foreach (Slice entry in entries)
        {
            for (int i = 0; i < entry.Axes; i++)
            {
                ranges.Add(entry.Span is { } span && !(advanced && span.IsIndex) ? span : AxisRange.All);
            }
        }

        Tensor y = Ops.Strided(x, [.. ranges]);
        List<int> gone = [];
        List<int> added = [];
        List<(int Axis, Tensor Index)> lists = [];
        List<int> listEntries = [];
        int axis = 0;
        int place = 0;
        for (int e = 0; e < entries.Length; e++)
        {
            Slice entry = entries[e];
            if (entry == Slice.NewAxis)
            {
                added.Add(place++);
            }
            else if (entry.Span is { IsIndex: true } && !advanced)
            {
                gone.Add(axis++);
            }
            else if (entry.Span is { IsIndex: false })
            {
                axis++;
                place++;
            }
            else
            {
                listEntries.Add(e);
                foreach (Tensor index in Lists(x, entry, axis))
                {
                    lists.Add((place++, index));
                    axis++;
                }
            }
        }

        y = gone.Count > 0 ? Ops.Squeeze(y, gone.ToArray()) : y;
        y = added.Count > 0 ? Ops.ExpandDims(y, added.ToArray()) : y;
        if (lists.Count == 0)
        {
            // Reshapes share memory; what was read must not be seen to change.
            return y.IsConcrete && y.Buffer == x.Buffer ? Ops.Copy(y) : y;
        }

        return Pick(y, lists, listEntries[^1] - listEntries[0] == listEntries.Count - 1);
    }

    internal static void Set(Tensor x, Slice?[] slices, Tensor value)
    {
        Buffer memory = x.BeginWrite();
        Tensor places = Get(Tensor.From(Enumerable.Range(0, x.Size).ToArray()).View(x.Shape), slices);
        if (ShapeRules.Broadcast(value.Shape, places.Shape) is not { } shape || shape != places.Shape)
        {
            throw new ShapeException($"Tensor: a value must broadcast to the selected elements. Received shapes: {value.Shape}, selected {places.Shape}.");
        }

        Tensor values = Ops.BroadcastTo(Ops.Cast(value, x.DType), places.Shape);
        int size = x.DType.Size();
        Span<byte> target = memory.Span<byte>();
        ReadOnlySpan<byte> source = values.Buffer.Span<byte>();
        ReadOnlySpan<int> index = places.Data<int>();
        for (int i = 0; i < index.Length; i++)
        {
            source.Slice(i * size, size).CopyTo(target.Slice(index[i] * size, size));
        }

        GC.KeepAlive(values);
        GC.KeepAlive(places);
    }

    /// <summary>The entries with the ellipsis written out, so that they take up every axis.</summary>
    private static Slice[] Expand(Tensor x, Slice?[] slices)
    {
        List<Slice> entries = [.. slices.Select(static s => s ?? Slice.NewAxis)];
        int missing = x.Rank - entries.Sum(static e => e.Axes);
        int ellipses = entries.Count(static e => e == Slice.Ellipsis);
        if (missing < 0 || ellipses > 1)
        {
            throw new ShapeException(ellipses > 1
                ? "Tensor: there must be at most one ellipsis between the brackets. Received: several."
                : $"Tensor: there must be at most as many indices as axes. Received: {x.Rank - missing} for shape {x.Shape}.");
        }

        int at = ellipses == 1 ? entries.IndexOf(Slice.Ellipsis) : entries.Count;
        entries.RemoveRange(at, ellipses);
        entries.InsertRange(at, Enumerable.Repeat(Slice.All, missing));
        return [.. entries];
    }

    /// <summary>The lists of indices that an entry stands for: a mask is one for each of its axes.</summary>
    private static IEnumerable<Tensor> Lists(Tensor x, Slice entry, int axis)
    {
        if (entry.Span is { } index)
        {
            if (x.Shape[axis] is { } length)
            {
                index.Resolve(axis, length);
            }

            return [Tensor.From<int>([index.Start!.Value], Shape.Scalar)];
        }

        Tensor indices = entry.Indices!;
        if (indices.DType != DType.Bool)
        {
            return [indices];
        }

        return indices.Shape.IsCompatibleWith(x.Shape[axis..(axis + indices.Rank)])
            ? Ops.Nonzero(indices)
            : throw new ShapeException($"Tensor: a mask must have the lengths of the axes that it covers. Received shapes: {indices.Shape}, {x.Shape}.");
    }

    private static Tensor Pick(Tensor x, List<(int Axis, Tensor Index)> lists, bool together)
    {
        Shape common = lists.Select(l => l.Index.Shape).Aggregate((a, b) => ShapeRules.Broadcast(a, b)
            ?? throw new ShapeException($"Tensor: lists of indices must broadcast. Received shapes: {string.Join(", ", lists.Select(l => l.Index.Shape))}."));
        int[] axes = [.. lists.Select(l => l.Axis)];
        Tensor index = Ops.BroadcastTo(Whole(x, lists[0]), common);
        for (int i = 1; i < lists.Count; i++)
        {
            index = Ops.Add(Ops.Multiply(index, x.Shape[axes[i]]!.Value), Ops.BroadcastTo(Whole(x, lists[i]), common));
        }

        Tensor y;
        if (axes.Length == 1)
        {
            y = Ops.Take(x, index, axes[0]);
            return y;
        }

        int[] front = [.. Enumerable.Range(0, axes.Length)];
        Tensor first = Ops.Moveaxis(x, axes, front);
        int length = axes.Aggregate(1, (n, a) => n * x.Shape[a]!.Value);
        y = Ops.Take(Ops.Reshape(first, Shape.Of(length).Concat(first.Shape[axes.Length..])), index, 0);
        int[] from = [.. Enumerable.Range(0, common.Rank)];
        return together && common.Rank > 0 ? Ops.Moveaxis(y, from, from.Select(i => i + axes[0]).ToArray()) : y;
    }

    /// <summary>A list of indices, none negative, all within their axis where that can be seen.</summary>
    private static Tensor Whole(Tensor x, (int Axis, Tensor Index) list)
    {
        (int axis, Tensor index) = list;
        if (index.IsConcrete && x.Shape[axis] is { } n)
        {
            for (int i = 0; i < index.Size; i++)
            {
                if (index.ReadDouble(i) is var v && (v < -n || v >= n))
                {
                    throw new IndexOutOfRangeException($"Tensor: the index of axis {axis} must be between {-n} and {n - 1}. Received: {v}.");
                }
            }
        }

        return Ops.Indices("Tensor", index, x.Shape[axis]);
    }
}

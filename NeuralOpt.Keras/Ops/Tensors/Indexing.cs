namespace NeuralOpt.Keras;

/// <summary>What <c>x[...]</c> means: NumPy's basic and advanced indexing, composed of ops.</summary>
internal static class Indexing
{
    internal static Tensor Get(Tensor x, Slice?[] slices)
    {
        Slice[] entries = Expand(x, slices);
        bool advanced = Array.Exists(entries, static e => e.Indices is not null);

        // First the ranges; beside a list, single indices belong to the lists.
        Tensor y = Ops.Strided(x, Ranges(entries, advanced));
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
        Span<byte> memory = x.BeginWrite().Span<byte>();
        Slice[] entries = Expand(x, slices);
        int size = x.DType.Size();
        if (!Array.Exists(entries, static e => e.Indices is not null))
        {
            // Rows of the last axis, wherever they begin.
            int[] shape = x.Shape.ToArray();
            (int Start, int Length)[] ranges = [.. Ranges(entries, advanced: false).Select((r, axis) => r.Resolve(axis, shape[axis]))];
            int[] steps = [.. Ranges(entries, advanced: false).Select(static r => r.Step)];
            Tensor block = Values(x, value, Selected(entries, ranges));
            ReadOnlySpan<byte> rest = block.Buffer.Span<byte>()[..(int)block.Spec.Bytes];
            WriteBlock(memory, ref rest, shape, ranges, steps, size, 0, 0);
            GC.KeepAlive(block);
            return;
        }

        Tensor places = Get(Tensor.From(Enumerable.Range(0, x.Size).ToArray()).View(x.Shape), slices);
        Tensor values = Values(x, value, places.Shape);
        ReadOnlySpan<byte> source = values.Buffer.Span<byte>();
        ReadOnlySpan<int> index = places.Data<int>();
        for (int i = 0; i < index.Length; i++)
        {
            source.Slice(i * size, size).CopyTo(memory.Slice(index[i] * size, size));
        }

        GC.KeepAlive(values);
        GC.KeepAlive(places);
    }

    private static Tensor Values(Tensor x, Tensor value, Shape selected)
        => ShapeRules.Broadcast(value.Shape, selected) == selected
            ? Ops.BroadcastTo(Ops.Cast(value, x.DType), selected)
            : throw new ShapeException($"Tensor: a value must broadcast to the selected elements. Received shapes: {value.Shape}, selected {selected}.");

    private static Shape Selected(Slice[] entries, (int Start, int Length)[] ranges)
    {
        List<int?> dims = [];
        int axis = 0;
        foreach (Slice entry in entries)
        {
            if (entry == Slice.NewAxis)
            {
                dims.Add(1);
                continue;
            }

            if (entry.Span is { IsIndex: false })
            {
                dims.Add(ranges[axis].Length);
            }

            axis++;
        }

        return dims.ToArray();
    }

    private static void WriteBlock(
        Span<byte> memory, ref ReadOnlySpan<byte> rest, int[] shape, (int Start, int Length)[] ranges, int[] steps, int size, int axis, long offset)
    {
        if (axis == shape.Length)
        {
            rest[..size].CopyTo(memory[(int)(offset * size)..]);
            rest = rest[size..];
            return;
        }

        (int start, int length) = ranges[axis];
        if (axis == shape.Length - 1 && steps[axis] == 1)
        {
            rest[..(length * size)].CopyTo(memory[(int)(((offset * shape[axis]) + start) * size)..]);
            rest = rest[(length * size)..];
            return;
        }

        for (int i = 0; i < length; i++)
        {
            WriteBlock(memory, ref rest, shape, ranges, steps, size, axis + 1, (offset * shape[axis]) + start + (i * steps[axis]));
        }
    }

    private static AxisRange[] Ranges(Slice[] entries, bool advanced)
        => [.. entries.SelectMany(e => Enumerable.Repeat(e.Span is { } span && !(advanced && span.IsIndex) ? span : AxisRange.All, e.Axes))];

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
            if (x.Shape.At(axis) is { } length)
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
            index = Ops.Add(Ops.Multiply(index, x.Shape[axes[i]]), Ops.BroadcastTo(Whole(x, lists[i]), common));
        }

        Tensor y;
        if (axes.Length == 1)
        {
            y = Ops.Take(x, index, axes[0]);
            return y;
        }

        int[] front = [.. Enumerable.Range(0, axes.Length)];
        Tensor first = Ops.Moveaxis(x, axes, front);
        int length = axes.Aggregate(1, (n, a) => n * x.Shape[a]);
        y = Ops.Take(Ops.Reshape(first, Shape.Of(length).Concat(first.Shape[axes.Length..])), index, 0);
        int[] from = [.. Enumerable.Range(0, common.Rank)];
        return together && common.Rank > 0 ? Ops.Moveaxis(y, from, from.Select(i => i + axes[0]).ToArray()) : y;
    }

    /// <summary>A list of indices, none negative, all within their axis where that can be seen.</summary>
    private static Tensor Whole(Tensor x, (int Axis, Tensor Index) list)
    {
        (int axis, Tensor index) = list;
        if (index.IsConcrete && x.Shape.At(axis) is { } n)
        {
            for (int i = 0; i < index.Size; i++)
            {
                if (index.ReadDouble(i) is var v && (v < -n || v >= n))
                {
                    throw new KerasArgumentOutOfRangeException($"Tensor: the index of axis {axis} must be between {-n} and {n - 1}. Received: {v}.");
                }
            }
        }

        return Ops.Indices("Tensor", index, x.Shape.At(axis));
    }
}

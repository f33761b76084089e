namespace NeuralOpt.Keras;

/// <summary>What <c>x[...]</c> means: NumPy's basic and advanced indexing, composed of ops.</summary>
internal static class Indexing
{
    // More of them are worth the engine's threads.
    private const int DirectElements = 4096;

    internal static Tensor Get(Tensor x, Slice?[] slices)
    {
        Slice[] entries = Expand(x, slices);
        bool advanced = HasLists(entries);
        if (!advanced && x.IsConcrete && x.Spec.Bytes <= int.MaxValue && !Tape.IsRecording)
        {
            AxisRange[] ranges = Ranges(entries, advanced: false);
            Shape shape = Selected(entries, ranges, x.Shape);
            if (shape.Size() <= DirectElements)
            {
                return Read(x, ranges, shape);
            }
        }

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

    /// <summary>A few elements of a real tensor that nothing is to be remembered of: copied here, without an op.</summary>
    private static Tensor Read(Tensor x, AxisRange[] ranges, Shape shape)
    {
        Tensor y = Tensor.Uninitialized(new(shape, x.DType));
        int size = x.DType.Size();
        long moved = 0;
        Walk(x.Buffer, y.Buffer, ref moved, x.Shape, ranges, size, 0, 0, write: false);
        return y;
    }

    internal static void Set(Tensor x, Slice?[] slices, Tensor value)
    {
        Buffer memory = x.BeginWrite();
        Slice[] entries = Expand(x, slices);
        int size = x.DType.Size();
        if (!HasLists(entries))
        {
            AxisRange[] ranges = Ranges(entries, advanced: false);
            Tensor block = Values(x, value, Selected(entries, ranges, x.Shape));
            long moved = 0;
            Walk(memory, block.Buffer, ref moved, x.Shape, ranges, size, 0, 0, write: true);
            return;
        }

        Tensor places = Get(Ops.Arange(x.Size).View(x.Shape), slices);
        Tensor values = Values(x, value, places.Shape);
        ReadOnlySpan<int> index = places.Data<int>();
        for (int i = 0; i < index.Length; i++)
        {
            memory.Write(values.Buffer, (long)i * size, size, (long)index[i] * size);
        }

        GC.KeepAlive(places);
    }

    private static Tensor Values(Tensor x, Tensor value, Shape selected)
        => ShapeRules.Broadcast(Guard.NotNull(value, "Tensor").Shape, selected) == selected
            ? Ops.BroadcastTo(Promotion.To(value, x.DType, "Tensor"), selected)
            : throw new ShapeException($"Tensor: a value must broadcast to the selected elements. Received shapes: {value.Shape}, selected {selected}.");

    /// <summary>The shape of what the entries select; none of them is a list.</summary>
    private static Shape Selected(Slice[] entries, AxisRange[] ranges, Shape shape)
    {
        int rank = 0;
        foreach (Slice entry in entries)
        {
            rank += entry.Span is { IsIndex: true } ? 0 : 1;
        }

        int?[] dims = rank == 0 ? [] : new int?[rank];
        int place = 0;
        int axis = 0;
        foreach (Slice entry in entries)
        {
            if (entry == Slice.NewAxis)
            {
                dims[place++] = 1;
                continue;
            }

            int length = ranges[axis].Resolve(axis, shape[axis]).Length;
            axis++;
            if (entry.Span is { IsIndex: false })
            {
                dims[place++] = length;
            }
        }

        return Shape.Own(dims);
    }

    /// <summary>Copies a block of a tensor to or from its elements in order: rows of the last axis, wherever they begin.</summary>
    /// <param name="whole">The tensor's memory.</param>
    /// <param name="block">The block's memory.</param>
    /// <param name="moved">Bytes of the block that are done.</param>
    /// <param name="shape">The tensor's shape.</param>
    /// <param name="ranges">What the block takes of each axis.</param>
    /// <param name="size">Bytes of an element.</param>
    /// <param name="axis">The axis that is walked.</param>
    /// <param name="offset">Which element of the axes before it.</param>
    /// <param name="write">From the block into the tensor; else the other way.</param>
    private static void Walk(Buffer whole, Buffer block, ref long moved, Shape shape, AxisRange[] ranges, int size, int axis, long offset, bool write)
    {
        if (axis == ranges.Length)
        {
            Move(whole, block, ref moved, offset * size, size, write);
            return;
        }

        (int start, int length) = ranges[axis].Resolve(axis, shape[axis]);
        int step = ranges[axis].Step;
        offset = (offset * shape[axis]) + start;
        if (axis == ranges.Length - 1 && step == 1)
        {
            Move(whole, block, ref moved, offset * size, (long)length * size, write);
            return;
        }

        for (int i = 0; i < length; i++)
        {
            Walk(whole, block, ref moved, shape, ranges, size, axis + 1, offset + ((long)i * step), write);
        }
    }

    private static void Move(Buffer whole, Buffer block, ref long moved, long at, long bytes, bool write)
    {
        if (write)
        {
            whole.Write(block, moved, bytes, at);
        }
        else
        {
            block.Write(whole, at, bytes, moved);
        }

        moved += bytes;
    }

    private static bool HasLists(Slice[] entries)
    {
        foreach (Slice entry in entries)
        {
            if (entry.Indices is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A range of each axis; beside a list, a single index belongs to the lists and its axis stays whole.</summary>
    private static AxisRange[] Ranges(Slice[] entries, bool advanced)
    {
        int rank = 0;
        foreach (Slice entry in entries)
        {
            rank += entry.Axes;
        }

        AxisRange[] ranges = new AxisRange[rank];
        int axis = 0;
        foreach (Slice entry in entries)
        {
            ranges.AsSpan(axis, entry.Axes).Fill(entry.Span is { } span && !(advanced && span.IsIndex) ? span : AxisRange.All);
            axis += entry.Axes;
        }

        return ranges;
    }

    /// <summary>The entries with the ellipsis written out, so that they take up every axis.</summary>
    private static Slice[] Expand(Tensor x, Slice?[] slices)
    {
        Guard.NotNull(slices, "Tensor", "the list of indices");
        int missing = x.Rank;
        int ellipses = 0;
        int at = slices.Length;
        for (int i = 0; i < slices.Length; i++)
        {
            missing -= (slices[i] ?? Slice.NewAxis).Axes;
            if (slices[i] == Slice.Ellipsis)
            {
                at = i;
                ellipses++;
            }
        }

        if (missing < 0 || ellipses > 1)
        {
            throw new ShapeException(ellipses > 1
                ? "Tensor: there must be at most one ellipsis between the brackets. Received: several."
                : $"Tensor: there must be at most as many indices as axes. Received: {x.Rank - missing} for shape {x.Shape}.");
        }

        Slice[] entries = new Slice[slices.Length - ellipses + missing];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = i < at ? slices[i] ?? Slice.NewAxis : i < at + missing ? Slice.All : slices[i - missing + ellipses] ?? Slice.NewAxis;
        }

        return entries;
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
        int length = Lengths.Product("Tensor", Array.ConvertAll(axes, a => x.Shape[a]));
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

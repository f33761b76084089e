using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>A tensor of zeros with values added at indices.</summary>
    /// <param name="indices">(..., k), integers: each row indexes the first k axes of the result.</param>
    /// <param name="values">(..., rest): a number or slice for each row; those of equal indices add up.</param>
    /// <param name="shape">Shape of the result.</param>
    /// <returns>That shape, the dtype of <paramref name="values"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is negative or lies outside the result.</exception>
    /// <seealso href="https://keras.io/api/ops/core/#scatter-function"/>
    public static Tensor Scatter(Tensor indices, Tensor values, Shape shape)
        => ScatterRows("Scatter", Zeros(shape, Guard.NotNull(values).DType), indices, values, ScatterKind.Add);

    /// <summary>A tensor with other values at indices.</summary>
    /// <param name="inputs">Any tensor.</param>
    /// <param name="indices">(..., k), integers: each row indexes the first k axes of the inputs.</param>
    /// <param name="updates">(..., rest): a number or slice for each row.</param>
    /// <param name="reduction">How a value joins what is there: <c>"add"</c>, <c>"max"</c>, <c>"min"</c>, <c>"mul"</c>; null replaces it.</param>
    /// <returns>Shape and dtype of <paramref name="inputs"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is negative or lies outside the inputs.</exception>
    /// <seealso href="https://keras.io/api/ops/core/#scatter_update-function"/>
    public static Tensor ScatterUpdate(Tensor inputs, Tensor indices, Tensor updates, string? reduction = null)
        => ScatterRows("ScatterUpdate", inputs, indices, updates, reduction switch
        {
            null => ScatterKind.Set,
            "add" => ScatterKind.Add,
            "max" => ScatterKind.Max,
            "min" => ScatterKind.Min,
            "mul" => ScatterKind.Multiply,
            _ => throw new KerasArgumentException($"ScatterUpdate: reduction must be null, 'add', 'max', 'min' or 'mul'. Received: '{reduction}'."),
        });

    /// <summary>A block of a tensor.</summary>
    /// <param name="inputs">Any tensor.</param>
    /// <param name="startIndices">(rank), integers: where the block begins.</param>
    /// <param name="shape">Shape of the block; -1 for up to the end, if the start is known.</param>
    /// <returns>That shape, the dtype of <paramref name="inputs"/>.</returns>
    /// <exception cref="ShapeException">The block does not lie within the tensor.</exception>
    /// <seealso href="https://keras.io/api/ops/core/#slice-function"/>
    public static Tensor Slice(Tensor inputs, Tensor startIndices, Shape shape)
    {
        if (Guard.NotNull(startIndices).Shape != Shape.Of(Guard.NotNull(inputs).Rank) || shape.Rank != inputs.Rank)
        {
            throw new ShapeException($"Slice: there must be a start and a length for each of {inputs.Rank} axes. Received shapes: {startIndices.Shape}, {shape}.");
        }

        if (startIndices.IsConcrete)
        {
            int[] start = BlockStart("Slice", inputs.Shape, startIndices, shape);
            int?[] length = [.. shape.Select((d, i) => d ?? inputs.Shape.At(i) - start[i])];
            return Strided(inputs, start, [.. start.Select(_ => 1)], length);
        }

        Tensor y = inputs;
        for (int i = 0; i < inputs.Rank; i++)
        {
            y = Take(y, Add(Arange(shape[i]), StartOf("Slice", inputs.Shape, startIndices, i, shape[i])), i);
        }

        return y;
    }

    // The start of a block that is known, whose block lies within the tensor.
    private static int[] BlockStart(string op, Shape x, Tensor startIndices, Shape block)
    {
        startIndices = IndexChecks.Whole(op, "starts", startIndices);
        double[] start = [.. Enumerable.Range(0, x.Rank).Select(startIndices.ReadDouble)];
        return start.Select((s, i) => s >= 0 && s + (block.At(i) ?? 0) <= (x.At(i) ?? int.MaxValue)).All(static fits => fits)
            ? System.Array.ConvertAll(start, static s => (int)s)
            : throw new ShapeException($"{op}: the block must lie within {x}. Received: start ({string.Join(", ", start)}), shape {block}.");
    }

    // The start along one axis; one that is not known before the step runs is checked then.
    private static Tensor StartOf(string op, Shape x, Tensor startIndices, int axis, int length)
    {
        Tensor start = Reshape(Cast(IndexChecks.Whole(op, "starts", SliceAxis(startIndices, 0, axis, axis + 1)), DType.Int32), Shape.Scalar);
        int room = (x.At(axis) ?? int.MaxValue - 1) - length + 1;
        return room < 1 ? throw new ShapeException($"{op}: the block must lie within {x}. Received: {length} elements of axis {axis}.")
            : startIndices.IsConcrete ? start
            : IndexChecks.Below(start, room, new(op, $"the start along axis {axis}", FromEnd: false));
    }

    /// <summary>A tensor with another block in it.</summary>
    /// <param name="inputs">Any tensor.</param>
    /// <param name="startIndices">(rank), integers: where the block begins.</param>
    /// <param name="updates">The block, of the same rank.</param>
    /// <returns>Shape and dtype of <paramref name="inputs"/>.</returns>
    /// <exception cref="ShapeException">The block does not lie within the tensor.</exception>
    /// <exception cref="ArgumentOutOfRangeException">In a compiled step: the block does not lie within the tensor.</exception>
    /// <seealso href="https://keras.io/api/ops/core/#slice_update-function"/>
    public static Tensor SliceUpdate(Tensor inputs, Tensor startIndices, Tensor updates)
    {
        Guard.NotNull(updates);
        if (Guard.NotNull(startIndices).Shape != Shape.Of(Guard.NotNull(inputs).Rank) || updates.Rank != inputs.Rank)
        {
            throw new ShapeException($"SliceUpdate: there must be a start for each axis, and updates of the same rank. Received shapes: {inputs.Shape}, {startIndices.Shape}, {updates.Shape}.");
        }

        if (startIndices.IsConcrete)
        {
            BlockStart("SliceUpdate", inputs.Shape, startIndices, updates.Shape);
        }

        Tensor index = Zeros(updates.Shape, DType.Int32);
        for (int i = 0; i < inputs.Rank; i++)
        {
            int[] line = [.. Enumerable.Repeat(1, inputs.Rank)];
            line[i] = updates.Shape[i];
            Tensor place = Add(Arange(line[i]), StartOf("SliceUpdate", inputs.Shape, startIndices, i, line[i]));
            index = Add(Multiply(index, inputs.Shape[i]), Reshape(place, line));
        }

        return Reshape(ScatterInto(Ravel(inputs), Reshape(index, (-1, 1)), Ravel(updates), ScatterKind.Set), inputs.Shape);
    }

    private static Tensor ScatterRows(string op, Tensor x, Tensor indices, Tensor values, ScatterKind kind)
    {
        Guard.NotNull(x, op, "inputs");
        Guard.NotNull(values, op, "updates");
        int k = Guard.NotNull(indices, op).Rank == 0 ? 0 : indices.Shape.At(^1) ?? 0;
        if (k == 0 || k > x.Rank)
        {
            throw new ShapeException($"{op}: the last axis of the indices must have from 1 to {x.Rank} elements for a tensor of shape {x.Shape}. Received shape: {indices.Shape}.");
        }

        Tensor rows = Reshape(Indices(op, indices, null), (-1, k));
        values = Reshape(values, Shape.Of(-1).Concat(x.Shape[k..]));
        return ScatterInto(x, rows, values, kind, new(op, FromEnd: false));
    }
}

using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    private static readonly IndexRule s_take = new("Take");
    private static readonly IndexRule s_takeAlongAxis = new("TakeAlongAxis");

    /// <summary>Slices of a tensor along an axis, chosen by index.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="indices">Integers; negative ones count from the end.</param>
    /// <param name="axis">The axis; null takes from the flattened tensor.</param>
    /// <returns>The shape of <paramref name="x"/> with the axis replaced by the shape of <paramref name="indices"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside the axis.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#take-function"/>
    public static Tensor Take(Tensor x, Tensor indices, int? axis = null)
    {
        if (axis is not { } a)
        {
            return Take(Reshape(x, -1), indices, 0);
        }

        a = Axis.One("Take", a, x);
        return Look(x, Indices("Take", indices, x.Shape.At(a)), a, s_take);
    }

    /// <summary>Slices chosen by int32 or int64 indices, none negative; the rule says who took one that lies outside.</summary>
    internal static Tensor Look(Tensor x, Tensor indices, int axis, IndexRule rule) => Op.Apply(new GatherOp(axis, rule), x, indices);

    /// <summary>Elements of a tensor along an axis, chosen one by one.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="indices">Integers of the same rank; negative ones count from the end.</param>
    /// <param name="axis">The axis; null takes from the flattened tensor.</param>
    /// <returns>The shape of <paramref name="indices"/>, the dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#take_along_axis-function"/>
    public static Tensor TakeAlongAxis(Tensor x, Tensor indices, int? axis = null)
        => axis is { } a ? TakeAlongAxis(x, indices, a, s_takeAlongAxis) : TakeAlongAxis(Reshape(x, -1), Reshape(indices, -1), 0, s_takeAlongAxis);

    private static Tensor TakeAlongAxis(Tensor x, Tensor indices, int a, IndexRule rule)
    {
        a = Axis.One("TakeAlongAxis", a, x);
        if (x.Rank != Guard.NotNull(indices).Rank)
        {
            throw new ShapeException($"TakeAlongAxis: x and indices must have the same rank. Received shapes: {x.Shape}, {indices.Shape}.");
        }

        Tensor index = Indices("TakeAlongAxis", indices, x.Shape.At(a));
        Shape common = ShapeRules.Broadcast(x.Shape.With(a, 1), indices.Shape.With(a, 1))
            ?? throw new ShapeException($"TakeAlongAxis: x and indices must broadcast in every axis but {a}. Received shapes: {x.Shape}, {indices.Shape}.");
        return Op.Apply(new GatherElementsOp(a, rule), BroadcastTo(x, common.With(a, x.Shape.At(a))), BroadcastTo(index, common.With(a, indices.Shape.At(a))));
    }

    /// <summary>Integers, none negative. Only an int32 tensor of a compiled step pays for the check of its sign.</summary>
    internal static Tensor Indices(string op, Tensor indices, int? length)
    {
        if (Guard.NotNull(indices, op).DType.IsFloating())
        {
            throw new KerasArgumentException($"{op}: indices must be integers. Received dtype: {indices.DType.Name()}.");
        }

        DType given = indices.DType;
        indices = IndexChecks.Whole(op, "indices", indices);
        return length is { } n && given is (DType.Int32 or DType.Int64 or DType.Int8 or DType.Int16)
            ? Where(Less(indices, 0), Add(indices, n), indices)
            : indices;
    }

    private sealed class GatherOp(int axis, IndexRule rule) : Op
    {
        internal override string Name => "Take";

        internal override TensorSpec Infer(TensorSpec[] x)
            => x[0] with { Shape = x[0].Shape[..axis].Concat(x[1].Shape).Concat(x[0].Shape[(axis + 1)..]) };

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new Gather(axis, rule);

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
        {
            // The looked-up axis goes to the front: one slice a look-up.
            int count = x[1].Size;
            int[] front = [.. Enumerable.Range(axis, x[1].Rank), .. Enumerable.Range(0, axis), .. Enumerable.Range(axis + x[1].Rank, x[0].Rank - axis - 1)];
            Tensor values = Reshape(Transpose(dy, front), Shape.Of(count).Concat(x[0].Shape[..axis]).Concat(x[0].Shape[(axis + 1)..]));
            Shape rows = Shape.Of(x[0].Shape.At(axis)).Concat(values.Shape[1..]);
            IndexedSlices slices = new(values, Reshape(x[1], count), new(rows, dy.DType));
            return [axis == 0 ? slices : Moveaxis(slices.ToDense(), 0, axis), null];
        }
    }

    private sealed class GatherElementsOp(int axis, IndexRule rule) : Op
    {
        internal override string Name => "TakeAlongAxis";

        internal override TensorSpec Infer(TensorSpec[] x) => x[0] with { Shape = x[1].Shape };

        internal override Primitive Lower(TensorSpec[] x, TensorSpec y) => new GatherElements(axis, rule);

        internal override Tensor?[] Backward(Tensor dy, Tensor y, Tensor[] x)
        {
            // Every element's full index, then one scatter-add.
            int rank = x[0].Rank;
            Tensor[] coordinates = new Tensor[rank];
            for (int i = 0; i < rank; i++)
            {
                coordinates[i] = i == axis
                    ? Cast(x[1], DType.Int32)
                    : BroadcastTo(Reshape(Arange(x[1].Shape[i]), Shape.Of(Enumerable.Range(0, rank).Select(k => k == i ? x[1].Shape[i] : 1))), x[1].Shape);
            }

            Tensor index = Reshape(Stack(coordinates, -1), (-1, rank));
            return [ScatterInto(ZerosLike(x[0]), index, Reshape(dy, -1), ScatterKind.Add), null];
        }
    }
}

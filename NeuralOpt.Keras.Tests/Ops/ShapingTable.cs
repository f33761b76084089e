namespace NeuralOpt.Keras.Tests;

/// <summary>Ops that move elements and change shapes.</summary>
internal static class ShapingTable
{
    internal static readonly OpRow[] Rows =
    [
        Of("Split", static x => Ops.Split(x, 2, 1)[1]),
        Of("Split at places", static x => Ops.Split(x, [1, -1], 2)[1]),
        Of("ArraySplit", static x => Ops.ArraySplit(x, 3, 2)[0]),
        Of("Unstack", static x => Ops.Unstack(x, axis: 1)[2]),
        Of("Tile", static x => Ops.Tile(x, (2, 1, 3)), open: false),
        Of("Tile of new axes", static x => Ops.Tile(x, (2, 1, 1, 2)), open: false),
        Of("Repeat", static x => Ops.Repeat(x, 3, 1)),
        Of("Repeat each", static x => Ops.Repeat(x, (int[])[1, 0, 2, 1], 1)),
        Of("Repeat flat", static x => Ops.Repeat(x, 2), open: false),
        Of("Roll", static x => Ops.Roll(x, (1, -2), (1, 2))),
        Of("Roll flat", static x => Ops.Roll(x, 7), open: false),
        Of("Rot90", static x => Ops.Rot90(x, 1, (1, 2))),
        Of("Rot90 back", static x => Ops.Rot90(x, -1, (1, 2))),
        Of("Rot90 half", static x => Ops.Rot90(x, 2, (1, 2))),
        Of("Pad", static x => Ops.Pad(x, [(0, 1), (2, 0), (1, 1)], constantValues: 3)),
        Of("Pad reflect", static x => Ops.Pad(x, [(0, 0), (2, 3), (1, 0)], "reflect")),
        Of("Pad symmetric", static x => Ops.Pad(x, [(0, 0), (2, 4), (1, 0)], "symmetric")),
        Of("Ravel", static x => Ops.Ravel(x), open: false),
        Of("Append", static x => Ops.Append(x, x * 2, 1)),
        Of("Hstack", static x => Ops.Hstack([x, x * 2])),
        Of("Vstack", static x => Ops.Vstack([x, x * 2])),
        Of("Dstack", static x => Ops.Dstack([x[.., 0], x[.., 1]])),
        Of("Rearrange", static x => Ops.Rearrange(x, "a (b c) d -> a d c b", ("b", 2))),
        Of("Diagonal", static x => Ops.Diagonal(x, 1, 1, 2)),
        Of("Diagonal below", static x => Ops.Diagonal(x, -2, 2, 1)),
        Of("Tril", static x => Ops.Tril(x, -1)),
        Of("Triu", static x => Ops.Triu(x, 2)),
        new("Diag", static x => Ops.Diag(x[0], -2), [4], Symbolic: false),
        new("Diagflat", static x => Ops.Diagflat(x[0], 1), [(2, 2)], Symbolic: false),
        Of("BroadcastTo", static x => Ops.BroadcastTo(x, (2, 3, 4, 5)), open: false),
        Of("Stack", static x => Ops.Stack([x, x * 2], 1)),
        Of("Moveaxis", static x => Ops.Moveaxis(x, 1, -1)),
        Of("Fliplr", static x => Ops.Fliplr(x)),
        Of("Flipud", static x => Ops.Flipud(x)),
        Of("Transpose", static x => Ops.Transpose(x, (2, 0, 1))),
    ];

    private static OpRow Of(string name, Func<Tensor, Tensor> op, bool gradient = true, bool open = true)
        => OpRow.OfCube(name, op, gradient, open);
}

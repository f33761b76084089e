namespace NeuralOpt.Keras.Tests;

/// <summary>Ops that make tensors out of a few numbers.</summary>
internal static class CreationTable
{
    internal static readonly OpRow[] Rows =
    [
        new("Linspace", static x => Ops.Linspace(x[0], x[1], 4, axis: 1), [(2, 3), (2, 3)], Symbolic: false),
        new("Logspace", static x => Ops.Logspace(x[0], x[1], 4, @base: 2), [(2, 3), (2, 3)], Symbolic: false),
        new("Geomspace", static x => Ops.Geomspace(x[0], x[1], 4, axis: -1), [(2, 3), (2, 3)], 0.5, 2, Symbolic: false),
        new("Meshgrid", static x => Ops.Meshgrid(x[0], x[1])[1], [3, 4], Symbolic: false),
        new("Vander", static x => Ops.Vander(x[0], 4), [3]),
    ];
}

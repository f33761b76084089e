namespace NeuralOpt.Keras.Parity;

/// <summary>How many terms the sums of a computation have, as its shapes tell.</summary>
/// <param name="convolves">Whether a convolution is among them.</param>
/// <param name="inputs">Everything that goes in, weights too.</param>
/// <param name="outputs">Everything that comes out.</param>
internal sealed class Terms(bool convolves, IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> outputs)
{
    // Rows of a kernel: a weight or second operand of two axes or more is summed over all of them but the last.
    private readonly double _rows = inputs.Skip(1).Where(static t => t.Rank >= 2 && t.Size > 0).Select(static t => (double)t.Size / t.Shape[^1]).DefaultIfEmpty(1).Max();
    private readonly double _in = inputs.Select(static t => (double)t.Size).DefaultIfEmpty(1).Max();
    private readonly double _out = outputs.Select(static t => (double)t.Size).DefaultIfEmpty(1).Max();

    /// <summary>Elements reduced to one of the output, or the rows of a kernel.</summary>
    internal Tolerance OfOutput(Tensor output) => Sum(Math.Max(_in / Math.Max(1, output.Size), Math.Min(_rows, _in)));

    /// <summary>Elements of the output to which one element of the source went, each a sum itself.</summary>
    internal Tolerance OfGradient(Tensor source) => Sum(Math.Max(Math.Max(_rows, _in / Math.Max(1, _out)), Math.Max(_in, _out) / Math.Max(1, source.Size)));

    private Tolerance Sum(double terms) => convolves ? Tolerance.Convolution(terms) : Tolerance.Sum(terms);
}

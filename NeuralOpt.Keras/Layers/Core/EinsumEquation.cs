namespace NeuralOpt.Keras.Layers;

/// <summary>The letters of an equation such as <c>"...ab,bc-&gt;...ac"</c>: which axes input, kernel and output have.</summary>
internal sealed class EinsumEquation
{
    private readonly string _input;
    private readonly string _output;
    private readonly bool _ellipsisFirst;
    private readonly bool _ellipsisLast;

    private EinsumEquation(string input, string kernel, string output)
    {
        _ellipsisFirst = input.StartsWith("...", StringComparison.Ordinal);
        _ellipsisLast = input.EndsWith("...", StringComparison.Ordinal) && !_ellipsisFirst;
        _input = input.Replace("...", "", StringComparison.Ordinal);
        _output = output.Replace("...", "", StringComparison.Ordinal);
        Kernel = kernel;
    }

    /// <summary>The kernel's axes.</summary>
    internal string Kernel { get; }

    internal static EinsumEquation Parse(string equation)
    {
        string[] sides = Guard.NotNull(equation, "EinsumDense").Replace(" ", "", StringComparison.Ordinal).Split("->");
        return sides is [var left, var output] && left.Split(',') is [var input, var kernel] && kernel.Length > 0 && kernel.All(char.IsAsciiLetter)
            ? new(input, kernel, output)
            : throw new KerasArgumentException($"EinsumDense: equation must read 'input,kernel->output' in letters. Received: '{equation}'.");
    }

    /// <summary>Length of each letter's axis, from the input's shape and that of the output.</summary>
    internal Dictionary<char, int?> Lengths(Shape input, Shape output)
    {
        Dictionary<char, int?> lengths = [];
        int skip = input.Rank - _input.Length;
        if (skip < 0 || (skip > 0 && !_ellipsisFirst && !_ellipsisLast))
        {
            throw new ShapeException($"the input must have {_input.Length} axes, as the equation says. Received shape: {input}.");
        }

        for (int i = 0; i < _input.Length; i++)
        {
            lengths[_input[i]] = input.At(_ellipsisFirst ? i + skip : i);
        }

        // The output's shape comes without the batch: its last axes are those at the equation's end.
        for (int i = 1; i <= Math.Min(_output.Length, output.Rank); i++)
        {
            char c = _output[^i];
            if (output.At(^i) is { } n && lengths.GetValueOrDefault(c) is { } known && known != n)
            {
                throw new ShapeException($"axis '{c}' of the output must be {known}, as in the input. Received: {n}.");
            }

            lengths[c] = lengths.GetValueOrDefault(c) ?? output.At(^i);
        }

        return Kernel.FirstOrDefault(c => !lengths.ContainsKey(c)) is var missing and not '\0'
            ? throw new KerasArgumentException($"EinsumDense: axis '{missing}' of the kernel must be in the input or the output. Received: '{Kernel}'.")
            : lengths;
    }

    /// <summary>The bias as it is added: from its first axis on, with length 1 where it has none.</summary>
    internal Shape BiasShape(string axes, Dictionary<char, int?> lengths)
    {
        if (axes.FirstOrDefault(c => !_output.Contains(c)) is var missing and not '\0')
        {
            throw new KerasArgumentException($"EinsumDense: biasAxes must be axes of the output, '{_output}'. Received: '{missing}'.");
        }

        int first = axes.Min(c => _output.IndexOf(c));
        return _output[first..].Select(c => axes.Contains(c) ? lengths[c] : 1).ToArray();
    }
}

using System.Collections;

namespace NeuralOpt.Keras;

/// <summary>Loss and metrics as <c>Evaluate</c> returns them: by place (the loss first), by name, or taken apart.</summary>
/// <example><code>var (loss, accuracy) = model.Evaluate(xTest, yTest);</code></example>
public sealed class Evaluation : IReadOnlyList<double>, IFormattable
{
    private readonly double[] _values;

    internal Evaluation(IReadOnlyList<string> names, Callbacks.Logs logs)
        => (Names, _values, Arrays) = (names, [.. names.Select(n => logs[n])], logs.Arrays);

    /// <summary>The names, the loss first: Keras's <c>metrics_names</c>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The metrics that have several values, such as <c>F1Score</c> with one a class: all of them; by place and by name there is their mean.</summary>
    public IReadOnlyDictionary<string, Tensor> Arrays { get; }

    /// <summary>Number of values.</summary>
    public int Count => _values.Length;

    /// <summary>A value by its place.</summary>
    /// <param name="index">0 is the loss.</param>
    /// <exception cref="ArgumentException">There are not so many.</exception>
    public double this[int index] => index >= 0 && index < Count
        ? _values[index]
        : throw new KerasArgumentOutOfRangeException($"Evaluation: the place must be between 0 and {Count - 1}. Received: {index}.");

    /// <summary>A value by its name.</summary>
    /// <param name="name">Such as <c>"loss"</c> or <c>"accuracy"</c>.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those that exist.</exception>
    public double this[string name]
    {
        get
        {
            int i = Names.ToList().IndexOf(name == "acc" && !Names.Contains(name) ? "accuracy" : name);
            return i >= 0 ? _values[i] : throw new KerasKeyNotFoundException(Spelling.Unknown("Evaluation", "the name", name, [.. Names], quote: ""));
        }
    }

    /// <summary>Loss and first metric.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="metric">The first metric.</param>
    public void Deconstruct(out double loss, out double metric) => (loss, metric) = (_values[0], At(1));

    /// <summary>Loss and first two metrics.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="first">The first metric.</param>
    /// <param name="second">The second metric.</param>
    public void Deconstruct(out double loss, out double first, out double second) => (loss, first, second) = (_values[0], At(1), At(2));

    private double At(int place)
        => place < _values.Length ? _values[place] : throw new KerasInvalidOperationException(
            $"Evaluation: there must be {place + 1} values to take apart; give Compile as many metrics. Received: {string.Join(", ", Names)}.");

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => ToString(null);

    /// <summary>The values with their names, in a format of .NET's: <c>$"{result:F4}"</c>.</summary>
    /// <param name="format">Such as <c>F4</c>; null for all digits.</param>
    /// <param name="formatProvider">Has no say: there is a decimal point whatever the culture.</param>
    /// <exception cref="FormatException">Numbers have no such format.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider = null)
        => string.Join(", ", Names.Zip(_values, (n, v) => $"{n}: {NumberText.Of(v, format)}"));

    /// <summary>The loss of a model without metrics.</summary>
    /// <param name="evaluation">An evaluation of one value.</param>
    /// <exception cref="InvalidOperationException">There are metrics as well, so that one number does not say it.</exception>
    public static explicit operator double(Evaluation evaluation)
        => Guard.NotNull(evaluation, "Evaluation")._values is [var loss]
            ? loss
            : throw new KerasInvalidOperationException(
                $"Evaluation: one number must be the only value; take one by name, as in evaluation[\"loss\"]. Received: {string.Join(", ", evaluation.Names)}.");
}

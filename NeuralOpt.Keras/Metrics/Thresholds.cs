using System.Collections;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Metrics;

/// <summary>One threshold or several, each from 0 to 1; converts from <c>0.5</c> and <c>[0.2, 0.5, 0.8]</c>.</summary>
[CollectionBuilder(typeof(Thresholds), nameof(Create))]
public sealed class Thresholds : IEnumerable<double>, IConfigValue
{
    private readonly double[] _values;
    private readonly bool _single;

    private Thresholds(double[] values, bool single)
    {
        foreach (double value in values)
        {
            Guard.Fraction(value, nameof(Thresholds), "every threshold");
        }

        _values = values;
        _single = single;
    }

    object? IConfigValue.ConfigValue => _single ? _values[0] : _values;

    /// <summary>Several thresholds; collection expressions call it.</summary>
    /// <param name="values">Each from 0 to 1.</param>
    public static Thresholds Create(ReadOnlySpan<double> values) => new(values.ToArray(), single: false);

    /// <summary>One threshold.</summary>
    /// <param name="value">From 0 to 1.</param>
    public static implicit operator Thresholds(double value) => new([value], single: true);

    /// <summary>Several thresholds.</summary>
    /// <param name="values">Each from 0 to 1.</param>
    public static implicit operator Thresholds(double[] values) => new([.. Guard.NotNull(values, nameof(Thresholds))], single: false);

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

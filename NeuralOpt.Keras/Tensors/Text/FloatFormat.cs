namespace NeuralOpt.Keras;

/// <summary>One format for all floating-point numbers of a tensor, so that their points stand in a column; NumPy's <c>FloatingFormat</c>.</summary>
internal sealed class FloatFormat
{
    private const int Precision = 8;

    private readonly DType _dtype;
    private readonly bool _scientific;
    private readonly int _left;
    private readonly int _right;
    private readonly int _fraction;
    private readonly int _exponentDigits;

    internal FloatFormat(DType dtype, IReadOnlyList<double> values)
    {
        _dtype = dtype;
        double[] finite = [.. values.Where(double.IsFinite)];
        _scientific = IsScientific(finite);
        if (_scientific)
        {
            string[] texts = [.. finite.Select(v => Scientific(v).Scientific())];
            _exponentDigits = texts.Max(t => t.Length - t.IndexOf('e', StringComparison.Ordinal) - 2);
            _fraction = texts.Max(t => t.IndexOf('e', StringComparison.Ordinal) - t.IndexOf('.', StringComparison.Ordinal) - 1);
            _left = texts.Max(t => t.IndexOf('.', StringComparison.Ordinal));
            _right = _exponentDigits + 2 + _fraction;
        }
        else if (finite.Length > 0)
        {
            string[] texts = [.. finite.Select(v => Positional(v).Positional())];
            _left = texts.Max(t => t.IndexOf('.', StringComparison.Ordinal));
            _right = texts.Max(t => t.Length - t.IndexOf('.', StringComparison.Ordinal) - 1);
        }

        if (finite.Length < values.Count)
        {
            bool negative = values.Contains(double.NegativeInfinity);
            _left = Math.Max(_left, (negative ? 4 : 3) - (_right + 1));
        }
    }

    /// <summary>A number in the column.</summary>
    internal string Format(double value)
    {
        if (!double.IsFinite(value))
        {
            return NonFinite(value).PadLeft(_left + _right + 1);
        }

        string text = _scientific
            ? Decimals.RoundedScientific(value, _fraction).Scientific(_fraction, _exponentDigits)
            : Positional(value).Positional();
        int point = text.IndexOf('.', StringComparison.Ordinal);
        return text.PadLeft(text.Length + _left - point).PadRight(_left + 1 + _right);
    }

    /// <summary>A number that stands alone.</summary>
    internal static string Scalar(double value, DType dtype)
    {
        if (!double.IsFinite(value))
        {
            return NonFinite(value);
        }

        Decimals shortest = Decimals.Shortest(value, dtype);
        double size = Math.Abs(value);
        if (size != 0 && (size >= 1e16 || size < 1e-4))
        {
            return shortest.Scientific().Replace(".e", "e", StringComparison.Ordinal);
        }

        string text = shortest.Positional();
        return text.EndsWith('.') ? text + "0" : text;
    }

    private static string NonFinite(double value) => double.IsNaN(value) ? "nan" : value < 0 ? "-inf" : "inf";

    private bool IsScientific(double[] finite)
    {
        double[] sizes = [.. finite.Where(static v => v != 0).Select(Math.Abs)];
        if (sizes.Length == 0)
        {
            return false;
        }

        // Compared in the type of the elements, as NumPy does.
        (double max, double min) = (sizes.Max(), sizes.Min());
        return max >= 1e8 || min < InType(0.0001) || InType(max / min) > 1000;
    }

    private double InType(double value) => _dtype switch
    {
        DType.Float32 => (float)value,
        DType.Float16 => (double)(Half)value,
        _ => value,
    };

    private Decimals Positional(double value)
    {
        Decimals shortest = Decimals.Shortest(value, _dtype);
        return shortest.FractionLength <= Precision ? shortest : Decimals.Rounded(value, Precision);
    }

    private Decimals Scientific(double value)
    {
        Decimals shortest = Decimals.Shortest(value, _dtype);
        return shortest.Digits.Length <= Precision + 1 ? shortest : Decimals.RoundedScientific(value, Precision);
    }
}

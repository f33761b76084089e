using System.Globalization;
using System.Text;

namespace NeuralOpt.Keras.Training;

/// <summary>Numbers and times as the lines of the progress bar show them.</summary>
internal static class ProgressText
{
    /// <summary>A metric: four decimals, or an exponent where these would show nothing.</summary>
    /// <param name="text">Where it goes.</param>
    /// <param name="value">Any value.</param>
    /// <param name="signed">False is Keras's rule for verbose 2, which shows every negative value with an exponent.</param>
    internal static StringBuilder AppendValue(this StringBuilder text, double value, bool signed = true)
    {
        double size = signed ? Math.Abs(value) : value;
        if (!double.IsFinite(value))
        {
            return text.Append(double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf");
        }

        if (size > 1e-3)
        {
            return text.Append(CultureInfo.InvariantCulture, $"{value:F4}");
        }

        // Python's exponent has at least two digits, .NET's E format three.
        string exponent = value.ToString("E4", CultureInfo.InvariantCulture);
        int split = exponent.IndexOf('E');
        text.Append(exponent.AsSpan(0, split)).Append('e').Append(exponent[split + 1]);
        return text.Append(exponent[split + 2] == '0' ? exponent.AsSpan(split + 3) : exponent.AsSpan(split + 2));
    }

    /// <summary>The time of a step, <c>12ms/step</c>.</summary>
    internal static StringBuilder AppendStepTime(this StringBuilder text, double seconds, string unit)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        text = seconds is >= 1 or 0 ? text.Append(culture, $"{seconds:F0}s")
            : seconds >= 1e-3 ? text.Append(culture, $"{seconds * 1e3:F0}ms")
            : text.Append(culture, $"{seconds * 1e6:F0}us");
        return text.Append('/').Append(unit);
    }

    /// <summary>The estimate of the time left: <c>45s</c>, <c>2:05</c>, <c>1:02:05</c>.</summary>
    internal static StringBuilder AppendTimeLeft(this StringBuilder text, double seconds)
    {
        long whole = (long)Math.Min(seconds, 1e15);
        return seconds > 3600 ? text.Append($"{whole / 3600}:{whole % 3600 / 60:00}:{whole % 60:00}")
            : seconds > 60 ? text.Append($"{whole / 60}:{whole % 60:00}")
            : text.Append($"{whole}s");
    }

    /// <summary>Whole seconds elapsed.</summary>
    internal static StringBuilder AppendElapsed(this StringBuilder text, double seconds) =>
        text.Append(CultureInfo.InvariantCulture, $"{seconds:F0}s");

    /// <summary>How far: <c> 12/469</c>, or <c>     12/Unknown</c> while the end is not known.</summary>
    internal static StringBuilder AppendCount(this StringBuilder text, long current, long? target)
    {
        string count = current.ToString(CultureInfo.InvariantCulture);
        return target is > 0
            ? text.Append(count.PadLeft(target.Value.ToString(CultureInfo.InvariantCulture).Length)).Append('/').Append(target.Value)
            : text.Append(count.PadLeft(7)).Append("/Unknown");
    }
}

using System.Globalization;

namespace NeuralOpt.Keras;

/// <summary>Numbers as Python prints them.</summary>
internal static class PythonNumber
{
    /// <summary>Python's <c>repr(float)</c>: the shortest digits that read back equal, <c>1.0</c>, <c>1e-07</c>, <c>1e+16</c>, <c>nan</c>, <c>inf</c>.</summary>
    internal static string Repr(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }

        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        (string mantissa, int shift) = Split(shortest);
        string sign = mantissa.StartsWith('-') ? "-" : "";
        mantissa = mantissa[sign.Length..];
        (string digits, int point) = Digits(mantissa, shift);
        int exponent = point - 1;
        if (exponent is < -4 or >= 16)
        {
            string rest = digits.Length > 1 ? "." + digits[1..] : "";
            return $"{sign}{digits[0]}{rest}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
        }

        return sign + (point <= 0 ? "0." + new string('0', -point) + digits
            : digits.Length <= point ? digits + new string('0', point - digits.Length) + ".0"
            : digits[..point] + "." + digits[point..]);
    }

    private static (string Mantissa, int Shift) Split(string text)
    {
        int e = text.IndexOf('E', StringComparison.Ordinal);
        return e < 0 ? (text, 0) : (text[..e], int.Parse(text[(e + 1)..], CultureInfo.InvariantCulture));
    }

    // The digits without leading and trailing zeros, and where among them the point stands.
    private static (string Digits, int Point) Digits(string mantissa, int shift)
    {
        int dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        int point = (dot < 0 ? mantissa.Length : dot) + shift;
        string all = mantissa.Replace(".", "", StringComparison.Ordinal);
        string trimmed = all.TrimStart('0');
        point -= all.Length - trimmed.Length;
        trimmed = trimmed.TrimEnd('0');
        return trimmed.Length == 0 ? ("0", 1) : (trimmed, point);
    }
}

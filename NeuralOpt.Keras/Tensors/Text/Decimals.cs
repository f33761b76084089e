using System.Globalization;
using System.Numerics;

namespace NeuralOpt.Keras;

/// <summary>The decimal digits of a finite number, <c>0.d1d2d3... * 10^Point</c>: the fewest that tell it apart, or rounded from its exact value.</summary>
internal readonly struct Decimals
{
    private Decimals(bool negative, string digits, int point)
    {
        Negative = negative;
        Digits = digits;
        Point = point;
    }

    internal bool Negative { get; }

    /// <summary>No zeros at either end; empty for 0.</summary>
    internal string Digits { get; }

    /// <summary>Number of digits before the decimal point; negative or 0 for zeros after it.</summary>
    internal int Point { get; }

    /// <summary>Power of ten of the first digit.</summary>
    internal int Exponent => Digits.Length == 0 ? 0 : Point - 1;

    /// <summary>Digits after the point, written in full.</summary>
    internal int FractionLength => Math.Max(0, Digits.Length - Point);

    /// <summary>The shortest digits from which the same number of its type is read again.</summary>
    internal static Decimals Shortest(double value, DType dtype) => Parse(dtype switch
    {
        DType.Float32 => ((float)value).ToString("R", CultureInfo.InvariantCulture),
        DType.Float16 => ((Half)value).ToString("R", CultureInfo.InvariantCulture),
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    });

    /// <summary>The exact value rounded to a power of ten, halves to the even digit.</summary>
    /// <param name="value">Finite.</param>
    /// <param name="places">Digits after the decimal point; negative for powers before it.</param>
    internal static Decimals Rounded(double value, int places)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        exponent = Math.Max(exponent, 1) - 1075;

        BigInteger numerator = mantissa * BigInteger.Pow(10, Math.Max(places, 0)) << Math.Max(exponent, 0);
        BigInteger denominator = BigInteger.Pow(10, Math.Max(-places, 0)) << Math.Max(-exponent, 0);
        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger rest);
        int half = (rest * 2).CompareTo(denominator);
        quotient += half > 0 || (half == 0 && !quotient.IsEven) ? 1 : 0;
        string digits = quotient.IsZero ? "" : quotient.ToString(CultureInfo.InvariantCulture);
        return new(bits < 0, digits.TrimEnd('0'), digits.Length - places);
    }

    /// <summary>Rounded to a number of digits after the first.</summary>
    internal static Decimals RoundedScientific(double value, int fraction)
        => value == 0 ? Rounded(value, 0) : Rounded(value, fraction - Shortest(value, DType.Float64).Exponent);

    /// <summary><c>-12.5</c>, with a point even if nothing follows it.</summary>
    internal string Positional()
    {
        string sign = Negative ? "-" : "";
        string whole = Digits.Length == 0 || Point <= 0 ? "0" : Digits[..Math.Min(Point, Digits.Length)].PadRight(Point, '0');
        string fraction = Digits.Length == 0 || FractionLength == 0 ? "" : Point >= 0 ? Digits[Point..] : new string('0', -Point) + Digits;
        return $"{sign}{whole}.{fraction}";
    }

    /// <summary><c>-1.25e-05</c>, with a point even if nothing follows it.</summary>
    /// <param name="fraction">Least number of digits after the point; zeros fill them.</param>
    /// <param name="exponentDigits">Least number of digits of the exponent.</param>
    internal string Scientific(int fraction = 0, int exponentDigits = 2)
    {
        string digits = Digits.Length == 0 ? "0" : Digits;
        string exponent = Math.Abs(Exponent).ToString(CultureInfo.InvariantCulture).PadLeft(exponentDigits, '0');
        return $"{(Negative ? "-" : "")}{digits[0]}.{digits[1..].PadRight(fraction, '0')}e{(Exponent < 0 ? '-' : '+')}{exponent}";
    }

    // "-1.25E-05", "120", "0.5"
    private static Decimals Parse(string text)
    {
        bool negative = text[0] == '-';
        string body = negative ? text[1..] : text;
        int e = body.IndexOf('E', StringComparison.Ordinal);
        int exponent = e < 0 ? 0 : int.Parse(body.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        body = e < 0 ? body : body[..e];
        int point = body.IndexOf('.', StringComparison.Ordinal);
        string digits = body.Replace(".", "", StringComparison.Ordinal);
        point = (point < 0 ? digits.Length : point) + exponent;
        string trimmed = digits.TrimStart('0');
        return new(negative, trimmed.TrimEnd('0'), trimmed.Length == 0 ? 0 : point - (digits.Length - trimmed.Length));
    }
}

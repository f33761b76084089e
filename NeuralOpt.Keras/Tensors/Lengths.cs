using System.Globalization;

namespace NeuralOpt.Keras;

/// <summary>Lengths that are computed from other lengths or from a caller's numbers: worked out in 64 bits, and refused where an axis cannot hold them.</summary>
internal static class Lengths
{
    /// <summary>A length, or a distance along an axis, that was worked out in 64 bits.</summary>
    /// <param name="place">Who computed it, for the sentence.</param>
    /// <param name="length">What came out; may be negative where elements are cut.</param>
    /// <exception cref="ShapeException">No axis can be that long.</exception>
    internal static int Of(string place, long length)
        => length is >= -int.MaxValue and <= int.MaxValue ? (int)length : throw TooLong(place, length.ToString(CultureInfo.InvariantCulture));

    /// <summary>The same where a length may be unknown.</summary>
    internal static int? Of(string place, long? length) => length is { } known ? Of(place, known) : null;

    /// <summary>The product of lengths; a length of 0 counts wherever it stands.</summary>
    /// <exception cref="ShapeException">No axis can be that long.</exception>
    internal static int Product(string place, params ReadOnlySpan<int> lengths)
    {
        long product = 1;
        bool fits = true;
        foreach (int length in lengths)
        {
            product *= length;
            if (product is > int.MaxValue or < -int.MaxValue)
            {
                (product, fits) = (1, false);
            }
        }

        return product == 0 ? 0
            : fits ? (int)product
            : throw TooLong(place, string.Join(" * ", lengths.ToArray()));
    }

    /// <summary>The product of lengths, unknown if one of them is.</summary>
    internal static int? Product(string place, IEnumerable<int?> lengths)
    {
        int?[] all = [.. lengths];
        return Array.TrueForAll(all, static n => n is not null) ? Product(place, Array.ConvertAll(all, static n => n!.Value)) : null;
    }

    /// <summary>A length, index or count that came as a number: whole, and of 32 bits.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    internal static int Whole(string place, string argument, double value)
        => value is >= int.MinValue and <= int.MaxValue && double.IsInteger(value)
            ? (int)value
            : throw new KerasArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"{place}: {argument} must be whole and at most {int.MaxValue}. Received: {value}."));

    private static ShapeException TooLong(string place, string received)
        => new($"{place}: an axis must be at most {int.MaxValue} long. Received: {received}.");
}

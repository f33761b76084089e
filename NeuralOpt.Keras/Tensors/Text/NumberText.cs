using System.Globalization;

namespace NeuralOpt.Keras;

/// <summary>A number in a format of .NET's, with a decimal point whatever the culture.</summary>
internal static class NumberText
{
    /// <exception cref="FormatException">Numbers of that type have no such format.</exception>
    internal static string Of<T>(T value, string? format)
        where T : IFormattable
    {
        try
        {
            return value.ToString(format, CultureInfo.InvariantCulture);
        }
        catch (FormatException e)
        {
            throw new KerasFormatException($"The format must be one of .NET's for such a number, such as F4. Received: '{format}' for {typeof(T).Name}.", e);
        }
    }
}

using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras;

/// <summary>An interpolated text that is put together only if a value is null, so that checks on hot paths cost no string.</summary>
[InterpolatedStringHandler]
internal ref struct PlaceOfNull
{
    private DefaultInterpolatedStringHandler _text;

    public PlaceOfNull(int literalLength, int formattedCount, object? value, out bool isNeeded)
    {
        isNeeded = value is null;
        _text = isNeeded ? new(literalLength, formattedCount) : default;
    }

    public void AppendLiteral(string text) => _text.AppendLiteral(text);

    public void AppendFormatted(string? text) => _text.AppendFormatted(text);

    internal string ToStringAndClear() => _text.ToStringAndClear();
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras;

/// <summary>Checks of constructor arguments: each gives the value back, or throws one sentence that names place and argument.</summary>
internal static class Guard
{
    /// <summary>What must not be null; place and argument are those of the caller unless they are given.</summary>
    internal static T NotNull<T>([NotNull] T? value, [CallerMemberName] string place = "", [CallerArgumentExpression(nameof(value))] string argument = "")
        where T : class
        => value ?? throw new KerasArgumentNullException($"{place}: {argument} must be given. Received: null.");

    /// <summary>The same with a place such as <c>$"Dense '{Name}'"</c>, which is put together only where it is needed: calls of layers come here.</summary>
    internal static T NotNull<T>(
        [NotNull] T? value,
        [InterpolatedStringHandlerArgument(nameof(value))] ref PlaceOfNull place,
        [CallerArgumentExpression(nameof(value))] string argument = "")
        where T : class
        => value ?? NotNull(value, place.ToStringAndClear(), argument);

    /// <summary>A list that must not be null, nor have a null in it.</summary>
    internal static IReadOnlyList<T> NoNulls<T>([NotNull] IReadOnlyList<T>? values, [CallerMemberName] string place = "", [CallerArgumentExpression(nameof(values))] string argument = "")
        where T : class
    {
        for (int i = 0; i < NotNull(values, place, argument).Count; i++)
        {
            if (values[i] is null)
            {
                NotNull(values[i], place, $"{argument}[{i}]");
            }
        }

        return values;
    }

    /// <summary>A text with something in it.</summary>
    internal static string NotEmpty([NotNull] string? value, [CallerMemberName] string place = "", [CallerArgumentExpression(nameof(value))] string argument = "")
        => NotNull(value, place, argument).Length > 0 ? value! : throw new KerasArgumentException($"{place}: {argument} must not be empty. Received: ''.");

    internal static int AtLeast(int least, int value, string place, string argument)
        => value >= least ? value : throw new KerasArgumentException($"{place}: {argument} must be at least {least}. Received: {value}.");

    /// <summary>An argument that may be left out; then it is not checked.</summary>
    internal static int? AtLeast(int least, int? value, string place, string argument)
        => value is { } v ? AtLeast(least, v, place, argument) : null;

    /// <summary>An argument that may be left out; then it is not checked.</summary>
    internal static int? Between(int least, int most, int? value, string place, [CallerArgumentExpression(nameof(value))] string argument = "")
        => value is { } v && (v < least || v > most) ? throw new KerasArgumentException($"{place}: {argument} must be between {least} and {most}. Received: {v}.") : value;

    internal static int Positive(int value, string place, string argument) => AtLeast(1, value, place, argument);

    internal static double Finite(double value, string place, string argument)
        => double.IsFinite(value) ? value : throw new KerasArgumentException($"{place}: {argument} must be a finite number. Received: {value}.");

    internal static double NotNegative(double value, string place, string argument)
        => double.IsFinite(value) && value >= 0
            ? value
            : throw new KerasArgumentException($"{place}: {argument} must be a finite number of at least 0. Received: {value}.");

    /// <summary>An argument that may be left out; then it is not checked.</summary>
    internal static double? NotNegative(double? value, string place, string argument)
        => value is { } v ? NotNegative(v, place, argument) : null;

    internal static double NotPositive(double value, string place, string argument)
        => double.IsFinite(value) && value <= 0
            ? value
            : throw new KerasArgumentException($"{place}: {argument} must be a finite number of at most 0. Received: {value}.");

    internal static double Above0(double value, string place, string argument)
        => double.IsFinite(value) && value > 0
            ? value
            : throw new KerasArgumentException($"{place}: {argument} must be a finite number above 0. Received: {value}.");

    /// <summary>Two finite bounds, the lower first.</summary>
    internal static void Range(double minval, double maxval, string place)
    {
        Finite(minval, place, nameof(minval));
        if (Finite(maxval, place, nameof(maxval)) < minval)
        {
            throw new KerasArgumentException($"{place}: maxval must be at least minval. Received: {minval} and {maxval}.");
        }
    }

    /// <summary>A fraction of elements: from 0 up to, but without, 1.</summary>
    internal static double Rate(double value, string place, string argument = "rate")
        => value is >= 0 and < 1 ? value : throw new KerasArgumentException($"{place}: {argument} must be in [0, 1). Received: {value}.");

    /// <summary>From 0 to 1, both included.</summary>
    internal static double Fraction(double value, string place, string argument)
        => value is >= 0 and <= 1 ? value : throw new KerasArgumentException($"{place}: {argument} must be between 0 and 1. Received: {value}.");

    /// <summary>From 0 to 1, only 1 included.</summary>
    internal static double Share(double value, string place, string argument)
        => value is > 0 and <= 1 ? value : throw new KerasArgumentException($"{place}: {argument} must be above 0 and at most 1. Received: {value}.");

    /// <summary>From 0 to 1, neither included.</summary>
    internal static double Inside(double value, string place, string argument)
        => value is > 0 and < 1 ? value : throw new KerasArgumentException($"{place}: {argument} must be between 0 and 1. Received: {value}.");

    internal static string OneOf(string? value, string place, string argument, params ReadOnlySpan<string> known)
        => value is not null && known.Contains(value)
            ? value
            : throw new KerasArgumentException(Spelling.Unknown(place, argument, value, known.ToArray()));

    /// <summary>A word that Keras takes in any case, in lower case.</summary>
    internal static string OneOfAnyCase(string? value, string place, string argument, params ReadOnlySpan<string> known)
        => OneOf(value is not null && known.Contains(value.ToLowerInvariant()) ? value.ToLowerInvariant() : value, place, argument, known);

    /// <summary>One number a spatial axis, all above 0; a single number stands for all axes.</summary>
    internal static Shape Window(Shape value, int rank, string place, string argument, int least = 1)
    {
        int?[] given = value.AsGiven.ToArray();
        given = given.Length == 1 ? [.. Enumerable.Repeat(given[0], rank)] : given;
        return given.Length == rank && Array.TrueForAll(given, d => d >= least)
            ? given
            : throw new KerasArgumentException(
                $"{place}: {argument} must be {(rank == 1 ? "a number" : $"one number or {rank} numbers")} of at least {least}. Received: {value}.");
    }

    /// <summary>How windows meet the border, in lower case as Keras takes it.</summary>
    internal static string Padding(string value, string place, bool causal = false)
        => causal ? OneOfAnyCase(value, place, "padding", "valid", "same", "causal") : OneOfAnyCase(value, place, "padding", "valid", "same");

    /// <summary>Keras's two layouts, in any case; null for the one with the channels last.</summary>
    internal static string DataFormat(string? value, string place)
        => OneOfAnyCase(value ?? "channels_last", place, "dataFormat", "channels_last", "channels_first");
}

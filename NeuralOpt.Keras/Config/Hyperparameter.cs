namespace NeuralOpt.Keras;

/// <summary>Checks of constructor arguments: each gives its value or says what must hold.</summary>
internal static class Hyperparameter
{
    internal static double NotNegative(string owner, string name, double value)
        => value >= 0 && double.IsFinite(value) ? value
            : throw new ArgumentException($"{owner}: {name} must be a number of at least 0. Received: {value}.");

    internal static double? NotNegative(string owner, string name, double? value)
        => value is { } v ? NotNegative(owner, name, v) : null;

    internal static double Finite(string owner, string name, double value)
        => double.IsFinite(value) ? value : throw new ArgumentException($"{owner}: {name} must be a number. Received: {value}.");

    internal static double Fraction(string owner, string name, double value)
        => value is >= 0 and <= 1 ? value : throw new ArgumentException($"{owner}: {name} must be between 0 and 1. Received: {value}.");

    internal static double Positive(string owner, string name, double value)
        => value > 0 && double.IsFinite(value) ? value : throw new ArgumentException($"{owner}: {name} must be a number above 0. Received: {value}.");

    internal static double NotPositive(string owner, string name, double value)
        => value <= 0 && double.IsFinite(value) ? value
            : throw new ArgumentException($"{owner}: {name} must be a number of at most 0. Received: {value}.");

    internal static double Share(string owner, string name, double value)
        => value is > 0 and <= 1 ? value : throw new ArgumentException($"{owner}: {name} must be above 0 and at most 1. Received: {value}.");

    internal static double Inside(string owner, string name, double value)
        => value is > 0 and < 1 ? value : throw new ArgumentException($"{owner}: {name} must be between 0 and 1. Received: {value}.");

    internal static int AtLeastOne(string owner, string name, int value) => AtLeast(owner, name, value, 1)!.Value;

    internal static int AtLeastZero(string owner, string name, int value) => AtLeast(owner, name, value, 0)!.Value;

    internal static int? AtLeast(string owner, string name, int? value, int least)
        => value is null || value >= least ? value : throw new ArgumentException($"{owner}: {name} must be at least {least}. Received: {value}.");
}

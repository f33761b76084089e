namespace NeuralOpt.Keras.Training;

/// <summary>Spreads what <c>Compile</c> was given over the outputs: one for all, a list in order, or a dictionary by name.</summary>
internal static class PerOutput
{
    internal static IReadOnlyList<T?> Of<T>(T one, IReadOnlyList<T?>? items, IReadOnlyDictionary<string, T?>? named, IReadOnlyList<string> outputs, string what)
        where T : class
    {
        if (named is not null)
        {
            CheckNames(named.Keys, outputs, what);
            return [.. outputs.Select(n => named.GetValueOrDefault(n))];
        }

        if (items is null)
        {
            return [.. outputs.Select(_ => one)];
        }

        return items.Count == outputs.Count
            ? items
            : throw new KerasArgumentException($"Compile: {what} must have one entry for each of {outputs.Count} outputs. Received: {items.Count}.");
    }

    internal static void CheckNames(IEnumerable<string> names, IReadOnlyList<string> outputs, string what)
    {
        if (names.FirstOrDefault(n => !outputs.Contains(n)) is { } unknown)
        {
            throw new KerasArgumentException($"Compile: the names in {what} must be among the outputs {string.Join(", ", outputs)}. Received: '{unknown}'.");
        }
    }
}

using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Tests;

/// <summary>One member of a kind in its table: the code that makes it is its name.</summary>
internal interface IRow
{
    string Name { get; }

    object Made();
}

/// <summary>A row of which the contract needs no more than the object.</summary>
internal sealed record Row<T>(Func<T> Make, [CallerArgumentExpression(nameof(Make))] string Name = "") : IRow where T : class
{
    public object Made() => Make();
}

internal static class Rows
{
    /// <summary>The names of a table's rows, as MSTest takes them.</summary>
    internal static IEnumerable<object[]> NamesOf(IEnumerable<IRow> rows) => rows.Select(static r => (object[])[r.Name]);

    internal static TRow Named<TRow>(this IEnumerable<TRow> rows, string name) where TRow : IRow => rows.Single(r => r.Name == name);
}

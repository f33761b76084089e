namespace NeuralOpt.Keras;

/// <summary>Words that were meant to be others: what an unknown name most likely stands for, and the sentence that refuses it.</summary>
internal static class Spelling
{
    /// <summary><c>Optimizer: did you mean 'adam'? The name must be one of ... Received: 'adamm'.</c></summary>
    /// <param name="place">Who refuses.</param>
    /// <param name="what">What is refused, such as <c>"the name"</c> or an argument.</param>
    /// <param name="received">The unknown word.</param>
    /// <param name="known">The words there are.</param>
    /// <param name="quote">What stands around each of them.</param>
    internal static string Unknown(string place, string what, string? received, IReadOnlyCollection<string> known, string quote = "'")
    {
        string list = $"must be one of {string.Join(", ", known.Select(k => quote + k + quote))}. Received: {(received is null ? "null" : $"'{received}'")}.";
        return received is not null && Nearest(received, known) is { } meant
            ? $"{place}: did you mean '{meant}'? {(what.Contains(' ') ? char.ToUpperInvariant(what[0]) + what[1..] : $"The {what}")} {list}"
            : $"{place}: {what} {list}";
    }

    /// <summary>The known word that differs from a word by a slip or two; null for none.</summary>
    /// <remarks>Case and underscores do not count. A third of the letters may be wrong, missing, extra or exchanged with the next.</remarks>
    internal static string? Nearest(string word, IReadOnlyCollection<string> known)
    {
        string plain = NamingRule.Plain(word);
        string[] near =
        [
            .. known.Select(k => (Word: k, Plain: NamingRule.Plain(k)))
                .Select(k => (k.Word, k.Plain, Slips: Slips(plain, k.Plain)))
                .Where(k => k.Slips <= Math.Max(1, plain.Length / 3))
                .OrderBy(static k => k.Slips).ThenBy(k => plain.Length > 0 && k.Plain.StartsWith(plain[0]) ? 0 : 1)
                .Select(static k => k.Word),
        ];

        // A single letter is near to everything.
        return plain.Length < 2 ? null
            : near.FirstOrDefault() ?? (plain.Length > 2 && known.Where(k => NamingRule.Plain(k).StartsWith(plain, StringComparison.Ordinal)).ToArray() is [var one] ? one : null);
    }

    // Optimal string alignment: insertions, deletions, replacements and exchanges of neighbours, row by row.
    private static int Slips(string a, string b)
    {
        int[] before = new int[b.Length + 1];
        int[] last = [.. Enumerable.Range(0, b.Length + 1)];
        int[] row = new int[b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }
}

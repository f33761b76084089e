using System.Globalization;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Examples;

/// <summary>The options of an example. A wrong one ends it in one sentence; so does whatever else goes wrong, see <see cref="Ending"/>.</summary>
internal sealed class Options
{
    private readonly string _program;
    private readonly Dictionary<string, string> _given = [];

    private Options(string program) => _program = program;

    /// <summary>The options of the example that is running, which from here on ends in one sentence.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="names">The options that there are, such as <c>"--epochs"</c>.</param>
    /// <param name="file">The example's file.</param>
    internal static Options Of(string[] args, string[] names, [CallerFilePath] string file = "")
    {
        string program = Path.GetFileNameWithoutExtension(file);
        Ending.InOneSentence(program);
        return Read(program, args, names);
    }

    /// <summary>Reads a command line of options, each with a value behind it.</summary>
    internal static Options Read(string program, string[] args, string[] names)
    {
        Options options = new(program);
        for (int i = 0; i < args.Length; i += 2)
        {
            string name = args[i];
            if (Array.IndexOf(names, name) < 0)
            {
                throw options.Wrong($"the options are {string.Join(", ", names)}, each with a value behind it.{Nearest(name, names)} Received: {name}.");
            }

            if (i + 1 == args.Length)
            {
                throw options.Wrong($"a value must follow {name}. Received: none.");
            }

            if (!options._given.TryAdd(name, args[i + 1]))
            {
                throw options.Wrong($"{name} must be given once. Received: {options._given[name]}, {args[i + 1]}.");
            }
        }

        return options;
    }

    /// <summary>The whole number behind an option; null if the option was not given.</summary>
    /// <param name="name">One of the names.</param>
    /// <param name="least">The smallest that makes sense.</param>
    /// <param name="most">The largest that makes sense.</param>
    internal int? Number(string name, int least = 0, int most = int.MaxValue)
        => !_given.TryGetValue(name, out string? text) ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most ? value
            : throw Wrong($"{name} must be a whole number from {least} to {most}. Received: {text}.");

    private ArgumentException Wrong(string sentence) => new WrongOption($"{_program}: {sentence}");

    // Of the names, that which takes the fewest changes of letters, if those are few.
    private static string Nearest(string name, string[] names)
    {
        string nearest = names.MinBy(n => Changes(name, n)) ?? "";
        return Changes(name, nearest) <= Math.Max(2, nearest.Length / 3) ? $" Did you mean {nearest}?" : "";
    }

    private static int Changes(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int before = row[0]++;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = before + (a[i - 1] == b[j - 1] ? 0 : 1);
                before = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}

/// <summary>A command line that the example does not understand.</summary>
internal sealed class WrongOption(string message) : ArgumentException(message);

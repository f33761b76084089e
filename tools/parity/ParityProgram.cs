namespace NeuralOpt.Keras.Parity;

/// <summary>The command line of <c>parity.cs</c>.</summary>
public static class ParityProgram
{
    /// <summary>Judges a folder of goldens and prints a line a family.</summary>
    /// <param name="args"><c>[DIR [FAMILY]] [--failures] [--markdown FILE]</c>.</param>
    /// <param name="tools">The folder of the tools, beside which the tests' fixtures lie.</param>
    /// <returns>0 when no case failed, 1 when one did, 2 for arguments that cannot be understood.</returns>
    public static int Run(string[] args, string tools)
    {
        List<string> places = [];
        bool failures = false;
        string? markdown = null;
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--failures":
                    failures = true;
                    break;
                case "--markdown" when i + 1 < args.Length:
                    markdown = args[++i];
                    break;
                case ['-', ..]:
                    Console.Error.WriteLine($"parity: the options are --failures and --markdown FILE. Received: {args[i]}.");
                    return 2;
                default:
                    places.Add(args[i]);
                    break;
            }
        }

        string folder = places.Count > 0 ? places[0] : Path.Combine(tools, "..", "NeuralOpt.Keras.Tests", "Fixtures", "goldens");
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"parity: the folder of goldens must exist. Received: {folder}.");
            return 2;
        }

        Report report = new();
        Console.WriteLine(Report.Header);
        foreach (string family in GoldenFamily.In(folder).Where(f => places.Count < 2 || f == places[1]))
        {
            FamilyResult result = Judge.Run(GoldenFamily.Read(folder, family));
            report.Add(result);
            Console.WriteLine(Report.Line(result));
            foreach (CaseResult c in result.Cases.Where(c => failures && c.Verdict.Outcome != Outcome.Passed))
            {
                Console.WriteLine($"    {c.Id}: {Report.Word(c.Verdict.Outcome)}: {c.Verdict.Reason}");
            }
        }

        Console.WriteLine(report.Total);
        if (markdown is not null)
        {
            File.WriteAllText(markdown, report.Markdown());
        }

        return report.Failed > 0 ? 1 : 0;
    }
}

using System.Reflection;

namespace NeuralOpt.Keras.Parity;

/// <summary>Judges the cases of some families. The judges are found by reflection.</summary>
internal abstract class Judge
{
    private static readonly Lazy<Judge[]> s_all = new(static () =>
        [.. typeof(Judge).Assembly.GetTypes().Where(static t => t.IsSubclassOf(typeof(Judge)) && !t.IsAbstract).Select(static t => (Judge)Activator.CreateInstance(t)!)]);

    /// <summary>The families it knows how to replay.</summary>
    internal abstract IReadOnlyList<string> Families { get; }

    /// <summary>Judges every case of a family.</summary>
    internal static FamilyResult Run(GoldenFamily family)
    {
        Judge? judge = Array.Find(s_all.Value, j => j.Families.Contains(family.Name));
        return new(family.Name, [.. family.Cases.Select(c => new CaseResult(c.Id, One(judge, c)))]);
    }

    /// <summary>Replays a case and compares; throws where that is not possible.</summary>
    protected abstract void Replay(GoldenCase golden, Comparison comparison);

    private static Verdict One(Judge? judge, GoldenCase golden)
    {
        if (judge is null)
        {
            return new(Outcome.NotBuilt, "no judge for this family");
        }

        Comparison comparison = new();
        try
        {
            // Names and seeds are counted from the start for each case.
            using IDisposable session = Session.Enter();
            judge.Replay(golden, comparison);
        }
        catch (Exception e) when (Unwrap(e) is MissingException or UnknownLayerException)
        {
            return new(Outcome.NotBuilt, Unwrap(e).Message);
        }
        catch (Exception e) when (Unwrap(e) is NotJudgedException)
        {
            return new(Outcome.NotJudged, Unwrap(e).Message);
        }
        catch (Exception e)
        {
            e = Unwrap(e);
            return new(Outcome.Failed, $"{e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n').Take(5).Aggregate("", static (a, b) => a + " " + b.Trim())}", double.PositiveInfinity);
        }

        return comparison.Verdict;
    }

    private static Exception Unwrap(Exception e) => e is TargetInvocationException { InnerException: { } inner } ? Unwrap(inner) : e;
}

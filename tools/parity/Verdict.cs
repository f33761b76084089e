namespace NeuralOpt.Keras.Parity;

/// <summary>What became of a case.</summary>
public enum Outcome
{
    /// <summary>Every number lies within its tolerance.</summary>
    Passed,

    /// <summary>A number, a shape or a behaviour differs.</summary>
    Failed,

    /// <summary>The class or function does not exist here, or the expression cannot be read.</summary>
    NotBuilt,

    /// <summary>The case lacks something.</summary>
    NotJudged,
}

/// <summary>The judgement of one case.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why, unless it passed.</param>
/// <param name="Difference">The largest difference that was seen, 0 where nothing could be compared.</param>
public sealed record Verdict(Outcome Outcome, string Reason = "", double Difference = 0);

/// <summary>A case and its judgement.</summary>
/// <param name="Id">The name in the goldens.</param>
/// <param name="Verdict">The judgement.</param>
public sealed record CaseResult(string Id, Verdict Verdict);

/// <summary>The judgement of a family.</summary>
/// <param name="Family">The name.</param>
/// <param name="Cases">One a case.</param>
public sealed record FamilyResult(string Family, IReadOnlyList<CaseResult> Cases)
{
    /// <summary>How many cases came out so.</summary>
    public int Count(Outcome outcome) => Cases.Count(c => c.Verdict.Outcome == outcome);
}

/// <summary>Something that a case needs does not exist here yet.</summary>
internal sealed class MissingException(string message) : Exception(message);

/// <summary>The case itself lacks something.</summary>
internal sealed class NotJudgedException(string message) : Exception(message);

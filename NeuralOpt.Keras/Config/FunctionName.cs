namespace NeuralOpt.Keras;

/// <summary>The name that a function given as an argument goes by: its method's in snake case, as Python would have written it.</summary>
internal static class FunctionName
{
    /// <summary><c>MeanGap</c> is <c>mean_gap</c>, also where it is a local function; a lambda is <c>lambda</c>.</summary>
    internal static string Of(Delegate function) => NamingRule.SnakeCase(Written(function) ?? "lambda");

    /// <summary>The function as code would name it: <c>MeanGap</c>; a lambda has no name and shows its arrow.</summary>
    internal static string Code(Delegate function) => Written(function) ?? "x => ...";

    // The compiler calls a local function <Outer>g__Name|0_0, and a lambda <Outer>b__0_0.
    private static string? Written(Delegate function)
    {
        string name = function.Method.Name;
        if (!name.StartsWith('<'))
        {
            return name.Length == 0 ? null : name;
        }

        int start = name.LastIndexOf(">g__", StringComparison.Ordinal);
        int end = name.LastIndexOf('|');
        return start >= 0 && end > start + 4 ? name[(start + 4)..end] : null;
    }
}

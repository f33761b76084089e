namespace NeuralOpt.Keras.Parity;

/// <summary>Functions that Keras 3.15 on TensorFlow computes wrongly, so that its numbers are not the measure. Ours are right, and tested elsewhere.</summary>
internal static class Deviations
{
    private static readonly Dictionary<string, (Func<Expression.Call, bool> Applies, string Reason)> s_known = new()
    {
        ["argpartition"] = (static _ => true, "Keras 3.15 truncates the numbers to integers and repeats indices"),
        ["rot90"] = (static c => c.Arguments.Any(static a => a is { Name: "k", Value: not Expression.Literal { Value: 1 } }), "Keras 3.15 scatters the elements: its result for two turns is neither one turn nor two"),
    };

    /// <summary>Why an expression is not to be compared; null when it is.</summary>
    internal static string? Of(string call)
        => Parser.Read(call) is Expression.Call { Function: Expression.Attribute { Member: var name } } c && s_known.TryGetValue(name, out var known) && known.Applies(c) ? known.Reason : null;
}

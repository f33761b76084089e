namespace NeuralOpt.Keras.Parity;

/// <summary>Python's operators: on plain numbers as Python has them, on tensors as the op of that meaning.</summary>
internal static class Operators
{
    private static readonly Dictionary<string, string> s_ops = new()
    {
        ["+"] = "add",
        ["-"] = "subtract",
        ["*"] = "multiply",
        ["/"] = "true_divide",
        ["//"] = "floor_divide",
        ["%"] = "mod",
        ["**"] = "power",
        ["@"] = "matmul",
        ["<"] = "less",
        [">"] = "greater",
        ["<="] = "less_equal",
        [">="] = "greater_equal",
        ["=="] = "equal",
        ["!="] = "not_equal",
        ["&"] = "logical_and",
        ["|"] = "logical_or",
        ["^"] = "logical_xor",
    };

    internal static object? Unary(string op, object? x) => (op, x) switch
    {
        ("+", _) => x,
        ("-", int i) => -i,
        ("-", long l) => -l,
        ("-", double d) => -d,
        ("-", _) => Call("negative", x),
        ("~", _) => Call("logical_not", x),
        ("not", bool b) => !b,
        _ => throw new MissingException($"the operator {op}"),
    };

    internal static object? Binary(string op, object? a, object? b)
        => (a, b) switch
        {
            (object?[] x, object?[] y) when op == "+" => (object?[])[.. x, .. y],
            (int x, int y) when Whole(op, x, y) is { } whole => whole,
            (IConvertible x and not string, IConvertible y and not string) when Real(op, x.ToDouble(null), y.ToDouble(null)) is { } real => real,
            _ => Call(s_ops.GetValueOrDefault(op) ?? throw new MissingException($"the operator {op}"), a, b),
        };

    private static object? Whole(string op, int a, int b) => op switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "//" => (int)Math.Floor((double)a / b),
        "%" => ((a % b) + b) % b,
        "**" when b >= 0 => (int)Math.Pow(a, b),
        _ => null,
    };

    private static object? Real(string op, double a, double b) => op switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => a / b,
        "//" => Math.Floor(a / b),
        "**" => Math.Pow(a, b),
        "<" => a < b,
        ">" => a > b,
        "<=" => a <= b,
        ">=" => a >= b,
        "==" => a == b,
        "!=" => a != b,
        _ => null,
    };

    private static object? Call(string op, params object?[] x)
        => Binder.Flatten(Binder.Call(Functions.Find($"K.{op}"), [.. x.Select(static v => new Argument(null, v))]));
}

namespace NeuralOpt.Keras.Parity;

/// <summary>Evaluates a Python expression with our functions in place of Keras's.</summary>
/// <param name="names">Inputs and objects by the names that the expression gives them.</param>
internal sealed class Evaluator(IReadOnlyDictionary<string, object?> names)
{
    internal static object? Run(string expression, IReadOnlyDictionary<string, object?> names) => new Evaluator(names).Value(Parser.Read(expression));

    private object? Value(Expression e) => e switch
    {
        Expression.Literal literal => literal.Value,
        Expression.Name name => names.TryGetValue(name.Text, out object? value) ? value : throw new MissingException($"the name {name.Text}"),
        Expression.List list => list.Items.Select(Value).ToArray(),
        Expression.Unary unary => Operators.Unary(unary.Operator, Value(unary.Operand)),
        Expression.Binary binary => Operators.Binary(binary.Operator, Value(binary.Left), Value(binary.Right)),
        Expression.Index index => Indexing.Get(Value(index.Of), [.. index.Items.Select(Value)]),
        Expression.Slice slice => new PythonSlice(Whole(slice.Start), Whole(slice.Stop), Whole(slice.Step)),
        Expression.Ellipsis => new PythonEllipsis(),
        Expression.Lambda lambda => new PythonFunction(arguments => new Evaluator(With(lambda.Parameters, arguments)).Value(lambda.Body)),
        Expression.Conditional c => Value(Value(c.Condition) is true ? c.Then : c.Else),
        Expression.Call call => Call(call),
        _ => throw new MissingException($"the expression {e.Dotted ?? e.ToString()}"),
    };

    private object? Call(Expression.Call call)
    {
        Argument[] arguments = [.. call.Arguments.Select(a => new Argument(a.Name, Value(a.Value)))];
        return call.Function.Dotted is not { } name ? throw new MissingException("a call of something without a name")
            : names.TryGetValue(name, out object? known) ? Apply(name, known, arguments)
            : name switch
            {
                "np.array" or "np.asarray" => Literals.NumPy(arguments),
                "np.ones" => Ops.Ones(Literals.Shape(arguments[0].Value), Literals.DTypeOf(arguments, 1, DType.Float64)),
                "np.arange" => Ops.Arange(Literals.Float(arguments[0].Value), dtype: DType.Int64),
                "np.log" => Ops.Log((Tensor)arguments[0].Value!),
                "float" => Literals.Float(arguments[0].Value),
                "slice" => new PythonSlice(Whole(arguments, 0), Whole(arguments, 1), Whole(arguments, 2)),
                "K.shape" => Binder.Flatten(((Tensor)arguments[0].Value!).Shape), // a method of that name would hide the type Shape in Ops
                _ => Binder.Flatten(Binder.Call(Functions.Find(name), arguments)),
            };
    }

    private static object? Apply(string name, object? known, Argument[] arguments) => known switch
    {
        Callable callable => callable.Call(arguments),
        PythonFunction f => f.Call([.. arguments.Select(static a => a.Value)]),
        _ => throw new MissingException($"a call of {name}"),
    };

    private Dictionary<string, object?> With(IReadOnlyList<string> parameters, object?[] arguments)
    {
        Dictionary<string, object?> inner = new(names);
        for (int i = 0; i < parameters.Count; i++)
        {
            inner[parameters[i]] = arguments[i];
        }

        return inner;
    }

    private int? Whole(Expression? e) => e is null ? null : (int?)Value(e);

    private static int? Whole(Argument[] arguments, int i)
        => arguments.Length == 1 ? (i == 1 ? (int?)arguments[0].Value : null) : i < arguments.Length ? (int?)arguments[i].Value : null;
}

/// <summary>An argument of a call; without a name it counts by its place.</summary>
internal readonly record struct Argument(string? Name, object? Value);

/// <summary>Something given to an expression that can be called, such as a layer.</summary>
internal sealed record Callable(Func<Argument[], object?> Call);

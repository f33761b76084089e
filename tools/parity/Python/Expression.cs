namespace NeuralOpt.Keras.Parity;

/// <summary>A Python expression, as read.</summary>
internal abstract record Expression
{
    /// <summary>A number, text, <c>True</c>, <c>None</c>.</summary>
    internal sealed record Literal(object? Value) : Expression;

    internal sealed record Name(string Text) : Expression;

    /// <summary>A list or a tuple.</summary>
    internal sealed record List(IReadOnlyList<Expression> Items) : Expression;

    internal sealed record Unary(string Operator, Expression Operand) : Expression;

    internal sealed record Binary(string Operator, Expression Left, Expression Right) : Expression;

    internal sealed record Attribute(Expression Of, string Member) : Expression;

    internal sealed record Call(Expression Function, IReadOnlyList<(string? Name, Expression Value)> Arguments) : Expression;

    internal sealed record Index(Expression Of, IReadOnlyList<Expression> Items) : Expression;

    /// <summary><c>start:stop:step</c> within brackets.</summary>
    internal sealed record Slice(Expression? Start, Expression? Stop, Expression? Step) : Expression;

    internal sealed record Ellipsis : Expression;

    /// <summary><c>then if condition else otherwise</c>.</summary>
    internal sealed record Conditional(Expression Condition, Expression Then, Expression Else) : Expression;

    internal sealed record Lambda(IReadOnlyList<string> Parameters, Expression Body) : Expression;

    /// <summary>The dotted name, such as <c>keras.random.normal</c>; null if it is none.</summary>
    internal string? Dotted => this switch
    {
        Name n => n.Text,
        Attribute { Of.Dotted: { } of } a => $"{of}.{a.Member}",
        _ => null,
    };
}

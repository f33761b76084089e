namespace NeuralOpt.Keras.Parity;

/// <summary>Reads a Python expression: calls, attributes, indices, operators, lists, tuples, lambdas.</summary>
internal sealed class Parser
{
    // Python's order, the loosest first; a comparison does not chain here.
    private static readonly string[][] s_levels =
    [
        ["or"], ["and"], ["<", ">", "<=", ">=", "==", "!=", "in", "is"], ["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*", "/", "//", "%", "@"],
    ];

    private readonly List<Token> _tokens;
    private int _at;

    private Parser(string text) => _tokens = Lexer.Read(text);

    internal static Expression Read(string text)
    {
        Parser parser = new(text);
        Expression e = parser.Tuple();
        return parser.Peek.Kind == TokenKind.End ? e : throw new MissingException($"'{parser.Peek.Text}' in {text}");
    }

    private Token Peek => _tokens[_at];

    private Token Next() => _tokens[_at++];

    private bool Is(string symbol) => Peek.Kind is TokenKind.Symbol or TokenKind.Name && Peek.Text == symbol;

    private bool Take(string symbol)
    {
        bool found = Is(symbol);
        _at += found ? 1 : 0;
        return found;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol))
        {
            throw new MissingException($"'{Peek.Text}' where {symbol} was to come");
        }
    }

    private Expression Tuple()
    {
        Expression first = Value();
        return Is(",") ? new Expression.List(Rest(first, static p => p.Peek.Kind == TokenKind.End)) : first;
    }

    private List<Expression> Rest(Expression first, Func<Parser, bool> end)
    {
        List<Expression> items = [first];
        while (Take(",") && !end(this))
        {
            items.Add(Value());
        }

        return items;
    }

    private Expression Value()
    {
        if (!Take("lambda"))
        {
            Expression value = Level(0);
            if (!Take("if"))
            {
                return value;
            }

            Expression condition = Level(0);
            Expect("else");
            return new Expression.Conditional(condition, value, Value());
        }

        List<string> parameters = [];
        while (!Take(":"))
        {
            parameters.Add(Next().Text);
            Take(",");
        }

        return new Expression.Lambda(parameters, Value());
    }

    private Expression Level(int level)
    {
        if (level == s_levels.Length)
        {
            return Unary();
        }

        Expression left = Level(level + 1);
        while (Array.Exists(s_levels[level], Is))
        {
            string op = Next().Text;
            left = new Expression.Binary(op, left, Level(level + 1));
        }

        return left;
    }

    private Expression Unary()
    {
        if (Is("-") || Is("+") || Is("~") || Is("not"))
        {
            string op = Next().Text;
            return new Expression.Unary(op, Unary());
        }

        Expression value = Postfix();
        return Take("**") ? new Expression.Binary("**", value, Unary()) : value;
    }

    private Expression Postfix()
    {
        Expression e = Atom();
        while (true)
        {
            if (Take("."))
            {
                e = new Expression.Attribute(e, Next().Text);
            }
            else if (Take("("))
            {
                e = new Expression.Call(e, Arguments());
            }
            else if (Take("["))
            {
                e = new Expression.Index(e, Items());
            }
            else
            {
                return e;
            }
        }
    }

    private List<(string? Name, Expression Value)> Arguments()
    {
        List<(string?, Expression)> arguments = [];
        while (!Take(")"))
        {
            bool named = Peek.Kind == TokenKind.Name && _tokens[_at + 1] is { Kind: TokenKind.Symbol, Text: "=" };
            string? name = named ? Next().Text : null;
            _at += named ? 1 : 0;
            arguments.Add((name, Value()));
            if (!Is(")"))
            {
                Expect(",");
            }
        }

        return arguments;
    }

    private List<Expression> Items()
    {
        List<Expression> items = [];
        while (!Take("]"))
        {
            items.Add(Item());
            if (!Is("]"))
            {
                Expect(",");
            }
        }

        return items;
    }

    private Expression Item()
    {
        Expression? start = Is(":") ? null : Value();
        if (!Take(":"))
        {
            return start!;
        }

        Expression? stop = Is(":") || Is(",") || Is("]") ? null : Value();
        Expression? step = Take(":") && !Is(",") && !Is("]") ? Value() : null;
        return new Expression.Slice(start, stop, step);
    }

    private Expression Atom()
    {
        Token t = Next();
        switch (t)
        {
            case { Kind: TokenKind.Number or TokenKind.Text }:
                return new Expression.Literal(t.Value);
            case { Kind: TokenKind.Name }:
                return t.Text switch
                {
                    "None" => new Expression.Literal(null),
                    "True" => new Expression.Literal(true),
                    "False" => new Expression.Literal(false),
                    _ => new Expression.Name(t.Text),
                };
            case { Text: "..." }:
                return new Expression.Ellipsis();
            case { Text: "(" } when Take(")"):
                return new Expression.List([]);
            case { Text: "(" }:
                Expression first = Value();
                Expression inside = Is(",") ? new Expression.List(Rest(first, static p => p.Is(")"))) : first;
                Expect(")");
                return inside;
            case { Text: "[" }:
                return new Expression.List(Items());
            default:
                throw new MissingException($"'{t.Text}' in an expression");
        }
    }
}

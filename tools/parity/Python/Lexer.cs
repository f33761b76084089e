using System.Globalization;

namespace NeuralOpt.Keras.Parity;

internal enum TokenKind
{
    Number,
    Text,
    Name,
    Symbol,
    End,
}

internal readonly record struct Token(TokenKind Kind, string Text, object? Value = null);

/// <summary>Cuts a Python expression into tokens.</summary>
internal static class Lexer
{
    private static readonly string[] s_symbols =
        ["...", "**", "//", "<<", ">>", "<=", ">=", "==", "!=", "+", "-", "*", "/", "%", "@", "(", ")", "[", "]", ",", ":", "=", ".", "<", ">", "&", "|", "^", "~", "{", "}"];

    internal static List<Token> Read(string text)
    {
        List<Token> tokens = [];
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
            }
            else if (char.IsDigit(c) || (c == '.' && i + 1 < text.Length && char.IsDigit(text[i + 1])))
            {
                int start = i;
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '.' or '_' || (text[i] is '+' or '-' && text[i - 1] is 'e' or 'E')))
                {
                    i++;
                }

                tokens.Add(Number(text[start..i].Replace("_", "", StringComparison.Ordinal)));
            }
            else if (char.IsLetter(c) || c == '_')
            {
                int start = i;
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_'))
                {
                    i++;
                }

                tokens.Add(new(TokenKind.Name, text[start..i]));
            }
            else if (c is '\'' or '"')
            {
                int end = text.IndexOf(c, i + 1);
                string inside = end < 0 ? throw new MissingException($"a text that does not end: {text}") : text[(i + 1)..end];
                tokens.Add(new(TokenKind.Text, inside, inside.Contains('\\', StringComparison.Ordinal) ? throw new MissingException($"an escape in {inside}") : inside));
                i = end + 1;
            }
            else
            {
                string symbol = Array.Find(s_symbols, s => string.CompareOrdinal(text, i, s, 0, s.Length) == 0)
                    ?? throw new MissingException($"the character {c} in {text}");
                tokens.Add(new(TokenKind.Symbol, symbol));
                i += symbol.Length;
            }
        }

        tokens.Add(new(TokenKind.End, ""));
        return tokens;
    }

    private static Token Number(string text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long whole)
            ? new(TokenKind.Number, text, whole is >= int.MinValue and <= int.MaxValue ? (int)whole : (object)whole)
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double real)
                ? new(TokenKind.Number, text, real)
                : throw new MissingException($"the number {text}");
}

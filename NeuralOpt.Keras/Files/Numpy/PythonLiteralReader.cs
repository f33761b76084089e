namespace NeuralOpt.Keras.Files.Numpy;

/// <summary>Reads the few Python literals of a <c>.npy</c> header: strings, booleans, tuples of sizes.</summary>
internal struct PythonLiteralReader(string text, string where)
{
    private int _position;

    internal bool Take(char c)
    {
        while (_position < text.Length && text[_position] is ' ' or '\n' or '\t' or '\r')
        {
            _position++;
        }

        if (_position < text.Length && text[_position] == c)
        {
            _position++;
            return true;
        }

        return false;
    }

    internal void Expect(char c)
    {
        if (!Take(c))
        {
            throw Malformed();
        }
    }

    internal void End()
    {
        Take('\0');
        if (_position != text.Length)
        {
            throw Malformed();
        }
    }

    internal string String()
    {
        char quote = Take('\'') ? '\'' : Take('"') ? '"' : throw Malformed();
        int end = text.IndexOf(quote, _position);
        if (end < 0 || text.AsSpan(_position, end - _position).Contains('\\'))
        {
            throw Malformed();
        }

        string value = text[_position..end];
        _position = end + 1;
        return value;
    }

    internal bool Boolean()
    {
        Take('\0');
        foreach ((string word, bool value) in ((string, bool)[])[("True", true), ("False", false)])
        {
            if (text.AsSpan(_position).StartsWith(word, StringComparison.Ordinal))
            {
                _position += word.Length;
                return value;
            }
        }

        throw Malformed();
    }

    internal List<int> Tuple(int maxRank)
    {
        List<int> values = [];
        Expect('(');
        while (!Take(')'))
        {
            int start = _position;
            while (_position < text.Length && char.IsAsciiDigit(text[_position]))
            {
                _position++;
            }

            if (values.Count == maxRank || !int.TryParse(text.AsSpan(start, _position - start), out int value))
            {
                throw new InvalidFileException(
                    $"{where}: the shape must have at most {maxRank} dimensions, each from 0 to {int.MaxValue}. Received: {NpyHeader.Shorten(text)}");
            }

            values.Add(value);
            // Python 2 wrote long integers with this suffix.
            Take('L');
            if (!Take(','))
            {
                Expect(')');
                break;
            }
        }

        return values;
    }

    internal readonly InvalidFileException Malformed() =>
        new($"{where}: the header must be {{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }} or like it. Received: {NpyHeader.Shorten(text)}");
}

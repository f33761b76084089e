namespace NeuralOpt.Keras;

/// <summary>Doubles drawn one after the other from a stream: for the distributions that take as many as they need.</summary>
/// <remarks>Normal and uniform share the block counter; each takes a block for two values, gives the second first and keeps the other.</remarks>
internal ref struct PhiloxDoubles(Philox stream, ulong block)
{
    private ulong _block = block;
    private double? _uniform;
    private double? _normal;

    internal double Uniform()
    {
        if (_uniform is { } rest)
        {
            _uniform = null;
            return rest;
        }

        (double first, double second) = Pair();
        _uniform = first;
        return second;
    }

    internal double Normal()
    {
        if (_normal is { } rest)
        {
            _normal = null;
            return rest;
        }

        (double u, double v) = Pair();
        double r = Math.Sqrt(-2 * Math.Log(Math.Max(u, 1e-7)));
        (double sin, double cos) = Math.SinCos(2 * Math.PI * v);
        _normal = sin * r;
        return cos * r;
    }

    /// <summary>In [0, 1), from 52 of the bits of two words.</summary>
    internal static double FromWords(uint x0, uint x1)
        => BitConverter.UInt64BitsToDouble(0x3FF0000000000000 | ((ulong)(x0 & 0xFFFFF) << 32) | x1) - 1;

    private (double, double) Pair()
    {
        Span<uint> x = stackalloc uint[4];
        stream.Block(_block++, x);
        return (FromWords(x[0], x[1]), FromWords(x[2], x[3]));
    }
}

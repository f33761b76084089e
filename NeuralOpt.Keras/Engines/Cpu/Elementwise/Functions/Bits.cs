namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>All bits turned.</summary>
internal readonly struct BitwiseNotFunction : IUnaryFunction<BitwiseNotFunction>
{
    public static double Real(double x) => ~(long)x;

    public static long Integer(long x) => ~x;
}

/// <summary>Bits that both have.</summary>
internal readonly struct BitwiseAndFunction : IBinaryFunction<BitwiseAndFunction>
{
    public static double Real(double a, double b) => (long)a & (long)b;

    public static long Integer(long a, long b) => a & b;
}

/// <summary>Bits that one of them has.</summary>
internal readonly struct BitwiseOrFunction : IBinaryFunction<BitwiseOrFunction>
{
    public static double Real(double a, double b) => (long)a | (long)b;

    public static long Integer(long a, long b) => a | b;
}

/// <summary>Bits that just one of them has.</summary>
internal readonly struct BitwiseXorFunction : IBinaryFunction<BitwiseXorFunction>
{
    public static double Real(double a, double b) => (long)a ^ (long)b;

    public static long Integer(long a, long b) => a ^ b;
}

/// <summary>a times 2 to the power of b; 0 when all bits have gone.</summary>
internal readonly struct ShiftLeftFunction : IBinaryFunction<ShiftLeftFunction>
{
    public static double Real(double a, double b) => Integer((long)a, (long)b);

    public static long Integer(long a, long b) => b is < 0 or > 63 ? 0 : a << (int)b;
}

/// <summary>a over 2 to the power of b, downwards.</summary>
internal readonly struct ShiftRightFunction : IBinaryFunction<ShiftRightFunction>
{
    public static double Real(double a, double b) => Integer((long)a, (long)b);

    public static long Integer(long a, long b) => a >> (int)Math.Clamp(b, 0, 63);
}

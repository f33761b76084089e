using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>Where random numbers start: a number, for the same ones at every call, or a <see cref="SeedGenerator"/>, for others at every call.</summary>
public readonly struct Seed
{
    // Keras casts seeds to int32 by this modulus.
    private const long Modulus = int.MaxValue - 1L;

    private readonly long? _value;
    private readonly SeedGenerator? _generator;

    private Seed(long value) => _value = value;

    private Seed(SeedGenerator? generator) => _generator = generator;

    /// <summary>The pair that starts a stream, int64 of shape (2), both from 0 to 2^31 - 3. A generator moves on.</summary>
    /// <param name="seed">Null for the global generator.</param>
    internal static Tensor Pair(Seed? seed)
        => seed is { _value: { } value } ? Tensor.From<long>([Canonical(value), 0], 2)
        : seed is { _generator: { } generator } ? Canonical(generator)
        : NextGlobal();

    private static long Canonical(long value) => ((value % Modulus) + Modulus) % Modulus;

    // Seeds that a generator cannot leave need no modulus in the step.
    private static Tensor Canonical(SeedGenerator generator)
        => generator.Seed is < 0 or >= (int)Modulus ? Modulo(generator.Next(), Modulus) : generator.Next();

    private static Tensor NextGlobal()
    {
        Variable state = Session.Current.Generator;
        Tensor now = state.Value;
        if (!SymbolicScope.IsActive)
        {
            state.Assign(Modulo(Ops.Multiply(Ops.Add(now, 1), 5387), 933199));
        }

        return now;
    }

    private static Tensor Modulo(Tensor x, long divisor) => BinaryOp.Apply(new ConstantBinaryOp(BinaryKind.Modulo), x, divisor);

    /// <summary>A seed that gives the same numbers at every call.</summary>
    /// <param name="seed">Any number.</param>
    public static implicit operator Seed(int seed) => new(seed);

    /// <summary>A seed that gives the same numbers at every call.</summary>
    /// <param name="seed">Any number.</param>
    public static implicit operator Seed(long seed) => new(seed);

    /// <summary>A seed that gives other numbers at every call.</summary>
    /// <param name="generator">Null for the global generator.</param>
    public static implicit operator Seed(SeedGenerator? generator) => new(generator);
}

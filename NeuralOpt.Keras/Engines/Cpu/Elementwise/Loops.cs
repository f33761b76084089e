using System.Collections.Concurrent;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>The loop for a function and a dtype. Functions are found by the names of their structs, listed nowhere.</summary>
internal static class Loops
{
    private static readonly Dictionary<string, Type> s_functions = typeof(Loops).Assembly.GetTypes()
        .Where(t => t.IsValueType && t.Name.EndsWith("Function", StringComparison.Ordinal) && t.Namespace == typeof(Loops).Namespace)
        .ToDictionary(t => t.Name[..^"Function".Length]);

    private static readonly ConcurrentDictionary<(string, DType, DType, SimdLevel), Loop> s_loops = [];

    internal static Loop Of(UnaryKind kind, DType dtype, SimdLevel? level = null)
        => dtype == DType.Bool && kind == UnaryKind.BitwiseNot
            ? Of(UnaryKind.LogicalNot, dtype, level)
            : Get(kind.ToString(), dtype, dtype, level, () =>
            {
                Type f = Function(kind.ToString());
                Loop loop = IsTest(f, typeof(IUnaryTest))
                    ? Make(f, dtype, level, typeof(VectorUnaryTestLoop<,,>), typeof(UnaryTestLoop<,>), typeof(UnaryTestLoop<,>))
                    : Make(f, dtype, level, typeof(VectorUnaryLoop<,,>), typeof(RealUnaryLoop<,>), typeof(IntegerUnaryLoop<,>));
                loop.Cost = kind.Traits().Cost;
                return loop;
            });

    internal static Loop Of(BinaryKind kind, DType dtype, SimdLevel? level = null)
        => Get(kind.ToString(), dtype, dtype, level, () =>
        {
            Type f = Function(kind.ToString());
            Loop loop = IsTest(f, typeof(IBinaryTest))
                ? Make(f, dtype, level, typeof(VectorBinaryTestLoop<,,>), typeof(BinaryTestLoop<,>), typeof(BinaryTestLoop<,>))
                : Make(f, dtype, level, typeof(VectorBinaryLoop<,,>), typeof(RealBinaryLoop<,>), typeof(IntegerBinaryLoop<,>));
            loop.Cost = kind.Traits().Cost;
            return loop;
        });

    internal static Loop Select(DType dtype, SimdLevel? level = null)
        => Get("Select", dtype, dtype, level, () => dtype.Size() switch
        {
            1 => new SelectLoop<byte>(),
            2 => new SelectLoop<ushort>(),
            4 => Make(typeof(VectorSelectLoop<,>).MakeGenericType(Simd.TypesOf(level ?? Simd.Level))),
            _ => new SelectLoop<ulong>(),
        });

    internal static Loop Cast(DType from, DType to) => from == to ? Copy(from) : Get("Cast", from, to, null, () =>
    {
        Type[] simd = Simd.TypesOf(Simd.Level);
        return Make((from, to) switch
        {
            (DType.UInt8 or DType.Bool, DType.Float32) => typeof(VectorCastLoop<,,>).MakeGenericType([typeof(ByteSource), .. simd]),
            (DType.Int32, DType.Float32) => typeof(VectorCastLoop<,,>).MakeGenericType([typeof(Int32Source), .. simd]),
            (DType.Float32, DType.Bool) => typeof(VectorUnaryTestLoop<,,>).MakeGenericType([typeof(IsNonzeroFunction), .. simd]),
            _ => typeof(CastLoop<,>).MakeGenericType(Element.TypeOf(from), Element.TypeOf(to)),
        });
    });

    internal static Loop Copy(DType dtype) => dtype.Size() switch
    {
        1 => new CopyLoop<byte>(),
        2 => new CopyLoop<ushort>(),
        4 => new CopyLoop<uint>(),
        _ => new CopyLoop<ulong>(),
    };

    private static Loop Get(string name, DType from, DType to, SimdLevel? level, Func<Loop> make)
        => s_loops.GetOrAdd((name, from, to, level ?? Simd.Level), _ => make());

    private static Type Function(string kind)
        => s_functions.GetValueOrDefault(kind)
            ?? throw new EngineException($"cpu engine: every elementwise function must have a struct of its name. Received: {kind}.");

    private static bool IsTest(Type function, Type test) => function.IsAssignableTo(test);

    private static Loop Make(Type function, DType dtype, SimdLevel? level, Type vector, Type real, Type integer)
        => dtype == DType.Float32
            ? Make(vector.MakeGenericType([function, .. Simd.TypesOf(level ?? Simd.Level)]))
            : Make((dtype.IsFloating() ? real : integer).MakeGenericType(function, Element.TypeOf(dtype)));

    private static Loop Make(Type loop) => (Loop)Activator.CreateInstance(loop)!;
}

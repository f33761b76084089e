using System.Reflection;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Compiles the kernels that almost every network needs, on another thread, while the network is still being built.</summary>
/// <remarks>
/// Kernels are compiled with full optimization when they are first called, some milliseconds each and a third of the first
/// step of a small network, during which the other cores would wait.
/// </remarks>
internal static class WarmUp
{
    private static readonly (Type Kernel, Type[] Functions)[] s_common =
    [
        (typeof(ProductBlocks<,>), []),
        (typeof(Pack<,>), []),
        (typeof(TiledMatMul<,>), []),
        (typeof(TapConvolution<,>), []),
        (typeof(ScatterGradient<,>), []),
        (typeof(FilterGradient<,>), []),
        (typeof(Tile<,>), []),
        (typeof(VectorBinaryLoop<,,>), [typeof(AddFunction), typeof(SubtractFunction), typeof(MultiplyFunction), typeof(DivideFunction), typeof(PowerFunction)]),
        (typeof(VectorUnaryLoop<,,>), [typeof(ExpFunction), typeof(LogFunction), typeof(SqrtFunction), typeof(SquareFunction), typeof(NegateFunction)]),
        (typeof(VectorReduceStage<,,>), [typeof(AddFunction), typeof(MaximumFunction)]),
        (typeof(VectorBinaryTestLoop<,,>), [typeof(GreaterFunction), typeof(EqualFunction)]),
        (typeof(VectorSelectLoop<,>), []),
        (typeof(SinglePool<,>), []),
        (typeof(ChannelSum<,>), []),
    ];

    private static int s_started;

    /// <summary>Starts it, once a process, where there is a second core and a compiler.</summary>
    internal static void Start()
    {
        if (Environment.ProcessorCount > 1 && RuntimeFeature.IsDynamicCodeCompiled && Interlocked.Exchange(ref s_started, 1) == 0)
        {
            // Unsafe, because a thread that lives as long as the process must not keep the tape or trace under which it was started.
            new Thread(Run) { IsBackground = true, Name = "NeuralOpt warm-up", Priority = ThreadPriority.BelowNormal }.UnsafeStart();
        }
    }

    /// <summary>Compiles them all.</summary>
    internal static void Run()
    {
        foreach ((Type kernel, Type[] functions) in s_common)
        {
            Type[] simd = Simd.TypesOf(Simd.Level);
            if (functions.Length == 0)
            {
                Prepare(kernel.MakeGenericType(simd));
            }

            foreach (Type function in functions)
            {
                Prepare(kernel.MakeGenericType([function, .. simd]));
            }
        }
    }

    private static void Prepare(Type type)
    {
        const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        RuntimeTypeHandle[] arguments = [.. type.GetGenericArguments().Select(a => a.TypeHandle)];
        foreach (MethodInfo method in type.GetMethods(All))
        {
            if ((method.MethodImplementationFlags & MethodImplAttributes.AggressiveOptimization) != 0 && IsCommon(method.Name))
            {
                RuntimeHelpers.PrepareMethod(method.MethodHandle, arguments);
            }
        }
    }

    /// <summary>Of the many tiles those of full height, as products of many rows have them.</summary>
    private static bool IsCommon(string method)
    {
        int rows = Simd.Level == SimdLevel.V512 ? 14 : 6;
        return !char.IsDigit(method[^1]) || Enumerable.Range(rows - 2, 3).Any(r => method.Contains($"s{r}x", StringComparison.Ordinal));
    }
}

using System.Runtime.Intrinsics;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>What this machine's vector units can do.</summary>
/// <remarks>
/// A wider vector than the hardware has is emulated, four times slower, so only accelerated widths are offered.
/// <c>DOTNET_EnableAVX512=0</c> and <c>DOTNET_EnableAVX2=0</c> lower the level.
/// </remarks>
internal static class Simd
{
    /// <summary>The widest level of this machine, which every kernel uses.</summary>
    internal static SimdLevel Level { get; } =
        Vector512.IsHardwareAccelerated ? SimdLevel.V512 :
        Vector256.IsHardwareAccelerated ? SimdLevel.V256 :
        SimdLevel.V128;

    /// <summary>Floats in a register of <see cref="Level"/>.</summary>
    internal static int Width => (int)Level / 32;

    /// <summary>The type arguments S and V of a kernel class for a level.</summary>
    internal static Type[] TypesOf(SimdLevel level) => level switch
    {
        SimdLevel.V512 => [typeof(Simd512), typeof(Vector512<float>)],
        SimdLevel.V256 => [typeof(Simd256), typeof(Vector256<float>)],
        _ => [typeof(Simd128), typeof(Vector128<float>)],
    };

    /// <summary>Every level that runs on this machine, narrowest first.</summary>
    internal static IEnumerable<SimdLevel> Levels => Enum.GetValues<SimdLevel>().Where(level => level <= Level).Order();

    /// <summary>The kernel for the widest level of this machine.</summary>
    internal static Kernel Make(IKernelMaker maker) => Make(maker, Level);

    /// <summary>The kernel for one level; tests run them all.</summary>
    internal static Kernel Make(IKernelMaker maker, SimdLevel level) => level switch
    {
        SimdLevel.V512 => maker.Make<Simd512, Vector512<float>>(),
        SimdLevel.V256 => maker.Make<Simd256, Vector256<float>>(),
        _ => maker.Make<Simd128, Vector128<float>>(),
    };
}

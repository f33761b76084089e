using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Floats of a range from words: their low 23 bits over 2^23, scaled.</summary>
internal abstract unsafe class UnitLoop
{
    private static readonly Dictionary<SimdLevel, UnitLoop> s_loops = Simd.Levels.ToDictionary(
        static level => level, static level => (UnitLoop)Activator.CreateInstance(typeof(UnitLoop<,>).MakeGenericType(Simd.TypesOf(level)))!);

    /// <summary>The loop for a level of this machine.</summary>
    internal static UnitLoop Of(SimdLevel level) => s_loops[level];

    internal abstract void Run(uint* words, float* y, int n, float scale, float offset);
}

/// <summary>A register at a time; scaling and offset are rounded one after the other, as TensorFlow does.</summary>
internal sealed unsafe class UnitLoop<S, V> : UnitLoop where S : struct, ISimd<V> where V : struct
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(uint* words, float* y, int n, float scale, float offset)
    {
        V mantissa = S.BroadcastInt32(0x7FFFFF);
        V one = S.Broadcast(1f);
        for (int i = 0; i < n; i += S.Width)
        {
            int count = Math.Min(S.Width, n - i);
            V bits = S.Or(S.And(S.LoadPartial((float*)words + i, count), mantissa), one);
            V value = S.Mul(S.Sub(bits, one), S.Broadcast(scale));
            S.StorePartial(y + i, S.Add(value, S.Broadcast(offset)), count);
        }
    }
}

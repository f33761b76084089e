namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>The running thread's memory for what one member of a chain hands to the next, one sample of each.</summary>
/// <remarks>It is used again for every sample, so it stays in the core's cache: that is what chains are for.</remarks>
internal static unsafe class ChainMemory
{
    [ThreadStatic]
    private static ThreadBlock? s_block;

    /// <summary>What <see cref="Require"/> has seen to on this thread.</summary>
    internal static byte* Current => s_block!.Address;

    /// <summary>Sees to it that this thread has so much.</summary>
    internal static void Require(nuint bytes) => (s_block ??= new ThreadBlock()).Get(bytes);
}

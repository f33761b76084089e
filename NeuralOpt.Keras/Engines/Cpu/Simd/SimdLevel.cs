namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>The width of the vector registers that kernels use; the value of a member is its bits.</summary>
internal enum SimdLevel
{
    /// <summary>128 bits: SSE, NEON, or emulated.</summary>
    V128 = 128,

    /// <summary>256 bits: AVX2 with FMA.</summary>
    V256 = 256,

    /// <summary>512 bits: AVX-512.</summary>
    V512 = 512,
}

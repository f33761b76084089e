namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>The width of the vector registers that kernels use.</summary>
internal enum SimdLevel
{
    /// <summary>128 bits: SSE, NEON, or emulated.</summary>
    V128,

    /// <summary>256 bits: AVX2 with FMA.</summary>
    V256,

    /// <summary>512 bits: AVX-512.</summary>
    V512,
}

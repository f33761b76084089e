namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>One elementwise function over a run of elements: what kernels are put together from, alone or fused.</summary>
/// <remarks>The output may be one of the inputs' memory, element for element.</remarks>
internal abstract unsafe class Loop
{
    /// <summary>About how many additions one element costs: decides when threads are worth waking.</summary>
    internal int Cost { get; set; } = 1;

    /// <param name="x">Where each input is.</param>
    /// <param name="repeated">Bit i is set where input i is one element, used for all.</param>
    /// <param name="y">Where the output goes.</param>
    /// <param name="n">Number of elements.</param>
    internal abstract void Run(byte** x, int repeated, byte* y, nint n);
}

namespace NeuralOpt.Keras.Engines;

/// <summary>Which engine runs what follows.</summary>
internal static class Device
{
    /// <summary>The engine of this process: the managed CPU engine.</summary>
    internal static IEngine Current { get; } = new Cpu.CpuEngine();
}

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>What is done to a result on its way to memory.</summary>
internal enum Epilogue
{
    None,

    /// <summary><c>max(x, 0)</c>; NaN stays NaN.</summary>
    Relu,
}

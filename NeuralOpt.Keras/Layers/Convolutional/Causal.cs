namespace NeuralOpt.Keras.Layers;

/// <summary>Padding at the start only, so that a step sees itself and what came before.</summary>
internal static class Causal
{
    internal static Tensor Pad(Tensor x, Shape kernelSize, Shape dilationRate, string dataFormat)
    {
        int before = Lengths.Of("Conv1D", (long)dilationRate[0] * (kernelSize[0] - 1));
        return before == 0 ? x : Ops.PadWith(x, dataFormat == "channels_last" ? [0, before, 0] : [0, 0, before], [0, 0, 0], [0, 0, 0], 0);
    }
}

namespace NeuralOpt.Keras.Engines;

/// <summary>How a convolution walks: one entry a spatial axis. SAME padding has become explicit above the seam.</summary>
internal sealed record ConvSpec(Axes Strides, Axes PadLow, Axes PadHigh, Axes Dilation, int Groups = 1)
{
    /// <summary>Length of a spatial axis of the output.</summary>
    internal int Output(int axis, int input, int kernel)
        => ((input + PadLow[axis] + PadHigh[axis] - ((kernel - 1) * Dilation[axis]) - 1) / Strides[axis]) + 1;
}

/// <summary>How a pooling window walks: one entry a spatial axis.</summary>
internal sealed record PoolSpec(Axes Window, Axes Strides, Axes PadLow, Axes PadHigh);

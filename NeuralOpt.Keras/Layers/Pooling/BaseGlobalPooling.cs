namespace NeuralOpt.Keras.Layers;

/// <summary>Pooling over all of the spatial axes: what the layers of 1 to 3 of them share.</summary>
public abstract class BaseGlobalPooling : Layer
{
    private protected BaseGlobalPooling(int rank, string? dataFormat, bool keepdims, string? name, bool trainable, string? dtype, Shape? inputShape)
        : base(name, trainable, dtype, null, inputShape)
    {
        DataFormat = Guard.DataFormat(dataFormat, GetType().Name);
        Keepdims = keepdims;
        InputSpecs = [new() { Ndim = rank + 2 }];
        SpatialAxes = [.. Enumerable.Range(DataFormat == "channels_last" ? 1 : 2, rank)];
    }

    /// <summary>Where the channels are.</summary>
    public string DataFormat { get; }

    /// <summary>Whether the spatial axes stay, with length 1.</summary>
    public bool Keepdims { get; }

    private protected Axis SpatialAxes { get; }
}

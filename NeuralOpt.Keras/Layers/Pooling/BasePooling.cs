namespace NeuralOpt.Keras.Layers;

/// <summary>Pooling over windows: what the layers of 1 to 3 spatial axes share.</summary>
public abstract class BasePooling : Layer
{
    private protected BasePooling(
        int rank, Shape poolSize, Shape? strides, string padding, string? dataFormat, string? name, bool trainable, string? dtype, Shape? inputShape)
        : base(name, trainable, dtype, null, inputShape)
    {
        string place = GetType().Name;
        PoolSize = Guard.Window(poolSize, rank, place, "poolSize");
        Strides = Guard.Window(strides ?? poolSize, rank, place, "strides");
        Padding = Guard.Padding(padding, place);
        DataFormat = Guard.DataFormat(dataFormat, place);
        InputSpecs = [new() { Ndim = rank + 2 }];
    }

    /// <summary>Size of the window.</summary>
    public Shape PoolSize { get; }

    /// <summary>Stride of the windows.</summary>
    public Shape Strides { get; }

    /// <summary><c>"valid"</c> or <c>"same"</c>.</summary>
    public string Padding { get; }

    /// <summary>Where the channels are.</summary>
    public string DataFormat { get; }
}

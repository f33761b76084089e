namespace NeuralOpt.Keras.Layers;

/// <summary>Adds or cuts at the edges of 1 to 3 spatial axes: what padding and cropping share.</summary>
public abstract class BaseMargins : Layer
{
    private readonly Margins _margins;
    private readonly int _rank;

    private protected BaseMargins(int rank, Margins margins, string argument, string? dataFormat, string? name, bool trainable, string? dtype, Shape? inputShape)
        : base(name, trainable, dtype, null, inputShape)
    {
        _rank = rank;
        _margins = margins.For(rank, GetType().Name, argument);
        DataFormat = Guard.DataFormat(dataFormat, GetType().Name);
        InputSpecs = [new() { Ndim = rank + 2 }];
    }

    /// <summary>Where the channels are.</summary>
    public string DataFormat { get; }

    private protected Margins Sides => _margins;

    /// <summary>The input with that many zeros around, or with as much less where <paramref name="sign"/> is -1.</summary>
    private protected Tensor Change(Tensor x, int sign)
    {
        int first = DataFormat == "channels_last" ? 1 : 2;
        int[] low = new int[x.Rank];
        int[] high = new int[x.Rank];
        for (int i = 0; i < _rank; i++)
        {
            low[first + i] = sign * _margins.Before(i);
            high[first + i] = sign * _margins.After(i);
            if (x.Shape.At(first + i) is { } n && (long)n + low[first + i] + high[first + i] <= 0)
            {
                throw new ShapeException($"something must be left of each axis. Received shape: {x.Shape}.");
            }
        }

        return Ops.PadWith(x, low, high, new int[x.Rank], 0);
    }
}

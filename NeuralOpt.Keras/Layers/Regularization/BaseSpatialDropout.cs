using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Layers;

/// <summary>Dropout of whole channels: what its layers of 1 to 3 spatial axes share.</summary>
public abstract class BaseSpatialDropout : Layer
{
    private readonly SeedGenerator? _generator;

    private protected BaseSpatialDropout(int rank, double rate, string? dataFormat, int? seed, string? name, bool trainable, string? dtype, Shape? inputShape)
        : base(name, trainable, dtype, null, inputShape)
    {
        Rate = Guard.Rate(rate, GetType().Name);
        DataFormat = Guard.DataFormat(dataFormat, GetType().Name);
        Seed = seed;
        _generator = rate > 0 ? new(seed) : null;
        InputSpecs = [new() { Ndim = rank + 2 }];
    }

    /// <summary>Fraction of the channels to drop.</summary>
    public double Rate { get; }

    /// <summary>Where the channels are.</summary>
    public string DataFormat { get; }

    /// <summary>The seed that was given.</summary>
    public int? Seed { get; }

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    public override JsonObject GetConfig()
    {
        // Keras writes the bare name for these layers.
        JsonObject config = base.GetConfig();
        config["dtype"] = Dtype;
        return config;
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        if (!context.Training || _generator is null)
        {
            return inputs;
        }

        int channels = DataFormat == "channels_last" ? inputs.Rank - 1 : 1;
        Shape noise = inputs.Shape.Select((d, i) => i == 0 || i == channels ? d : 1).ToArray();
        return RandomOps.Dropout(inputs, Rate, noise, _generator);
    }
}

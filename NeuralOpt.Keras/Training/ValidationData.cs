namespace NeuralOpt.Keras;

/// <summary>Data that <c>Fit</c> evaluates after an epoch: <c>(x, y)</c> or <c>(x, y, sampleWeight)</c>.</summary>
public sealed class ValidationData
{
    private ValidationData(Tensors x, Tensors? y, Tensors? sampleWeight = null) => (X, Y, SampleWeight) = (x, y, sampleWeight);

    internal Tensors X { get; }

    internal Tensors? Y { get; }

    internal Tensors? SampleWeight { get; }

    /// <summary>Inputs and targets.</summary>
    /// <param name="data">One tensor each.</param>
    public static implicit operator ValidationData((Tensor X, Tensor Y) data) => new(data.X, data.Y);

    /// <summary>Inputs, targets and weights of the samples.</summary>
    /// <param name="data">One tensor each.</param>
    public static implicit operator ValidationData((Tensor X, Tensor Y, Tensor SampleWeight) data) => new(data.X, data.Y, data.SampleWeight);

    /// <summary>Several inputs or targets.</summary>
    /// <param name="data">Lists or dictionaries of tensors.</param>
    public static implicit operator ValidationData((Tensors X, Tensors Y) data) => new(data.X, data.Y);

    /// <summary>Several inputs or targets, and weights of the samples.</summary>
    /// <param name="data">Lists or dictionaries of tensors.</param>
    public static implicit operator ValidationData((Tensors X, Tensors Y, Tensors SampleWeight) data) => new(data.X, data.Y, data.SampleWeight);

    /// <summary>Inputs and targets as .NET arrays.</summary>
    /// <param name="data">One array each.</param>
    public static implicit operator ValidationData((Array X, Array Y) data) => new(data.X, data.Y);
}

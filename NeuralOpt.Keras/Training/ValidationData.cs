namespace NeuralOpt.Keras;

/// <summary>Data that <c>Fit</c> evaluates after an epoch: <c>(x, y)</c> or <c>(x, y, sampleWeight)</c>.</summary>
public sealed class ValidationData
{
    private ValidationData(Tensors x, Tensors? y, Tensors? sampleWeight = null) => (X, Y, SampleWeight) = (x, y, sampleWeight);

    internal Tensors X { get; }

    internal Tensors? Y { get; }

    internal Tensors? SampleWeight { get; }

    /// <summary>Inputs and targets.</summary>
    /// <param name="data">A tensor or .NET array each; several in a list or by name.</param>
    public static implicit operator ValidationData((Tensors X, Tensors Y) data) => new(data.X, data.Y);

    /// <summary>Inputs, targets and weights of the samples.</summary>
    /// <param name="data">A tensor or .NET array each; several in a list or by name.</param>
    public static implicit operator ValidationData((Tensors X, Tensors Y, Tensors SampleWeight) data) => new(data.X, data.Y, data.SampleWeight);
}

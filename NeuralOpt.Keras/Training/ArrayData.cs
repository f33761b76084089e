namespace NeuralOpt.Keras.Training;

/// <summary>Arrays as training sees them: inputs, targets, weights of one length along the first axis.</summary>
internal sealed class ArrayData
{
    internal ArrayData(Tensors? x, Tensors? y, Tensors? sampleWeight, string where)
    {
        X = Prepare(x is { Count: > 0 } ? x : throw new KerasArgumentException($"{where}: x must be given. Received: {(x is null ? "null" : "no input")}."));
        Y = y is null ? null : Prepare(y);
        SampleWeight = sampleWeight is null ? null : Prepare(sampleWeight);
        All = [.. X, .. (IEnumerable<Tensor>?)Y ?? [], .. (IEnumerable<Tensor>?)SampleWeight ?? []];
        foreach (Tensor t in All)
        {
            if (!t.IsConcrete)
            {
                throw new KerasArgumentException($"{where}: data must have values. Received: {t}.");
            }

            if (t.Rank == 0)
            {
                throw new ShapeException($"{where}: data must have a first axis of samples. Received shapes: {Shapes()}.");
            }
        }

        if (All.Any(t => t.Shape.At(0) != All[0].Shape.At(0)))
        {
            throw new ShapeException($"{where}: x, y and sampleWeight must have as many samples each. Received shapes: {Shapes()}.");
        }

        Count = All[0].Shape[0];
        if (Count == 0)
        {
            throw new KerasArgumentException($"{where}: there must be at least one sample. Received: an empty data set, shapes {Shapes()}.");
        }
    }

    internal Tensors X { get; }

    internal Tensors? Y { get; }

    internal Tensors? SampleWeight { get; }

    /// <summary>Inputs, then targets, then weights.</summary>
    internal Tensor[] All { get; }

    /// <summary>Number of samples.</summary>
    internal int Count { get; }

    /// <summary>Takes the last part away, for validation.</summary>
    internal (ArrayData Training, ArrayData Validation) Split(double fraction, string where)
    {
        int at = (int)Math.Floor(Count * (1 - fraction));
        if (at == 0 || at == Count)
        {
            throw new KerasArgumentException($"{where}: validationSplit must leave samples for training and for validation. Received: {fraction} of {Count} samples.");
        }

        return (Rows(0, at, where), Rows(at, Count, where));
    }

    private ArrayData Rows(int from, int to, string where)
    {
        return new(X.Map(Cut), Y?.Map(Cut), SampleWeight?.Map(Cut), where);

        Tensor Cut(Tensor t) => Ops.SliceAxis(t, 0, from, to);
    }

    private static Tensors Prepare(Tensors data)
        => data.Map(static t => t is { IsConcrete: true, DType: DType.Float64 } ? t.AsType(DType.Float32) : t);

    private string Shapes() => string.Join(", ", All.Select(t => t.Shape));
}

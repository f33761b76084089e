using NeuralOpt.Keras.Losses;

namespace NeuralOpt.Keras.Metrics;

/// <summary>A metric that is the mean over all samples of a function of labels and predictions.</summary>
/// <remarks>Derive from it and override <see cref="Call"/>, or give it a function.</remarks>
/// <example>
/// <code>
/// var gap = new MeanMetricWrapper((yTrue, yPred) =&gt; Ops.Max(Ops.Abs(yTrue - yPred), axis: -1), name: "gap");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/reduction_metrics/#meanmetricwrapper-class"/>
public class MeanMetricWrapper : Metric
{
    private readonly Mean _mean;

    /// <summary>Makes a metric of a function.</summary>
    /// <param name="fn">Gives a number for each sample, from labels and predictions.</param>
    /// <param name="name">Name in logs; the class's in snake case by default.</param>
    /// <param name="dtype">Type of state and result; float32 by default.</param>
    public MeanMetricWrapper(Func<Tensor, Tensor, Tensor> fn, string? name = null, string? dtype = null)
        : this(name, dtype)
        => Fn = fn ?? throw new KerasArgumentNullException("MeanMetricWrapper: fn must be a function. Received: null.");

    /// <summary>Called by a derived class.</summary>
    /// <param name="name">Name in logs; the class's in snake case by default.</param>
    /// <param name="dtype">Type of state and result; float32 by default.</param>
    protected MeanMetricWrapper(string? name = null, string? dtype = null)
        : base(dtype, name)
        => _mean = new(Name, Dtype);

    /// <summary>The function that was given; null for a derived class.</summary>
    public Func<Tensor, Tensor, Tensor>? Fn { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Variable> Variables => _mean.Variables;

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        Guard.NotNull(yTrue, Place);
        Guard.NotNull(yPred, Place);
        try
        {
            (Tensor t, Tensor p) = AlignsRanks ? Weighting.Aligned(yTrue, yPred) : (yTrue, yPred);
            Tensor values = Call(ConvertsLabels ? Ops.Cast(t, p.DType) : t, p);
            _mean.UpdateState(values, Weighting.WithMask(sampleWeight, yPred.Mask, ResultType, rescale: false));
        }
        catch (ShapeException e) when (e.Place is null)
        {
            throw Named(e);
        }
    }

    /// <inheritdoc/>
    public override Tensor Result() => _mean.Result();

    /// <summary>The mean in the dtype of the state.</summary>
    private protected Tensor Average => _mean.Average;

    /// <summary>The number for each sample: what a derived class is about.</summary>
    /// <param name="yTrue">Labels.</param>
    /// <param name="yPred">Predictions.</param>
    /// <returns>(batch, ...); further axes are averaged.</returns>
    protected virtual Tensor Call(Tensor yTrue, Tensor yPred)
        => (Fn ?? throw new KerasInvalidOperationException($"{GetType().Name} '{Name}': a metric that is given no function must override Call."))(yTrue, yPred);

    /// <summary>Whether a last axis of length 1 that only one of the two has is added or removed.</summary>
    private protected virtual bool AlignsRanks => false;

    /// <summary>Whether labels are brought to the dtype of the predictions.</summary>
    private protected virtual bool ConvertsLabels => false;
}

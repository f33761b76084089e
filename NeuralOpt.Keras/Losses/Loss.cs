using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Losses;

/// <summary>What training makes small: a number for each sample from labels and predictions, and a rule that joins them.</summary>
/// <remarks>Derive from it and override <see cref="Call"/>, or use <see cref="From"/> for a function. Names such as <c>"mse"</c> convert to a loss.</remarks>
/// <example>
/// <code>
/// Tensor value = new MeanSquaredError().Apply(yTrue, yPred);
/// model.Compile(loss: (y, p) =&gt; Ops.Mean(Ops.Square(y - p), axis: -1));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/losses/"/>
public abstract class Loss : IConfigurable
{
    private static readonly string[] s_reductions = ["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"];

    private readonly DType _dtype;

    /// <summary>Called by a derived class.</summary>
    /// <param name="name">Name in messages; the class's in snake case, counted up, by default.</param>
    /// <param name="reduction">
    /// How the samples' losses are reduced: <c>"sum_over_batch_size"</c> and <c>"mean"</c> (sum by number of elements), <c>"sum"</c>,
    /// <c>"mean_with_sample_weight"</c> (sum by sum of the weights), <c>"none"</c> or null.
    /// </param>
    /// <param name="dtype">Type of the computation; float32 by default.</param>
    protected Loss(string? name = null, string? reduction = "sum_over_batch_size", string? dtype = null)
    {
        Name = name ?? Session.Current.UniqueName(NamingRule.SnakeCase(GetType().Name));
        Reduction = reduction is null ? null : Guard.OneOf(reduction, GetType().Name, "reduction", s_reductions);
        Dtype = dtype;
        _dtype = dtype is null ? DType.Float32 : DTypes.Parse(dtype);
    }

    /// <summary>Name in messages and logs.</summary>
    public string Name { get; internal set; }

    /// <summary>How the samples' losses are reduced; null for not at all.</summary>
    public string? Reduction { get; }

    /// <summary>Type of the computation; null for float32.</summary>
    public string? Dtype { get; }

    /// <summary>The loss of a batch: Python's <c>loss(y_true, y_pred, sample_weight)</c>.</summary>
    /// <param name="yTrue">Labels, (batch, ...). A last axis of length 1 that only one of the two has is added or removed.</param>
    /// <param name="yPred">Predictions, (batch, ...); masked time steps do not count.</param>
    /// <param name="sampleWeight">Weight of each sample, or of each element of the samples' losses; null for 1.</param>
    /// <returns>A scalar; one number a sample where the reduction is <c>"none"</c>.</returns>
    public Tensor Apply(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        Tensor? mask = Guard.NotNull(yPred, GetType().Name).Mask;
        CheckLabels(Guard.NotNull(yTrue, GetType().Name), yPred.Shape);
        try
        {
            Tensor labels = Labels == LabelRule.Classes && !yTrue.DType.IsFloating() ? yTrue : Ops.Cast(yTrue, _dtype);
            Tensor predictions = Ops.Cast(yPred, _dtype);
            (Tensor t, Tensor p) = Labels == LabelRule.Elements ? Weighting.Aligned(labels, predictions) : Weighting.SameRank(labels, predictions);
            Tensor losses = Call(t, p);
            if (losses.Mask is { } valid)
            {
                mask = mask is null ? valid : Ops.Where(mask, valid, false);
            }

            return Weighting.Reduce(Ops.Cast(losses, _dtype), sampleWeight, mask, Reduction);
        }
        catch (ShapeException e) when (e.Place is null)
        {
            throw new ShapeException($"{(this is FunctionLoss ? "Loss" : GetType().Name)} '{Name}': {e.Message}", e) { Place = Name };
        }
    }

    /// <summary>What labels have to do with predictions; of a loss of one's own nothing is known.</summary>
    private protected virtual LabelRule Labels => GetType().Assembly == typeof(Loss).Assembly ? LabelRule.Elements : LabelRule.Free;

    /// <summary>The loss of each sample: what a derived class is about.</summary>
    /// <param name="yTrue">Labels in the loss's dtype.</param>
    /// <param name="yPred">Predictions in the loss's dtype.</param>
    /// <returns>As a rule (batch, ...) without the last axis.</returns>
    protected abstract Tensor Call(Tensor yTrue, Tensor yPred);

    /// <summary>Throws if labels with values cannot be labels of such predictions; symbolic ones pass.</summary>
    internal virtual void CheckLabels(Tensor yTrue, Shape predictions)
    {
    }

    /// <summary>A loss from a function of labels and predictions.</summary>
    /// <param name="f">Gives the loss of each sample.</param>
    /// <param name="name">Name in messages; the method's in snake case by default, <c>lambda</c> for a lambda.</param>
    public static Loss From(Func<Tensor, Tensor, Tensor> f, string? name = null) => new FunctionLoss(Guard.NotNull(f, "Loss.From"), name ?? FunctionName.Of(f));

    /// <summary>The loss of that name, with default arguments.</summary>
    /// <param name="name">Keras's name, such as <c>"mse"</c>, <c>"mean_squared_error"</c>, <c>"MeanSquaredError"</c>. Null stays null.</param>
    /// <exception cref="ArgumentException">No loss has that name; the message lists those that exist.</exception>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator Loss?(string? name) => name is null ? null : Registry.Create<Loss>(name);

    /// <summary>A loss from a function, as <see cref="From"/> makes it.</summary>
    /// <param name="f">Gives the loss of each sample. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(f))]
    public static implicit operator Loss?(Func<Tensor, Tensor, Tensor>? f) => f is null ? null : From(f);

    /// <summary>The constructor's arguments under Keras's keys, from which the loss can be made again; override it for anything else.</summary>
    public virtual JsonObject GetConfig() => ObjectConfig.Get(this);

    /// <inheritdoc/>
    public override string ToString() => ConfigText.Of(this);

    private sealed class FunctionLoss(Func<Tensor, Tensor, Tensor> f, string name) : Loss(name), IFunctionObject
    {
        public Delegate Function => f;

        public override JsonObject GetConfig() => (JsonObject)ConfigWriter.Write(f)!;

        private protected override LabelRule Labels => LabelRule.Free;

        protected override Tensor Call(Tensor yTrue, Tensor yPred) => f(yTrue, yPred);
    }
}

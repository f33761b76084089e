using NeuralOpt.Keras.Losses;

namespace NeuralOpt.Keras.Metrics;

/// <summary>Root of the mean squared error over all elements.</summary>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new RootMeanSquaredError()]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/regression_metrics/#rootmeansquarederror-class"/>
[KerasName("rmse", "RMSE")]
public class RootMeanSquaredError(string? name = "root_mean_squared_error", string? dtype = null)
    : MeanMetricWrapper(name, dtype)
{
    /// <inheritdoc/>
    public override bool? HigherIsBetter => false;

    private protected override bool AlignsRanks => true;

    private protected override bool ConvertsLabels => true;

    /// <inheritdoc/>
    public override Tensor Result() => Typed(Ops.Sqrt(Average));

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Ops.Square(yTrue - yPred);
}

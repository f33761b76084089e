namespace NeuralOpt.Keras.Metrics;

/// <summary>F-beta score: the harmonic mean of precision and recall, recall weighted <c>beta</c> times as much.</summary>
/// <param name="average">null for one score a class; <c>"micro"</c> (all classes counted together), <c>"macro"</c> (mean of the scores), <c>"weighted"</c> (mean weighted by the number of labels).</param>
/// <param name="beta">Weight of recall, above 0.</param>
/// <param name="threshold">What a prediction must exceed to count as 1, above 0 and at most 1; null for the highest of each sample.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <remarks>Labels and predictions have shape (batch, classes).</remarks>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new FBetaScore(beta: 2.0)]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/classification_metrics/#fbetascore-class"/>
[KerasName("fbeta_score")]
public class FBetaScore(string? average = null, double beta = 1.0, double? threshold = null, string? name = "fbeta_score", string? dtype = null)
    : FScore(average, beta, threshold, name, dtype)
{
    /// <summary>Weight of recall.</summary>
    public double Beta => WeightOfRecall;
}

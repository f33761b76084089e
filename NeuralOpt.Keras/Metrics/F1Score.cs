namespace NeuralOpt.Keras.Metrics;

/// <summary>F1 score: the harmonic mean of precision and recall.</summary>
/// <param name="average">null for one score a class; <c>"micro"</c> (all classes counted together), <c>"macro"</c> (mean of the scores), <c>"weighted"</c> (mean weighted by the number of labels).</param>
/// <param name="threshold">What a prediction must exceed to count as 1, above 0 and at most 1; null for the highest of each sample.</param>
/// <param name="name">Name in logs.</param>
/// <param name="dtype">Type of state and result; float32 by default.</param>
/// <remarks>Labels and predictions have shape (batch, classes).</remarks>
/// <example>
/// <code>
/// model.Compile("adam", "binary_crossentropy", metrics: [new F1Score(average: "macro")]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/metrics/classification_metrics/#f1score-class"/>
public class F1Score(string? average = null, double? threshold = null, string? name = "f1_score", string? dtype = null)
    : FScore(average, 1.0, threshold, name, dtype);

namespace NeuralOpt.Keras.Callbacks;

/// <summary>What <c>Fit</c> returns: loss and metrics of every epoch, by name.</summary>
/// <example>
/// <code>
/// History history = model.Fit(x, y, epochs: 10, validationSplit: 0.2);
/// double last = history.History["val_loss"][^1];     // history["val_loss"] is the same
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/models/model_training_apis/#fit-method"/>
public class History : EpochRecord
{
    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs) => Forget();

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs) => Keep(epoch, logs ?? []);
}

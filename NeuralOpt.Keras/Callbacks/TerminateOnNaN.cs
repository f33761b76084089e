namespace NeuralOpt.Keras.Callbacks;

/// <summary>Ends training when the loss is not a finite number any more.</summary>
/// <param name="raiseError">Whether to throw instead.</param>
/// <example>
/// <code>
/// model.Fit(x, y, callbacks: new TerminateOnNaN());
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/callbacks/terminate_on_nan/"/>
public class TerminateOnNaN(bool raiseError = false) : Callback
{
    /// <summary>Whether to throw instead.</summary>
    public bool RaiseError { get; } = raiseError;

    /// <inheritdoc/>
    public override void OnBatchEnd(int batch, Logs logs)
    {
        logs ??= [];
        if (!logs.TryGetValue("loss", out double loss) || double.IsFinite(loss))
        {
            return;
        }

        if (RaiseError)
        {
            throw new KerasInvalidOperationException($"TerminateOnNaN: the loss must be a finite number. Received: {PythonNumber.Repr(loss)} at batch {batch}.");
        }

        Console.Out.Write($"Batch {batch}: Invalid loss, terminating training\n");
        Model.StopTraining = true;
    }
}

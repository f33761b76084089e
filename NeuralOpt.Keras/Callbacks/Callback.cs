using System.Collections;
using System.Reflection;

namespace NeuralOpt.Keras.Callbacks;

/// <summary>Something that is told what happens in <c>Fit</c>, <c>Evaluate</c> and <c>Predict</c>, and may act on it.</summary>
/// <remarks>
/// Override the methods that matter. Setting <c>Model.StopTraining</c> ends training after the epoch.
/// One callback stands wherever a list of them does: <c>callbacks: stop</c>.
/// </remarks>
/// <example>
/// <code>
/// class StopAtLoss(double loss) : Callback
/// {
///     public override void OnEpochEnd(int epoch, Logs logs) =&gt; Model.StopTraining = logs["loss"] &lt; loss;
/// }
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/callbacks/base_callback/"/>
public abstract class Callback : IConfigurable, IEnumerable<Callback>
{
    private static readonly string[] s_batchHooks = [nameof(OnTrainBatchEnd), nameof(OnBatchEnd), nameof(OnTestBatchEnd), nameof(OnPredictBatchEnd)];

    private Model? _model;

    /// <summary>The model at work.</summary>
    /// <exception cref="InvalidOperationException">The callback has not been given to a model yet.</exception>
    public Model Model => _model ?? throw new KerasInvalidOperationException($"{GetType().Name}: there is no model before Fit, Evaluate or Predict begins.");

    /// <summary>Keras's parameters: <c>epochs</c>, <c>steps</c> (-1 when unknown), <c>verbose</c>.</summary>
    public IReadOnlyDictionary<string, int> Params { get; private set; } = new Dictionary<string, int>();

    /// <summary>Whether it wants the logs of each batch, which are read for it then.</summary>
    internal virtual bool ReadsBatches => OverridesBatchHooks(typeof(Callback));

    /// <summary>Called once with the model, before anything else.</summary>
    /// <param name="model">The model at work.</param>
    public virtual void SetModel(Model model) => _model = model;

    /// <summary>Called once with the parameters.</summary>
    /// <param name="params">Keras's parameters.</param>
    public virtual void SetParams(IReadOnlyDictionary<string, int> @params) => Params = @params;

    /// <summary>Called at the start of training.</summary>
    /// <param name="logs">Empty.</param>
    public virtual void OnTrainBegin(Logs logs = null!)
    {
    }

    /// <summary>Called at the end of training.</summary>
    /// <param name="logs">Those of the last epoch.</param>
    public virtual void OnTrainEnd(Logs logs = null!)
    {
    }

    /// <summary>Called at the start of an epoch.</summary>
    /// <param name="epoch">From 0.</param>
    /// <param name="logs">Empty.</param>
    public virtual void OnEpochBegin(int epoch, Logs logs = null!)
    {
    }

    /// <summary>Called at the end of an epoch, after its validation.</summary>
    /// <param name="epoch">From 0.</param>
    /// <param name="logs">Loss and metrics of training, and of validation with <c>val_</c> before the name.</param>
    public virtual void OnEpochEnd(int epoch, Logs logs = null!)
    {
    }

    /// <summary>Called before a training step; calls <see cref="OnBatchBegin"/>.</summary>
    /// <param name="batch">From 0 in each epoch.</param>
    /// <param name="logs">Empty.</param>
    public virtual void OnTrainBatchBegin(int batch, Logs logs = null!) => OnBatchBegin(batch, logs);

    /// <summary>Called after a training step; calls <see cref="OnBatchEnd"/>.</summary>
    /// <param name="batch">From 0 in each epoch.</param>
    /// <param name="logs">Loss and metrics so far in this epoch.</param>
    public virtual void OnTrainBatchEnd(int batch, Logs logs = null!) => OnBatchEnd(batch, logs);

    /// <summary>The older name of <see cref="OnTrainBatchBegin"/>.</summary>
    /// <param name="batch">From 0 in each epoch.</param>
    /// <param name="logs">Empty.</param>
    public virtual void OnBatchBegin(int batch, Logs logs = null!)
    {
    }

    /// <summary>The older name of <see cref="OnTrainBatchEnd"/>.</summary>
    /// <param name="batch">From 0 in each epoch.</param>
    /// <param name="logs">Loss and metrics so far in this epoch.</param>
    public virtual void OnBatchEnd(int batch, Logs logs = null!)
    {
    }

    /// <summary>Called at the start of an evaluation or validation.</summary>
    /// <param name="logs">Empty.</param>
    public virtual void OnTestBegin(Logs logs = null!)
    {
    }

    /// <summary>Called at the end of an evaluation or validation.</summary>
    /// <param name="logs">Loss and metrics.</param>
    public virtual void OnTestEnd(Logs logs = null!)
    {
    }

    /// <summary>Called before a batch of an evaluation.</summary>
    /// <param name="batch">From 0.</param>
    /// <param name="logs">Empty.</param>
    public virtual void OnTestBatchBegin(int batch, Logs logs = null!)
    {
    }

    /// <summary>Called after a batch of an evaluation.</summary>
    /// <param name="batch">From 0.</param>
    /// <param name="logs">Loss and metrics so far.</param>
    public virtual void OnTestBatchEnd(int batch, Logs logs = null!)
    {
    }

    /// <summary>Called at the start of a prediction.</summary>
    /// <param name="logs">Empty.</param>
    public virtual void OnPredictBegin(Logs logs = null!)
    {
    }

    /// <summary>Called at the end of a prediction.</summary>
    /// <param name="logs">Empty.</param>
    public virtual void OnPredictEnd(Logs logs = null!)
    {
    }

    /// <summary>Called before a batch of a prediction.</summary>
    /// <param name="batch">From 0.</param>
    /// <param name="logs">Empty.</param>
    public virtual void OnPredictBatchBegin(int batch, Logs logs = null!)
    {
    }

    /// <summary>Called after a batch of a prediction.</summary>
    /// <param name="batch">From 0.</param>
    /// <param name="logs">Empty.</param>
    public virtual void OnPredictBatchEnd(int batch, Logs logs = null!)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => ConfigText.Of(this);

    IEnumerator<Callback> IEnumerable<Callback>.GetEnumerator()
    {
        yield return this;
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<Callback>)this).GetEnumerator();

    /// <summary>Whether a class below that one wants to hear of the end of batches.</summary>
    private protected bool OverridesBatchHooks(Type below)
        => s_batchHooks.Any(hook => GetType().GetMethod(hook, BindingFlags.Instance | BindingFlags.Public)!.DeclaringType is { } type
            && type != below && type.IsAssignableTo(below));
}

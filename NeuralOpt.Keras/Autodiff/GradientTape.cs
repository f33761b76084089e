using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras;

/// <summary>Records what is computed while it is open, so that gradients can be asked for, as <c>tf.GradientTape</c> does.</summary>
/// <remarks>
/// Trainable variables are watched by themselves; tensors by <see cref="Watch(Tensor)"/>.
/// A tape gives gradients once, a persistent one as often as asked. Tapes nest, for gradients of gradients.
/// What is computed after an <c>await</c>, in tasks and in parallel loops is recorded too. A compiled function called under a tape
/// runs op by op, so that gradients go through it.
/// </remarks>
/// <example>
/// <code>
/// using var tape = new GradientTape();
/// tape.Watch(x);
/// Tensor y = x * x;
/// Tensor dy = tape.Gradient(y, x)!;
/// </code>
/// </example>
/// <seealso href="https://www.tensorflow.org/api_docs/python/tf/GradientTape"/>
public sealed class GradientTape : IDisposable
{
    private readonly Tape _tape;
    private readonly bool _persistent;
    private bool _recording = true;
    private bool _used;

    /// <summary>Opens a tape.</summary>
    /// <param name="persistent">Whether gradients can be asked for more than once.</param>
    /// <param name="watchAccessedVariables">Whether trainable variables are watched when they are read.</param>
    public GradientTape(bool persistent = false, bool watchAccessedVariables = true)
    {
        _persistent = persistent;
        _tape = new(watchAccessedVariables);
        _tape.Start();
    }

    /// <summary>Follows a tensor from here on.</summary>
    /// <param name="tensor">Floating point.</param>
    /// <exception cref="InvalidOperationException">The tape was opened where what is computed here does not come onto it.</exception>
    public void Watch(Tensor tensor)
    {
        RequireFlow("Watch");
        _tape.Watch(Guard.NotNull(tensor, "GradientTape.Watch", nameof(tensor)));
    }

    /// <summary>Follows a variable from here on, trainable or not.</summary>
    /// <param name="variable">Floating point.</param>
    /// <exception cref="InvalidOperationException">The tape was opened where what is computed here does not come onto it.</exception>
    public void Watch(Variable variable)
    {
        RequireFlow("Watch");
        _tape.Watch(Guard.NotNull(variable, "GradientTape.Watch", nameof(variable)));
    }

    /// <summary>Records what a function computes: a tape, closed, and the result, for the usual step of two lines.</summary>
    /// <typeparam name="T">A tensor, or a tuple of what is needed besides the loss.</typeparam>
    /// <param name="compute">Computes the loss.</param>
    /// <param name="watch">Tensors to follow besides the trainable variables; null for none.</param>
    /// <param name="persistent">Whether gradients can be asked for more than once.</param>
    /// <param name="watchAccessedVariables">Whether trainable variables are watched when they are read.</param>
    /// <returns>The tape, of which gradients can be asked, and what <paramref name="compute"/> gave.</returns>
    /// <example>
    /// <code>
    /// var (tape, loss) = GradientTape.Record(() => Ops.Mean(Ops.Square(model.Apply(x, training: true) - y)));
    /// optimizer.ApplyGradients(tape.Gradient(loss, model.TrainableVariables).Zip(model.TrainableVariables));
    /// </code>
    /// </example>
    public static (GradientTape Tape, T Result) Record<T>(Func<T> compute, Tensors? watch = null, bool persistent = false, bool watchAccessedVariables = true)
    {
        Guard.NotNull(compute, "GradientTape.Record", nameof(compute));
        using GradientTape tape = new(persistent, watchAccessedVariables);
        foreach (Tensor tensor in watch ?? [])
        {
            tape.Watch(tensor);
        }

        return (tape, compute());
    }

    /// <summary>Gradient of the sum of a target by one tensor.</summary>
    /// <param name="target">What was computed.</param>
    /// <param name="source">A watched tensor.</param>
    /// <param name="outputGradients">Weight of each element of the target; ones when null.</param>
    /// <param name="unconnectedGradients"><c>"zero"</c> for zeros where the target does not depend on the source; null or <c>"none"</c> for null.</param>
    /// <returns>Shape and dtype of the source; null if the target does not depend on it, and zeros were not asked for.</returns>
    [return: NotNullIfNotNull(nameof(unconnectedGradients))]
    public Tensor? Gradient(Tensor target, Tensor source, Tensor? outputGradients = null, string? unconnectedGradients = null)
        => Run(target, outputGradients, [Guard.NotNull(source, "GradientTape.Gradient", nameof(source))], unconnectedGradients)[0];

    /// <summary>Gradient of the sum of a target by one variable.</summary>
    /// <param name="target">What was computed.</param>
    /// <param name="source">A watched variable.</param>
    /// <param name="outputGradients">Weight of each element of the target; ones when null.</param>
    /// <param name="unconnectedGradients"><c>"zero"</c> for zeros where the target does not depend on the source; null or <c>"none"</c> for null.</param>
    /// <returns>Shape and dtype of the variable; null if the target does not depend on it, and zeros were not asked for.</returns>
    [return: NotNullIfNotNull(nameof(unconnectedGradients))]
    public Tensor? Gradient(Tensor target, Variable source, Tensor? outputGradients = null, string? unconnectedGradients = null)
        => Run(target, outputGradients, [Guard.NotNull(source, "GradientTape.Gradient", nameof(source))], unconnectedGradients)[0];

    /// <summary>Gradients of the sum of a target by several tensors.</summary>
    /// <param name="target">What was computed.</param>
    /// <param name="sources">Watched tensors.</param>
    /// <param name="outputGradients">Weight of each element of the target; ones when null.</param>
    /// <param name="unconnectedGradients"><c>"zero"</c> for zeros where the target does not depend on a source; null or <c>"none"</c> for null.</param>
    /// <returns>One gradient a source; null if the target does not depend on it, and zeros were not asked for.</returns>
    [OverloadResolutionPriority(1)] // An array would also convert to a tensor.
    public Tensor?[] Gradient(Tensor target, IReadOnlyList<Tensor> sources, Tensor? outputGradients = null, string? unconnectedGradients = null)
        => Run(target, outputGradients, [.. Guard.NotNull(sources, "GradientTape.Gradient", nameof(sources))], unconnectedGradients);

    /// <summary>Gradients of the sum of a target by several variables, such as <c>model.TrainableVariables</c>.</summary>
    /// <param name="target">What was computed.</param>
    /// <param name="sources">Watched variables.</param>
    /// <param name="outputGradients">Weight of each element of the target; ones when null.</param>
    /// <param name="unconnectedGradients"><c>"zero"</c> for zeros where the target does not depend on a source; null or <c>"none"</c> for null.</param>
    /// <returns>One gradient a source; null if the target does not depend on it, and zeros were not asked for.</returns>
    [OverloadResolutionPriority(1)] // An array would also convert to a tensor.
    public Tensor?[] Gradient(Tensor target, IReadOnlyList<Variable> sources, Tensor? outputGradients = null, string? unconnectedGradients = null)
        => Run(target, outputGradients, [.. Guard.NotNull(sources, "GradientTape.Gradient", nameof(sources))], unconnectedGradients);

    /// <summary>Gradients of the sum of a target by several tensors.</summary>
    /// <param name="target">What was computed.</param>
    /// <param name="sources">Watched tensors.</param>
    /// <returns>One gradient a source; null if the target does not depend on it.</returns>
    public Tensor?[] Gradient(Tensor target, Tensor[] sources) => Gradient(target, (IReadOnlyList<Tensor>)sources);

    /// <summary>Gradients of the sum of a target by several variables.</summary>
    /// <param name="target">What was computed.</param>
    /// <param name="sources">Watched variables.</param>
    /// <returns>One gradient a source; null if the target does not depend on it.</returns>
    public Tensor?[] Gradient(Tensor target, Variable[] sources) => Gradient(target, (IReadOnlyList<Variable>)sources);

    /// <summary>The variables that were watched so far, in the order in which they were first read.</summary>
    public IReadOnlyList<Variable> WatchedVariables() => _tape.Variables;

    /// <summary>Stops recording until the result is disposed.</summary>
    public IDisposable StopRecording()
    {
        Pause();
        return new Resume(this);
    }

    /// <summary>Closes the tape; a persistent one still gives gradients of what it recorded.</summary>
    public void Dispose() => Pause();

    private Tensor?[] Run(Tensor target, Tensor? seed, object[] sources, string? unconnected)
    {
        Guard.NotNull(target, "GradientTape.Gradient", nameof(target));
        Guard.NoNulls(sources, "GradientTape.Gradient");
        bool zeros = Guard.OneOf(unconnected ?? "none", "GradientTape.Gradient", "unconnectedGradients", "none", "zero") == "zero";
        if (_used && !_persistent)
        {
            throw new KerasInvalidOperationException("GradientTape.Gradient: a tape that is not persistent gives gradients once. Use new GradientTape(persistent: true).");
        }

        RequireFlow("Gradient");
        _used = true;
        if (!_persistent)
        {
            Pause();
        }

        Tensor?[] gradients = _tape.Gradients([target], [seed], sources);
        for (int i = 0; zeros && i < gradients.Length; i++)
        {
            gradients[i] ??= Ops.ZerosLike(sources[i] as Tensor ?? ((Variable)sources[i]).Value);
        }

        return gradients;
    }

    // A tape opened inside an awaited method is closed to the code that awaits it, and gradients would vanish without a word.
    private void RequireFlow(string method)
    {
        if (_recording && !_tape.IsOpenHere)
        {
            throw new KerasInvalidOperationException(
                $"GradientTape.{method}: a tape must be used where it was opened, or in what was awaited or started from there. Received: a call from elsewhere; open the tape in the method that computes.");
        }
    }

    private void Pause()
    {
        if (_recording)
        {
            _recording = false;
            _tape.Stop();
        }
    }

    private sealed class Resume(GradientTape tape) : IDisposable
    {
        public void Dispose()
        {
            if (!tape._recording)
            {
                tape._recording = true;
                tape._tape.Start();
            }
        }
    }
}

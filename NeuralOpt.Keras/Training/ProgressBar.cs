using System.Text;

namespace NeuralOpt.Keras.Training;

/// <summary>Shows how far an epoch, an evaluation, a prediction or a download has come, as Keras shows it.</summary>
/// <remarks>
/// A new one for each epoch. <see cref="Update"/> after each step with <c>finalize: false</c>, and once at the end with
/// <c>finalize: true</c> and all values, <c>val_*</c> included; where the length was unknown, <see cref="Target"/> is set before it.
/// </remarks>
internal sealed class ProgressBar
{
    /// <summary>Seconds between two redraws.</summary>
    private const double Interval = 0.05;

    private readonly StringBuilder _line = new();
    private readonly ProgressTerminal _terminal;
    private readonly ProgressLook _look;
    private readonly ProgressValues _values;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly string _unit;
    private readonly int _verbose;
    private readonly bool _redraws;
    private readonly bool _colour;
    private double? _lastDrawn;
    private double? _afterFirstStep;
    private long _seen;
    private int _width;

    /// <summary>A bar that has begun.</summary>
    /// <param name="target">Steps in all; null when unknown.</param>
    /// <param name="verbose">0 nothing, 1 a bar, 2 one line at the end.</param>
    /// <param name="unitName">What a step is called.</param>
    /// <param name="style">Which look; null is what <c>Utils.SetProgressStyle</c> chose.</param>
    /// <param name="terminal">Where it goes; null is the console.</param>
    /// <param name="clock">What time it is; null is the system's clock.</param>
    internal ProgressBar(
        long? target,
        int verbose = 1,
        string unitName = "step",
        ProgressStyle? style = null,
        ProgressTerminal? terminal = null,
        TimeProvider? clock = null)
    {
        style ??= Session.Current.ProgressStyle;
        Target = target;
        _verbose = verbose;
        _unit = unitName;
        _terminal = terminal ?? ProgressTerminal.ForConsole();
        _look = style == ProgressStyle.Keras2 ? new Keras2Look() : new Keras3Look();
        _values = new ProgressValues(averaged: style == ProgressStyle.KerasExact);
        _redraws = _terminal.Interactive || style == ProgressStyle.KerasExact;
        _colour = _terminal.Colour || style == ProgressStyle.KerasExact;
        _clock = clock ?? TimeProvider.System;
        _start = _clock.GetTimestamp();
    }

    /// <summary>Steps in all; null when unknown.</summary>
    internal long? Target { get; set; }

    /// <summary>Takes the state after a step, and draws it if it is time to.</summary>
    /// <param name="current">Steps done.</param>
    /// <param name="values">What to show behind the times, in this order.</param>
    /// <param name="finalize">True for the line that stays; null when <paramref name="current"/> has reached the target.</param>
    internal void Update(long current, IReadOnlyList<KeyValuePair<string, double>> values, bool? finalize = null)
    {
        bool final = finalize ?? current >= Target;
        if (_verbose != 1 && !final)
        {
            // As in Keras, whose verbose 2 hears only of the end: its time a step has the first step in it.
            return;
        }

        _values.Merge(values, Math.Max(current - _seen, 1), final);
        _seen = current;
        double now = _clock.GetElapsedTime(_start).TotalSeconds;
        ProgressState state = new(current, Target, now, StepTime(current, now), _unit, final);
        if (_verbose == 1 && (final || (_redraws && !(now - _lastDrawn < Interval))))
        {
            Draw(state);
            _lastDrawn = now;
        }
        else if (_verbose == 2 && final && Target is > 0)
        {
            _line.Clear();
            _look.Summarise(_line, state, _values.Shown);
            Write();
        }
    }

    /// <summary>Takes note of a step, and asks for the values only if they are to be shown or averaged now.</summary>
    internal void Step(long current, Func<Callbacks.Logs> values)
    {
        bool due = _redraws && !(_clock.GetElapsedTime(_start).TotalSeconds - _lastDrawn < Interval);
        if (_verbose == 1 && (due || _values.Averages || current == 1))
        {
            Update(current, [.. values()], finalize: false);
        }
    }

    private void Draw(in ProgressState state)
    {
        _line.Clear();
        if (_redraws)
        {
            _line.Append('\b', _width).Append('\r');
        }

        int before = _line.Length;
        int unseen = _look.Draw(_line, state, _values.Shown, _colour, _terminal.Unicode);
        int width = _line.Length - before - unseen;
        if (_redraws)
        {
            _line.Append(' ', Math.Max(_width - width, 0));
        }

        _width = width;
        Write(endLine: state.Final);
    }

    private void Write(bool endLine = true)
    {
        if (endLine)
        {
            _line.Append('\n');
        }

        _terminal.Output.Write(_line.ToString());
        _terminal.Output.Flush();
    }

    // The first step is slow (it compiles), so it counts only while there is no other.
    private double StepTime(long current, double now)
    {
        if (current == 0)
        {
            return 0;
        }

        double time = current > 1 && _afterFirstStep is double first ? (now - first) / (current - 1) : now / current;
        if (current == 1)
        {
            _afterFirstStep = now;
        }

        return time;
    }
}

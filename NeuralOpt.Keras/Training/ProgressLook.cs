using System.Text;

namespace NeuralOpt.Keras.Training;

/// <summary>One state of a progress bar.</summary>
/// <param name="Current">Steps done.</param>
/// <param name="Target">Steps in all, or null or 0 while unknown.</param>
/// <param name="Elapsed">Seconds since the start.</param>
/// <param name="StepTime">Seconds a step.</param>
/// <param name="Unit">What a step is called.</param>
/// <param name="Final">The line that stays.</param>
internal readonly record struct ProgressState(long Current, long? Target, double Elapsed, double StepTime, string Unit, bool Final)
{
    internal bool IsLeftKnown => Target is > 0 && !Final;

    internal double Left => StepTime * (Target.GetValueOrDefault() - Current);

    internal int Filled(int width) => Math.Clamp((int)(width * ((double)Current / Target.GetValueOrDefault())), 0, width);
}

/// <summary>What a version of Keras draws.</summary>
internal abstract class ProgressLook
{
    /// <summary>Writes a line of verbose 1 and returns how many of its characters take no room on the screen.</summary>
    internal abstract int Draw(StringBuilder line, in ProgressState state, IEnumerable<(string Name, double Value)> values, bool colour, bool unicode);

    /// <summary>Writes the line of verbose 2.</summary>
    internal abstract void Summarise(StringBuilder line, in ProgressState state, IEnumerable<(string Name, double Value)> values);

    private protected static void AppendValues(StringBuilder line, IEnumerable<(string Name, double Value)> values, bool signed)
    {
        foreach ((string name, double value) in values)
        {
            line.Append(" - ").Append(name).Append(": ").AppendValue(value, signed);
        }
    }
}

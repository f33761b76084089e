using System.Text;

namespace NeuralOpt.Keras.Training;

/// <summary><c>625/625 [==============================] - 5s 8ms/step - loss: 0.1234</c>.</summary>
internal sealed class Keras2Look : ProgressLook
{
    private const int Width = 30;

    internal override int Draw(StringBuilder line, in ProgressState state, IEnumerable<(string Name, double Value)> values, bool colour, bool unicode)
    {
        line.AppendCount(state.Current, state.Target);
        if (state.Target is > 0)
        {
            int filled = state.Filled(Width);
            line.Append(" [");
            if (filled > 0)
            {
                line.Append('=', filled - 1).Append(state.Current < state.Target ? '>' : '=');
            }

            line.Append('.', Width - filled).Append(']');
        }

        line.Append(" - ");
        if (state.IsLeftKnown)
        {
            line.Append("ETA: ").AppendTimeLeft(state.Left);
        }
        else
        {
            line.AppendElapsed(state.Elapsed).Append(' ').AppendStepTime(state.StepTime, state.Unit);
        }

        AppendValues(line, values, signed: true);
        return 0;
    }

    internal override void Summarise(StringBuilder line, in ProgressState state, IEnumerable<(string Name, double Value)> values)
    {
        line.AppendCount(state.Current, state.Target).Append(" - ").AppendElapsed(state.Elapsed);
        AppendValues(line, values, signed: false);
        line.Append(" - ").AppendStepTime(state.Elapsed, "epoch");
        line.Append(" - ").AppendStepTime(state.Current > 0 ? state.Elapsed / state.Current : 0, state.Unit);
    }
}

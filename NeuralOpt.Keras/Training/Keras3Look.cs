using System.Text;

namespace NeuralOpt.Keras.Training;

/// <summary><c>625/625 ━━━━━━━━━━━━━━━━━━━━ 5s 8ms/step - loss: 0.1234</c>.</summary>
internal sealed class Keras3Look : ProgressLook
{
    private const int Width = 20;
    private const string Bold = "\e[1m";
    private const string Green = "\e[32m";
    private const string White = "\e[37m";
    private const string Reset = "\e[0m";

    internal override int Draw(StringBuilder line, in ProgressState state, IEnumerable<(string Name, double Value)> values, bool colour, bool unicode)
    {
        int unseen = 0;
        if (state.Target is > 0)
        {
            int filled = state.Filled(Width);
            char full = unicode ? '━' : '=';
            unseen += Escape(line, Bold, colour);
            line.AppendCount(state.Current, state.Target);
            unseen += Escape(line, Reset, colour);
            line.Append(' ');
            if (filled > 0)
            {
                unseen += Escape(line, Green, colour);
                line.Append(full, filled);
                unseen += Escape(line, Reset, colour);
            }

            // Only the colour tells what is done from what is left: without it, what is left stays empty.
            unseen += Escape(line, White, colour);
            line.Append(colour ? full : ' ', Width - filled);
            unseen += Escape(line, Reset, colour);
        }
        else
        {
            line.AppendCount(state.Current, null);
        }

        line.Append(' ');
        unseen += Escape(line, Bold, colour);
        line = state.IsLeftKnown ? line.AppendTimeLeft(state.Left) : line.AppendElapsed(state.Elapsed);
        unseen += Escape(line, Reset, colour);
        line.Append(' ').AppendStepTime(state.StepTime, state.Unit);
        AppendValues(line, values, signed: true);
        return unseen;
    }

    internal override void Summarise(StringBuilder line, in ProgressState state, IEnumerable<(string Name, double Value)> values)
    {
        line.AppendCount(state.Current, state.Target).Append(" - ").AppendElapsed(state.Elapsed);
        line.Append(" - ").AppendStepTime(state.StepTime, state.Unit);
        AppendValues(line, values, signed: false);
    }

    private static int Escape(StringBuilder line, string sequence, bool colour)
    {
        if (!colour)
        {
            return 0;
        }

        line.Append(sequence);
        return sequence.Length;
    }
}

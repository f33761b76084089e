using System.Text;

namespace NeuralOpt.Keras.Parity;

/// <summary>What one piece of code writes to the console, while others may write at the same time.</summary>
internal sealed class CapturedOutput : TextWriter
{
    private static readonly AsyncLocal<StringBuilder?> s_current = new();
    private static readonly Lock s_lock = new();
    private static CapturedOutput? s_installed;

    private readonly TextWriter _console;

    private CapturedOutput(TextWriter console) => _console = console;

    public override Encoding Encoding => _console.Encoding;

    internal static string Of(Action action)
    {
        Install();
        StringBuilder? outer = s_current.Value;
        StringBuilder text = new();
        s_current.Value = text;
        try
        {
            action();
        }
        finally
        {
            s_current.Value = outer;
        }

        return text.ToString();
    }

    public override void Write(char value)
    {
        if (s_current.Value is { } text)
        {
            text.Append(value);
        }
        else
        {
            _console.Write(value);
        }
    }

    public override void Flush() => _console.Flush();

    private static void Install()
    {
        lock (s_lock)
        {
            if (s_installed is null)
            {
                s_installed = new(Console.Out);
                Console.SetOut(s_installed);
            }
        }
    }
}

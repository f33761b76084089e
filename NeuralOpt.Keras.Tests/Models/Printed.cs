namespace NeuralOpt.Keras.Tests.Models;

/// <summary>What goes to the console on this flow of control, while others print on theirs.</summary>
internal sealed class Printed : StringWriter
{
    private static readonly AsyncLocal<Printed?> s_current = new();

    static Printed() => Console.SetOut(new Switch(Console.Out));

    internal static string By(Action action)
    {
        Printed mine = new();
        s_current.Value = mine;
        try
        {
            action();
        }
        finally
        {
            s_current.Value = null;
        }

        return mine.ToString();
    }

    private sealed class Switch(TextWriter usual) : TextWriter
    {
        public override System.Text.Encoding Encoding => usual.Encoding;

        public override void Write(char value) => (s_current.Value ?? usual).Write(value);

        public override void Write(string? value) => (s_current.Value ?? usual).Write(value);
    }
}

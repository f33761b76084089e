using System.Runtime.InteropServices;
using System.Text;

namespace NeuralOpt.Keras.Training;

/// <summary>Where the progress goes, and what may be written there.</summary>
/// <param name="Output">Receives the text.</param>
/// <param name="Interactive">A person watches: a line may be drawn over.</param>
/// <param name="Colour">Escape sequences for colours are understood and wanted.</param>
internal sealed partial record ProgressTerminal(TextWriter Output, bool Interactive, bool Colour)
{
    private static readonly Lazy<bool> s_understandsEscapes = new(UnderstandsEscapes);

    /// <summary>The bar's character, where it can be encoded.</summary>
    internal bool Unicode { get; init; } = CanEncode(Output.Encoding);

    /// <summary>The process's standard output as it stands now.</summary>
    internal static ProgressTerminal ForConsole()
    {
        bool interactive = !Console.IsOutputRedirected;
        return new ProgressTerminal(Utf8Console.Out, interactive, interactive && WantsColour() && s_understandsEscapes.Value);
    }

    private static bool WantsColour() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    private static bool CanEncode(Encoding encoding) => encoding.GetString(encoding.GetBytes("━")) == "━";

    // A Windows console draws escape sequences only after it has been asked to.
    private static bool UnderstandsEscapes()
    {
        if (!OperatingSystem.IsWindows())
        {
            return true;
        }

        const int StandardOutput = -11;
        const uint VirtualTerminalProcessing = 4;
        nint console = GetStdHandle(StandardOutput);
        return GetConsoleMode(console, out uint mode) != 0 && SetConsoleMode(console, mode | VirtualTerminalProcessing) != 0;
    }

    [LibraryImport("kernel32")]
    private static partial nint GetStdHandle(int handle);

    [LibraryImport("kernel32")]
    private static partial int GetConsoleMode(nint handle, out uint mode);

    [LibraryImport("kernel32")]
    private static partial int SetConsoleMode(nint handle, uint mode);
}

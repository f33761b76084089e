using System.Text;

namespace NeuralOpt.Keras.Training;

/// <summary>Standard output that can write box and bar characters on every system.</summary>
internal static class Utf8Console
{
    private static readonly Lock s_lock = new();
    private static bool s_asked;

    /// <summary>The process's standard output as it stands now.</summary>
    internal static TextWriter Out
    {
        get
        {
            lock (s_lock)
            {
                if (!s_asked)
                {
                    s_asked = true;
                    UseUtf8();
                }
            }

            return Console.Out;
        }
    }

    // Unix systems write UTF-8 already; a Windows console starts with the code page of its country.
    private static void UseUtf8()
    {
        if (!OperatingSystem.IsWindows() || Console.OutputEncoding.CodePage == Encoding.UTF8.CodePage)
        {
            return;
        }

        try
        {
            Console.OutputEncoding = Encoding.UTF8;
        }
        catch (IOException)
        {
            // There is no console to set it on: '=' stands for the bar, and '?' for what cannot be encoded.
        }
    }
}

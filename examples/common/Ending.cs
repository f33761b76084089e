using System.Runtime.InteropServices;
using NeuralOpt.Keras;

namespace NeuralOpt.Examples;

/// <summary>How an example ends before its time: in one sentence and with an exit code, the prompt on a line of its own.</summary>
internal static class Ending
{
    /// <summary>1 for what went wrong on the way, 2 for a wrong command line, as programs have it.</summary>
    private const int Failed = 1;

    private const int Misused = 2;

    // What is registered must be held.
    private static PosixSignalRegistration[] s_signals = [];

    /// <summary>From here on there is no stack for a user to read, and a signal leaves the progress bar's line.</summary>
    internal static void InOneSentence(string program)
    {
        if (s_signals.Length > 0)
        {
            return;
        }

        AppDomain.CurrentDomain.UnhandledException += (_, e) => Exit(program, (Exception)e.ExceptionObject);
        s_signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(s => PosixSignalRegistration.Create(s, static _ => LeaveLine()))];
    }

    /// <summary>The sentence for an exception, with the program's name before it.</summary>
    internal static string Sentence(string program, Exception exception)
    {
        // What fails while a class is made ready comes wrapped.
        Exception e = exception;
        while (e is TypeInitializationException { InnerException: { } inner })
        {
            e = inner;
        }

        string sentence = string.Join(' ', e.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

        // The library and the options say what must hold; the system says only what it could not do.
        sentence = e is IOException or UnauthorizedAccessException && e is not IKerasException
            ? $"its output and its files must be open and have room. Received: {sentence}"
            : sentence;
        return sentence.StartsWith(program + ":", StringComparison.Ordinal) ? sentence : $"{program}: {sentence}";
    }

    private static void Exit(string program, Exception exception)
    {
        LeaveLine();
        try
        {
            Console.Error.WriteLine(Sentence(program, exception));
        }
        catch (IOException)
        {
            // The stream for errors is closed too: the exit code is all that can be said.
            Environment.Exit(Failed);
        }

        Environment.Exit(exception is WrongOption ? Misused : Failed);
    }

    private static void LeaveLine()
    {
        if (Console.IsOutputRedirected)
        {
            return;
        }

        try
        {
            Console.Out.WriteLine();
        }
        catch (IOException)
        {
            // The terminal is gone: there is no line to leave.
            return;
        }
    }
}

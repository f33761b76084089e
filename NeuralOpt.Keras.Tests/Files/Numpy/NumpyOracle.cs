using System.Diagnostics;

namespace NeuralOpt.Keras.Tests.Files.Numpy;

/// <summary>Runs a script in a Python that has NumPy.</summary>
internal static class NumpyOracle
{
    private static readonly Lazy<string?> s_python = new(() =>
        ((string[])["/usr/bin/python3", "python3", "python"]).FirstOrDefault(p => Try(p, "import numpy") is (0, _)));

    /// <summary>What the script prints; the test is inconclusive where NumPy is not installed, and fails if NEURALOPT_ORACLES is "required".</summary>
    internal static string Run(string script, params string[] arguments)
    {
        if (s_python.Value is not string python)
        {
            const string Missing = "NumPy is not installed: apt-get install python3-numpy runs this test.";
            if (Environment.GetEnvironmentVariable("NEURALOPT_ORACLES") == "required")
            {
                Assert.Fail(Missing);
            }

            Assert.Inconclusive(Missing);
            return "";
        }

        (int code, string output) = Try(python, script, arguments);
        Assert.AreEqual(0, code, output);
        return output.Trim();
    }

    private static (int Code, string Output) Try(string python, string script, params string[] arguments)
    {
        try
        {
            ProcessStartInfo start = new(python, ["-c", script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (-1, e.Message);
        }
    }
}

using System.Globalization;
using NeuralOpt.Keras.Files;

namespace NeuralOpt.Keras.Callbacks;

/// <summary>Writes loss and metrics of each epoch to a file of values with separators.</summary>
/// <param name="filename">Path of the file.</param>
/// <param name="separator">What stands between values; a comma by default.</param>
/// <param name="append">Whether an existing file is continued rather than replaced.</param>
/// <example>
/// <code>
/// model.Fit(x, y, epochs: 10, callbacks: new CSVLogger("training.csv"));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/callbacks/csv_logger/"/>
public class CSVLogger(string filename, string separator = ",", bool append = false) : Callback
{
    private string[]? _keys;
    private bool _header;

    /// <summary>Path of the file.</summary>
    public string Filename { get; } = Guard.NotEmpty(filename, "CSVLogger", "filename");

    /// <summary>What stands between values.</summary>
    public string Separator { get; } = Guard.NotNull(separator, "CSVLogger", "separator");

    /// <summary>Whether an existing file is continued.</summary>
    public bool Append { get; } = append;

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs)
    {
        _header = !Append || !File.Exists(Filename) || new FileInfo(Filename).Length == 0;
        if (!Append)
        {
            Write(() => File.WriteAllText(Filename, ""));
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        logs ??= [];
        // An epoch without validation has columns for it all the same.
        _keys ??= logs.Keys.Any(static k => k.StartsWith("val_", StringComparison.Ordinal)) ? [.. logs.Keys] : [.. logs.Keys, .. logs.Keys.Select(static k => "val_" + k)];
        Write(() =>
        {
            using StreamWriter file = new(Filename, append: true) { NewLine = "\r\n" };
            if (_header)
            {
                _header = false;
                file.WriteLine(string.Join(Separator, ["epoch", .. _keys.Select(Quoted)]));
            }

            file.WriteLine(string.Join(Separator, [epoch.ToString(CultureInfo.InvariantCulture), .. _keys.Select(k => Cell(logs, k))]));
        });
    }

    private void Write(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AtomicFile.CannotWrite(Filename, e.Message, e);
        }
    }

    // Several values are a list in quotes, which the file's own quotes double.
    private static string Cell(Logs logs, string key)
        => logs.Arrays.TryGetValue(key, out Tensor? values)
            ? $"\"\"\"[{string.Join(", ", Ops.Cast(Ops.Reshape(values, -1), DType.Float64).ToArray<double>().Select(PythonNumber.Repr))}]\"\"\""
            : logs.TryGetValue(key, out double v) ? PythonNumber.Repr(v) : "NA";

    private string Quoted(string name)
        => name.Contains(Separator, StringComparison.Ordinal) || name.AsSpan().ContainsAny("\"\r\n")
            ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : name;
}

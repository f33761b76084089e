namespace NeuralOpt.Keras;

public partial class Model
{
    /// <summary>Prints the layers, their output shapes and numbers of parameters, as Keras does.</summary>
    /// <param name="lineLength">Characters a line; what the terminal has by default.</param>
    /// <param name="positions">Where columns end, as fractions of the line; Keras's by default.</param>
    /// <param name="printFn">Takes the text; the console by default.</param>
    /// <param name="expandNested">Whether the layers of models inside are shown.</param>
    /// <param name="showTrainable">Whether a column says what training changes.</param>
    /// <param name="layerRange">Names or patterns of the first and the last layer to show; all by default.</param>
    /// <seealso href="https://keras.io/api/models/model/#summary-method"/>
    public void Summary(
        int? lineLength = null,
        IReadOnlyList<double>? positions = null,
        Action<string>? printFn = null,
        bool expandNested = false,
        bool showTrainable = false,
        (string First, string Last)? layerRange = null)
        => (printFn ?? (static t => Training.Utf8Console.Out.Write(t + "\n")))(new ModelSummary(this, expandNested, showTrainable, layerRange).Render(Guard.Between(1, 10_000, lineLength, "Summary"), positions));
}

using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Plotting;

namespace NeuralOpt.Keras;

/// <summary>Pictures of a training.</summary>
public static class HistoryExtensions
{
    /// <summary>Draws loss and metrics of every epoch: losses on the left axis, accuracies on the right, training solid, validation dashed.</summary>
    /// <param name="history">What <c>Fit</c> returned.</param>
    /// <param name="path">A file name that ends in <c>.svg</c>; an existing file is replaced as a whole.</param>
    /// <param name="metrics">Names to draw, such as <c>["loss", "val_loss"]</c>. Default: all but the learning rate.</param>
    /// <returns>The file's full path.</returns>
    /// <exception cref="ArgumentException">The name does not end in <c>.svg</c>, or the history has no such metric.</exception>
    public static string Plot(this History history, string path, IReadOnlyList<string>? metrics = null) => HistoryPlot.Save(path, Guard.NotNull(history, "history.Plot").Values, metrics);
}

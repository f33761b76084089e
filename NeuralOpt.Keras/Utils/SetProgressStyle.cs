namespace NeuralOpt.Keras;

public static partial class Utils
{
    /// <summary>Chooses how <c>Fit</c>, <c>Evaluate</c>, <c>Predict</c> and downloads show their progress from now on.</summary>
    /// <param name="style">The look. Default of the library: <see cref="ProgressStyle.Keras"/>.</param>
    public static void SetProgressStyle(ProgressStyle style) => Session.Current.ProgressStyle = style;
}

namespace NeuralOpt.Keras.Losses;

/// <summary>What keeps logarithms and quotients finite: Keras's <c>backend.epsilon()</c>.</summary>
internal static class Epsilon
{
    internal const double Value = 1e-7;
}

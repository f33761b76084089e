namespace NeuralOpt.Keras;

/// <summary>The one lock behind which structure is made: weights at a first use, descriptions of models, traces of steps.</summary>
/// <remarks>
/// There is one for all models, because they share layers and call one another: with several, two threads that come from two ends
/// would wait for each other. It may be entered again by the thread that has it. What is there already is found without it, and
/// programs are compiled and run outside of it.
/// </remarks>
internal static class Structure
{
    internal static Lock Lock { get; } = new();
}

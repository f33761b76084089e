namespace NeuralOpt.Keras.Parity;

/// <summary>
/// How far two float32 results may lie apart: <c>|a - b| &lt;= Absolute + Relative |b|</c>. The one place that says so.
/// </summary>
/// <remarks>TensorFlow adds in another order: a sum of n terms may differ by the square root of n more than one element.</remarks>
/// <param name="Absolute">The part that does not depend on the value.</param>
/// <param name="Relative">The part that does.</param>
internal readonly record struct Tolerance(double Absolute, double Relative)
{
    private const double ElementAbsolute = 1e-6;
    private const double ElementRelative = 1e-5;

    /// <summary>Masks, indices, counts: equal.</summary>
    internal static Tolerance Exact => default;

    /// <summary>Values computed one by one.</summary>
    internal static Tolerance Elementwise => new(ElementAbsolute, ElementRelative);

    /// <summary>What comes out of a factorisation of drawn numbers.</summary>
    internal static Tolerance Factorised => new(2e-7, 0);

    /// <summary>Losses of a training of some twenty steps.</summary>
    internal static Tolerance TrainingLoss => new(1e-4, 1e-4);

    /// <summary>Weights after a training of some twenty steps.</summary>
    internal static Tolerance TrainingWeights => new(1e-3, 1e-3);

    /// <summary>Sums of n terms.</summary>
    internal static Tolerance Sum(double terms) => new(ElementAbsolute * Math.Sqrt(Math.Max(1, terms)), ElementRelative);

    /// <summary>Sums of n terms behind a convolution, where TensorFlow may use another algorithm.</summary>
    internal static Tolerance Convolution(double terms) => new(2 * ElementAbsolute * Math.Sqrt(Math.Max(1, terms)), ElementRelative);
}

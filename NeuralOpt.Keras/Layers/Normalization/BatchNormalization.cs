using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>Brings each feature to mean 0 and variance 1 over the batch: <c>gamma * (x - mean) / sqrt(variance + epsilon) + beta</c>.</summary>
/// <param name="axis">The axis of the features, which is kept; the last by default.</param>
/// <param name="momentum">How much of the moving statistics stays at each step; 0.99 by default.</param>
/// <param name="epsilon">Keeps a variance of 0 from dividing; 0.001 by default.</param>
/// <param name="center">Whether an offset, beta, is added; true by default.</param>
/// <param name="scale">Whether the result is scaled by gamma; true by default.</param>
/// <param name="betaInitializer">How beta starts; <c>"zeros"</c> by default.</param>
/// <param name="gammaInitializer">How gamma starts; <c>"ones"</c> by default.</param>
/// <param name="movingMeanInitializer">How the moving mean starts; <c>"zeros"</c> by default.</param>
/// <param name="movingVarianceInitializer">How the moving variance starts; <c>"ones"</c> by default.</param>
/// <param name="betaRegularizer">Penalty on beta; null for none.</param>
/// <param name="gammaRegularizer">Penalty on gamma; null for none.</param>
/// <param name="betaConstraint">Projection of beta after each update; null for none.</param>
/// <param name="gammaConstraint">Projection of gamma after each update; null for none.</param>
/// <param name="name">Name; the class's in snake case, counted up, by default.</param>
/// <param name="trainable">Whether training changes the weights.</param>
/// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
/// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
/// <param name="fused">Accepted as in Keras 2, where it chose a kernel.</param>
/// <remarks>
/// <para>In training the statistics are those of the batch, and moving averages of them are kept; otherwise the averages are taken.
/// A layer with <c>Trainable</c> false takes and keeps the averages in training too. Masked steps do not count.</para>
/// <para>Weights, one number a feature each: gamma, beta; not trained: moving_mean, moving_variance.</para>
/// </remarks>
/// <example>
/// <code>
/// var model = new Sequential([new Input((32, 32, 3)), new Conv2D(16, 3, useBias: false), new BatchNormalization(), new Activation("relu")]);
/// Tensor trained = new BatchNormalization().Apply(Ops.Ones((8, 4)), training: true);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/normalization_layers/batch_normalization/"/>
public class BatchNormalization(
    int axis = -1,
    double momentum = 0.99,
    double epsilon = 0.001,
    bool center = true,
    bool scale = true,
    Initializer? betaInitializer = null,
    Initializer? gammaInitializer = null,
    Initializer? movingMeanInitializer = null,
    Initializer? movingVarianceInitializer = null,
    Regularizer? betaRegularizer = null,
    Regularizer? gammaRegularizer = null,
    Constraint? betaConstraint = null,
    Constraint? gammaConstraint = null,
    string? name = null,
    bool trainable = true,
    string? dtype = null,
    Shape? inputShape = null,
    [ConfigName(null)] bool? fused = null)
    : BaseNormalization(
        epsilon, center, scale, betaInitializer, gammaInitializer, betaRegularizer, gammaRegularizer, betaConstraint, gammaConstraint,
        name, trainable, dtype, inputShape)
{
    /// <summary>The axis of the features.</summary>
    public int Axis { get; } = axis;

    /// <summary>How much of the moving statistics stays at each step.</summary>
    public double Momentum { get; } = Guard.Finite(momentum, "BatchNormalization", "momentum");

    /// <summary>What was asked for in Keras 2's spelling; it has no effect.</summary>
    public bool? Fused { get; } = fused;

    /// <summary>How the moving mean starts.</summary>
    public Initializer MovingMeanInitializer { get; } = movingMeanInitializer ?? "zeros";

    /// <summary>How the moving variance starts.</summary>
    public Initializer MovingVarianceInitializer { get; } = movingVarianceInitializer ?? "ones";

    /// <summary>Moving average of the means; null before the layer is built.</summary>
    public Variable? MovingMean { get; private set; }

    /// <summary>Moving average of the variances; null before the layer is built.</summary>
    public Variable? MovingVariance { get; private set; }

    /// <inheritdoc/>
    public override void Build(Shape inputShape)
    {
        int a = Keras.Axis.One("BatchNormalization", Axis, inputShape.Rank);
        Shape features = Shape.Of(inputShape.At(a));
        AddScaleAndOffset(features);
        MovingMean = AddWeight("moving_mean", features, MovingMeanInitializer, trainable: false);
        MovingVariance = AddWeight("moving_variance", features, MovingVarianceInitializer, trainable: false);
        InputSpecs = [new() { Ndim = inputShape.Rank, Axes = new Dictionary<int, int?> { [a] = inputShape.At(a) } }];
        base.Build(inputShape);
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context)
    {
        // Sums of float16 would overflow.
        Tensor x = Promotion.Widened(inputs) ?? inputs;
        Tensor mean = MovingMean!;
        Tensor variance = MovingVariance!;
        if (context.Training && Trainable)
        {
            (Tensor oldMean, Tensor oldVariance) = (mean, variance);
            (mean, variance) = Statistics(x, context.Mask);
            MovingMean!.Assign((oldMean * Momentum) + (Ops.StopGradient(mean) * (1 - Momentum)));
            MovingVariance!.Assign((oldVariance * Momentum) + (Ops.StopGradient(variance) * (1 - Momentum)));
        }

        return Ops.Cast(Ops.BatchNormalization(x, mean, variance, Axis, Beta?.Value, Gamma?.Value, Epsilon), inputs.DType);
    }

    private (Tensor Mean, Tensor Variance) Statistics(Tensor x, Tensor? mask)
    {
        int feature = Keras.Axis.One("BatchNormalization", Axis, x.Rank);
        int[] others = [.. Enumerable.Range(0, x.Rank).Where(a => a != feature)];
        if (mask is null)
        {
            return Ops.Moments(x, others);
        }

        // (batch, steps) becomes (batch, steps, 1, ...).
        Tensor counts = Ops.Cast(mask, x.DType);
        while (counts.Rank < x.Rank)
        {
            counts = Ops.ExpandDims(counts, -1);
        }

        counts = Ops.BroadcastTo(counts, x.Shape);
        Tensor total = Ops.Sum(counts, others, keepdims: true) + 1e-7;
        Tensor mean = Ops.Sum(counts * x, others, keepdims: true) / total;
        Tensor variance = Ops.Sum(counts * Ops.Square(x - mean), others, keepdims: true) / total;
        return (Ops.Reshape(mean, Shape.Of(x.Shape.At(feature))), Ops.Reshape(variance, Shape.Of(x.Shape.At(feature))));
    }
}

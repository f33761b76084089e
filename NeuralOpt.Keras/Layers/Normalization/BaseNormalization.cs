using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>Normalisation with a learnt scale and offset: what its layers share.</summary>
public abstract class BaseNormalization : Layer
{
    private protected BaseNormalization(
        double epsilon,
        bool center,
        bool scale,
        Initializer? betaInitializer,
        Initializer? gammaInitializer,
        Regularizer? betaRegularizer,
        Regularizer? gammaRegularizer,
        Constraint? betaConstraint,
        Constraint? gammaConstraint,
        string? name,
        bool trainable,
        string? dtype,
        Shape? inputShape)
        : base(name, trainable, dtype, null, inputShape)
    {
        Epsilon = Guard.NotNegative(epsilon, GetType().Name, "epsilon");
        Center = center;
        Scale = scale;
        BetaInitializer = betaInitializer ?? "zeros";
        GammaInitializer = gammaInitializer ?? "ones";
        BetaRegularizer = betaRegularizer;
        GammaRegularizer = gammaRegularizer;
        BetaConstraint = betaConstraint;
        GammaConstraint = gammaConstraint;
    }

    /// <summary>Keeps a variance of 0 from dividing.</summary>
    public double Epsilon { get; }

    /// <summary>Whether an offset, beta, is added.</summary>
    public bool Center { get; }

    /// <summary>Whether the result is scaled by gamma.</summary>
    public bool Scale { get; }

    /// <summary>How beta starts.</summary>
    public Initializer BetaInitializer { get; }

    /// <summary>How gamma starts.</summary>
    public Initializer GammaInitializer { get; }

    /// <summary>Penalty on beta.</summary>
    public Regularizer? BetaRegularizer { get; }

    /// <summary>Penalty on gamma.</summary>
    public Regularizer? GammaRegularizer { get; }

    /// <summary>Projection of beta after each update.</summary>
    public Constraint? BetaConstraint { get; }

    /// <summary>Projection of gamma after each update.</summary>
    public Constraint? GammaConstraint { get; }

    /// <summary>The scale; null before the layer is built, and without one.</summary>
    public Variable? Gamma { get; private set; }

    /// <summary>The offset; null before the layer is built, and without one.</summary>
    public Variable? Beta { get; private set; }

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <summary>Makes gamma and beta, one number for each element of the normalised axes.</summary>
    private protected void AddScaleAndOffset(Shape shape)
    {
        Gamma = Scale ? AddWeight("gamma", shape, GammaInitializer, GammaRegularizer, GammaConstraint) : null;
        Beta = Center ? AddWeight("beta", shape, BetaInitializer, BetaRegularizer, BetaConstraint) : null;
    }
}

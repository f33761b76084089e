using System.Text.RegularExpressions;

namespace NeuralOpt.Keras.Optimizers;

/// <summary>Muon: matrices move by their orthogonalised momentum, everything else as in AdamW.</summary>
/// <param name="learningRate">A number or a schedule; 0.001 by default.</param>
/// <param name="adamBeta1">AdamW's exponential decay rate of the first moment, from 0 to 1.</param>
/// <param name="adamBeta2">AdamW's exponential decay rate of the second moment, from 0 to 1.</param>
/// <param name="adamWeightDecay">Weight decay of what AdamW trains; null for none.</param>
/// <param name="epsilon">Added to the root, so that nothing is divided by 0.</param>
/// <param name="weightDecay">Each step first takes this share, times the learning rate, off every variable; null for none.</param>
/// <param name="clipnorm">Maximum norm of a variable's gradient; null for any.</param>
/// <param name="clipvalue">Maximum absolute value of a gradient's elements; null for any.</param>
/// <param name="globalClipnorm">Maximum norm of all gradients together; null for any.</param>
/// <param name="useEma">Whether moving averages of the variables are kept.</param>
/// <param name="emaMomentum">Momentum of the moving average, from 0 to 1.</param>
/// <param name="emaOverwriteFrequency">After how many steps the variables are set to their averages; null for at the end only.</param>
/// <param name="lossScaleFactor">The loss is multiplied by it and the gradients divided; null for 1.</param>
/// <param name="gradientAccumulationSteps">Number of steps, at least 2, whose mean gradient makes one update; null for each step by itself.</param>
/// <param name="name">Name; <c>"muon"</c> by default.</param>
/// <param name="excludeLayers">Regular expressions: a variable whose path matches one is trained by AdamW; null for none.</param>
/// <param name="excludeEmbeddings">Whether embeddings are trained by AdamW.</param>
/// <param name="muonA">First coefficient of the iteration.</param>
/// <param name="muonB">Second coefficient of the iteration.</param>
/// <param name="muonC">Third coefficient of the iteration.</param>
/// <param name="adamLrRatio">AdamW's learning rate as a multiple of the learning rate.</param>
/// <param name="momentum">Decay rate of the momentum, from 0 to 1.</param>
/// <param name="nsSteps">Number of iterations, at least 0.</param>
/// <param name="nesterov">Whether the gradient counts as taken after the momentum.</param>
/// <param name="rmsRate">Scale of the step, so that the learning rate is as Adam's; null for 1.</param>
/// <param name="lr">Keras 2's spelling of <paramref name="learningRate"/> as a number.</param>
/// <param name="decay">Keras 2's decay: the rate of a step is <c>learningRate / (1 + decay * step)</c>; null for none.</param>
/// <example>
/// <code>
/// model.Compile(optimizer: new Muon(0.001), loss: "mse");
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/optimizers/muon/"/>
/// <seealso href="https://arxiv.org/abs/2502.16982"/>
public class Muon(
    LearningRate? learningRate = null,
    [ConfigName("adam_beta_1")] double adamBeta1 = 0.9,
    [ConfigName("adam_beta_2")] double adamBeta2 = 0.999,
    double? adamWeightDecay = 0.004,
    double epsilon = 1e-7,
    double? weightDecay = 0.004,
    double? clipnorm = null,
    double? clipvalue = null,
    double? globalClipnorm = null,
    bool useEma = false,
    double emaMomentum = 0.99,
    int? emaOverwriteFrequency = null,
    double? lossScaleFactor = null,
    int? gradientAccumulationSteps = null,
    string? name = null,
    IReadOnlyList<string>? excludeLayers = null,
    bool excludeEmbeddings = true,
    double muonA = 3.4445,
    double muonB = -4.7750,
    double muonC = 2.0315,
    double adamLrRatio = 1.0,
    double momentum = 0.95,
    int nsSteps = 5,
    bool nesterov = true,
    double? rmsRate = 0.2,
    [ConfigName(null)] double? lr = null,
    [ConfigName(null)] double? decay = null)
    : Optimizer(Optimizers.LearningRate.Of(learningRate, 0.001, lr, decay), weightDecay, clipnorm, clipvalue, globalClipnorm, useEma, emaMomentum, emaOverwriteFrequency,
        lossScaleFactor, gradientAccumulationSteps, name)
{
    /// <summary>AdamW's exponential decay rate of the first moment, from 0 to 1.</summary>
    public double AdamBeta1 { get; } = Guard.Fraction(adamBeta1, nameof(Muon), nameof(adamBeta1));

    /// <summary>AdamW's exponential decay rate of the second moment, from 0 to 1.</summary>
    public double AdamBeta2 { get; } = Guard.Fraction(adamBeta2, nameof(Muon), nameof(adamBeta2));

    /// <summary>Weight decay of what AdamW trains; null for none.</summary>
    public double? AdamWeightDecay { get; } = Guard.NotNegative(adamWeightDecay, nameof(Muon), nameof(adamWeightDecay));

    /// <summary>Added to the root, so that nothing is divided by 0.</summary>
    public double Epsilon { get; } = Guard.NotNegative(epsilon, nameof(Muon), nameof(epsilon));

    /// <summary>Regular expressions: a variable whose path matches one is trained by AdamW; null for none.</summary>
    public IReadOnlyList<string> ExcludeLayers { get; } = excludeLayers ?? [];

    /// <summary>Whether embeddings are trained by AdamW.</summary>
    public bool ExcludeEmbeddings => excludeEmbeddings;

    /// <summary>First coefficient of the iteration.</summary>
    public double MuonA { get; } = Guard.Finite(muonA, nameof(Muon), nameof(muonA));

    /// <summary>Second coefficient of the iteration.</summary>
    public double MuonB { get; } = Guard.Finite(muonB, nameof(Muon), nameof(muonB));

    /// <summary>Third coefficient of the iteration.</summary>
    public double MuonC { get; } = Guard.Finite(muonC, nameof(Muon), nameof(muonC));

    /// <summary>AdamW's learning rate as a multiple of the learning rate.</summary>
    public double AdamLrRatio { get; } = Guard.NotNegative(adamLrRatio, nameof(Muon), nameof(adamLrRatio));

    /// <summary>Decay rate of the momentum, from 0 to 1.</summary>
    public double Momentum { get; } = Guard.Fraction(momentum, nameof(Muon), nameof(momentum));

    /// <summary>Number of iterations, at least 0.</summary>
    public int NsSteps { get; } = Guard.AtLeast(0, nsSteps, nameof(Muon), nameof(nsSteps));

    /// <summary>Whether the gradient counts as taken after the momentum.</summary>
    public bool Nesterov => nesterov;

    /// <summary>Scale of the step, so that the learning rate is as Adam's; null for 1.</summary>
    public double? RmsRate { get; } = Guard.NotNegative(rmsRate, nameof(Muon), nameof(rmsRate));

    /// <inheritdoc/>
    protected override void AddSlots()
    {
        foreach (Variable variable in Trained)
        {
            AddSlot("momentum", variable);
            if (UsesAdam(variable))
            {
                AddSlot("velocity", variable);
            }
        }
    }

    private protected override double? DecayOf(Variable variable) => UsesAdam(variable) ? AdamWeightDecay : WeightDecay;

    /// <inheritdoc/>
    protected override void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate)
    {
        Variable m = Slot("momentum", variable);
        if (UsesAdam(variable))
        {
            AdamUpdate.Step(gradient, variable, m, Slot("velocity", variable), null, learningRate * AdamLrRatio, Updates, AdamBeta1, AdamBeta2, Epsilon);
            return;
        }

        m.AssignAdd(gradient + (m.Value * (Momentum - 1)));
        Tensor update = learningRate * Orthogonalize(nesterov ? gradient + (Momentum * m.Value) : m);
        double scale = RmsRate is { } rate ? Math.Sqrt(Math.Max(variable.Shape[0], variable.Shape[1])) * rate : 1;
        variable.AssignSub(update * scale);
    }

    private bool UsesAdam(Variable variable)
        => variable.Shape.Rank != 2
            || (excludeEmbeddings && variable.Path.Contains("embedding", StringComparison.OrdinalIgnoreCase))
            || ExcludeLayers.Any(pattern => Regex.IsMatch(variable.Path, pattern));

    // Newton and Schulz's iteration towards the nearest orthogonal matrix.
    private Tensor Orthogonalize(Tensor x)
    {
        bool tall = x.Shape.At(0) > x.Shape.At(1);
        x = tall ? Ops.Transpose(x) : x;
        x /= Ops.Sqrt(Ops.Sum(Ops.Square(x))) + 1e-7;
        for (int i = 0; i < NsSteps; i++)
        {
            Tensor a = Ops.Matmul(x, Ops.Transpose(x));
            Tensor b = (MuonB * a) + (MuonC * Ops.Matmul(a, a));
            x = (MuonA * x) + Ops.Matmul(b, x);
        }

        return tall ? Ops.Transpose(x) : x;
    }
}

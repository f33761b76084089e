using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

public abstract partial class Layer
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> s_fields = [];

    private readonly List<Variable> _ownTrainable = [];
    private readonly List<Variable> _ownNonTrainable = [];

    /// <summary>All weights: those of the layer itself, trainable ones first, then those of the layers inside.</summary>
    public IReadOnlyList<Variable> Weights => CollectWeights();

    /// <summary>All variables: the weights, and the state of metrics and random generators.</summary>
    public IReadOnlyList<Variable> Variables
    {
        get
        {
            List<Variable> variables = [];
            HashSet<Variable> seen = new(ReferenceEqualityComparer.Instance);
            foreach (Layer layer in Tree())
            {
                variables.AddRange(layer.OwnVariables().Where(seen.Add));
                variables.AddRange(layer.Fields().SelectMany(Tracking.Find<SeedGenerator>).Select(g => g.State).Where(seen.Add));
                variables.AddRange(layer.Fields().SelectMany(Tracking.Find<Metrics.Metric>).SelectMany(m => m.Variables).Where(seen.Add));
            }

            return variables;
        }
    }

    /// <summary>The weights that training changes; none if the layer is not trainable.</summary>
    public virtual IReadOnlyList<Variable> TrainableWeights => CollectWeights(onlyTrainable: true);

    /// <summary>The weights that training leaves: moving averages, frozen weights.</summary>
    public virtual IReadOnlyList<Variable> NonTrainableWeights => [.. Weights.Except(TrainableWeights)];

    /// <summary>The variables that training changes: the trainable weights.</summary>
    public IReadOnlyList<Variable> TrainableVariables => TrainableWeights;

    /// <summary>The variables that training does not change by gradients.</summary>
    public IReadOnlyList<Variable> NonTrainableVariables => [.. Variables.Except(TrainableVariables)];

    /// <summary>Terms that belong to the loss: penalties on weights, and what the last call added.</summary>
    public IReadOnlyList<Tensor> Losses
    {
        get
        {
            List<Tensor> losses = [.. Tree().SelectMany(AddedLosses.Of)];
            foreach (Variable v in TrainableWeights)
            {
                if (v.Regularizer is { } penalty)
                {
                    losses.Add(penalty.Apply(v.Value));
                }
            }

            return losses;
        }
    }

    /// <summary>The layers kept in fields, in the order of their declaration.</summary>
    internal virtual IEnumerable<Layer> Sublayers => Fields().SelectMany(Tracking.Find<Layer>).Distinct().Where(l => l != this);

    /// <summary>The layer and all inside it, each once and before what is inside it, however they hold one another.</summary>
    /// <param name="into">Which layers to look at and into; all by default.</param>
    internal IEnumerable<Layer> Tree(Func<Layer, bool>? into = null)
    {
        HashSet<Layer> seen = new(ReferenceEqualityComparer.Instance);
        Stack<Layer> open = new([this]);
        while (open.TryPop(out Layer? layer))
        {
            if (into?.Invoke(layer) == false || !seen.Add(layer))
            {
                continue;
            }

            yield return layer;
            foreach (Layer inner in layer.Sublayers.Reverse())
            {
                open.Push(inner);
            }
        }
    }

    /// <summary>The layer's own trainable weights.</summary>
    private protected IReadOnlyList<Variable> OwnTrainable => _ownTrainable;

    /// <summary>The values of all weights, in the order of <see cref="Weights"/>.</summary>
    public Tensor[] GetWeights() => [.. Weights.Select(v => v.Value)];

    /// <summary>Replaces the values of all weights.</summary>
    /// <param name="weights">One a weight, in the order of <see cref="Weights"/>, of the same shapes.</param>
    /// <exception cref="ShapeException">There are more or fewer, or a shape differs; nothing has been changed then.</exception>
    public void SetWeights(IReadOnlyList<Tensor> weights)
    {
        IReadOnlyList<Variable> variables = Weights;
        if (Guard.NoNulls(weights, $"{GetType().Name} '{Name}'").Count != variables.Count)
        {
            throw new ShapeException($"{GetType().Name} '{Name}': SetWeights must be given {variables.Count} weights. Received: {weights.Count}.");
        }

        for (int i = 0; i < weights.Count; i++)
        {
            if (weights[i].Shape != variables[i].Shape)
            {
                throw new ShapeException(
                    $"{GetType().Name} '{Name}': weight {i} ('{variables[i].Path}') must have shape {variables[i].Shape}. Received: {weights[i].Shape}.");
            }
        }

        for (int i = 0; i < weights.Count; i++)
        {
            variables[i].Assign(weights[i]);
        }
    }

    /// <summary>Number of all weights' elements.</summary>
    /// <exception cref="NotBuiltException">The weights are not there yet.</exception>
    public long CountParams()
        => Built
            ? Weights.Sum(v => (long)v.Shape.Size())
            : throw new NotBuiltException($"{GetType().Name} '{Name}': CountParams needs a built layer. Apply it to data, or call Build(inputShape).");

    /// <summary>Makes a weight of the layer; called from <see cref="Build(Shape)"/> or a constructor.</summary>
    /// <param name="shape">Its shape; null for a scalar.</param>
    /// <param name="initializer">How it starts; <c>"glorot_uniform"</c> for floating-point weights by default, <c>"zeros"</c> for others.</param>
    /// <param name="dtype">Type of its elements; the layer's by default.</param>
    /// <param name="trainable">Whether training changes it.</param>
    /// <param name="autocast">Whether the layer computes with it in its compute dtype.</param>
    /// <param name="regularizer">Penalty, added to the loss; null for none.</param>
    /// <param name="constraint">Projection after each update; null for none.</param>
    /// <param name="aggregation">How replicas join their values: <c>"none"</c>, <c>"mean"</c>, <c>"sum"</c>, <c>"only_first_replica"</c>; here there is one.</param>
    /// <param name="overwriteWithGradient">Must be false: no optimizer replaces a weight by its gradient.</param>
    /// <param name="name">Name, such as <c>kernel</c>; <c>"variable"</c> by default.</param>
    /// <exception cref="ShapeException">The shape is not known.</exception>
    /// <seealso href="https://keras.io/api/layers/base_layer/#add_weight-method"/>
    [OverloadResolutionPriority(1)]
    protected internal Variable AddWeight(
        Shape? shape = null,
        Initializer? initializer = null,
        DTypeLike? dtype = null,
        bool trainable = true,
        bool autocast = true,
        Regularizer? regularizer = null,
        Constraint? constraint = null,
        string aggregation = "none",
        bool overwriteWithGradient = false,
        string? name = null)
    {
        name ??= "variable";
        if (overwriteWithGradient)
        {
            throw new KerasArgumentException($"{GetType().Name} '{Name}': overwriteWithGradient must be false for weight '{name}'. Received: true.");
        }

        Shape whole = shape ?? default;
        if (!whole.IsKnown)
        {
            throw new ShapeException($"a weight's shape must be known, so the input's must be where it depends on it. Received: {whole} for '{name}'.");
        }

        DType type = dtype ?? ComputeDType;
        Tensor start = (initializer ?? (type.IsFloating() ? "glorot_uniform" : "zeros")).Apply(whole, type);
        Variable variable = new(start, trainable: trainable && Trainable, autocast: autocast, aggregation: aggregation, name: name)
        {
            Regularizer = regularizer,
            Constraint = constraint,
        };
        string scope = CallScope.Path;
        variable.Path = $"{(CallScope.Current?.Layer == this ? scope : scope.Length == 0 ? Name : $"{scope}/{Name}")}/{name}";
        (trainable ? _ownTrainable : _ownNonTrainable).Add(variable);
        return variable;
    }

    /// <summary>The same with the name first, as Keras 2 had it.</summary>
    /// <param name="name">Name, such as <c>kernel</c>.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="initializer">How it starts; <c>"glorot_uniform"</c> for floating-point weights by default, <c>"zeros"</c> for others.</param>
    /// <param name="regularizer">Penalty, added to the loss; null for none.</param>
    /// <param name="constraint">Projection after each update; null for none.</param>
    /// <param name="trainable">Whether training changes it.</param>
    /// <param name="dtype">Type of its elements; the layer's by default.</param>
    protected internal Variable AddWeight(
        string name,
        Shape shape,
        Initializer? initializer = null,
        Regularizer? regularizer = null,
        Constraint? constraint = null,
        bool trainable = true,
        DTypeLike? dtype = null)
        => AddWeight(shape, initializer, dtype, trainable, regularizer: regularizer, constraint: constraint, name: name);

    /// <summary>Forgets what calls added to the loss.</summary>
    internal void ClearLosses() => AddedLosses.Clear(this);

    // A layer that is not trainable keeps everything inside it from being trained.
    private List<Variable> CollectWeights(bool onlyTrainable = false)
    {
        List<Variable> weights = [];
        HashSet<Variable> seen = new(ReferenceEqualityComparer.Instance);
        foreach (Layer layer in Tree(onlyTrainable ? static l => l.Trainable : null))
        {
            weights.AddRange(layer.OwnVariables().Where(v => (v.Trainable || !onlyTrainable) && seen.Add(v)));
        }

        return weights;
    }

    /// <summary>The metrics kept in fields, here and in the layers inside.</summary>
    private protected IEnumerable<Metrics.Metric> KeptMetrics
        => Tree().Where(l => l == this || l.LendsMetrics).SelectMany(static l => l.Fields().SelectMany(Tracking.Find<Metrics.Metric>));

    /// <summary>Whether a model around this layer looks after the metrics in its fields.</summary>
    private protected virtual bool LendsMetrics => true;

    // Weights made by AddWeight, then variables that a user's layer simply keeps in a field.
    private IEnumerable<Variable> OwnVariables()
    {
        HashSet<Variable> added = new(_ownTrainable.Concat(_ownNonTrainable), ReferenceEqualityComparer.Instance);
        Variable[] kept = [.. Fields().SelectMany(Tracking.Find<Variable>).Where(v => !added.Contains(v))];
        return [.. _ownTrainable, .. kept.Where(v => v.Trainable), .. _ownNonTrainable, .. kept.Where(v => !v.Trainable)];
    }

    /// <summary>The class above whose own fields keep no layers.</summary>
    private protected virtual Type FieldsAbove => typeof(Layer);

    private IEnumerable<object?> Fields() => s_fields.GetOrAdd(GetType(), Tracking.FieldsOf, FieldsAbove).Select(f => f.GetValue(this));
}

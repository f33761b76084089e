using System.Collections.Concurrent;
using System.Reflection;
using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras;

// What is made once for data of a kind: weights, losses, metrics. Where the steps are the user's own, they decide; only what is
// certain without running user code is made ahead of them.
public partial class Model
{
    private static readonly ConcurrentDictionary<(Type Type, string Member), bool> s_overridden = [];

    private CompiledLoss? _loss;
    private CompiledMetrics? _metrics;
    private Described? _described;

    /// <summary>Makes weights, losses and metrics for data like this, and refuses data that does not fit, before a step is compiled.</summary>
    /// <param name="data">The whole data.</param>
    /// <param name="method">Who asks, for errors.</param>
    /// <param name="step">The step that will see the data: where it is overridden, or steps run op by op, user code decides what fits.</param>
    private void Prepare(ArrayData data, string method, string step)
    {
        bool own = Overrides(step);
        if ((own || RunEagerly) && Graph is null)
        {
            return;
        }

        (Shape[] shapes, OutputSet outputs) = own ? ([.. Graph!.Outputs.Select(t => t.Shape)], OutputsOf(Graph.Outputs)) : DescribeOutputs(data.X, method);
        if (data.Y is not { } y || _compiled is not { } compiled || (own && (y.Names is not null || y.Count != outputs.Count)))
        {
            return;
        }

        if (compiled.Loss is not null && !Overrides(nameof(ComputeLoss)))
        {
            Tensor?[] targets = LossFor(method, y, shapes, outputs);
            if (!own)
            {
                _loss!.CheckLabels(targets, shapes);
            }
        }

        if (HasMetrics && !Overrides(nameof(ComputeMetrics)))
        {
            MetricsFor(method, y, shapes, outputs);
        }
    }

    /// <summary>The data as training sees them. Rows written in place are one each where the model has so many inputs or outputs.</summary>
    private ArrayData DataOf(Tensors? x, Tensors? y, Tensors? sampleWeight, string where)
    {
        (int inputs, int outputs) = Graph is { } graph ? (graph.Inputs.Count, graph.Outputs.Count) : (1, 1);
        return new(x?.Apart(inputs), y?.Apart(outputs), sampleWeight?.Apart(outputs), where);
    }

    /// <summary>Makes the compiled losses if they are not there yet.</summary>
    /// <returns>The target of each output.</returns>
    private Tensor?[] LossFor(string place, Tensors y, IReadOnlyList<Shape> predictions, OutputSet outputs)
    {
        CompiledLoss loss = _loss ?? new(_compiled!.Loss!, _compiled.LossWeights, outputs);
        Tensor?[] targets = outputs.Targets(place, y, loss.HasLoss);
        if (_loss is null)
        {
            using (Structure.Enter())
            {
                _loss ??= loss.Resolve(targets, predictions);
            }
        }

        return targets;
    }

    /// <summary>Makes the compiled metrics if they are not there yet.</summary>
    /// <returns>The target of each output.</returns>
    private Tensor?[] MetricsFor(string place, Tensors y, IReadOnlyList<Shape> predictions, OutputSet outputs)
    {
        IReadOnlyList<bool> hasLoss = _loss?.HasLoss
            ?? (_compiled!.Loss is { } spec ? new CompiledLoss(spec, _compiled.LossWeights, outputs).HasLoss : new bool[outputs.Count]);
        Tensor?[] targets = outputs.Targets(place, y, hasLoss);
        if (_metrics is null)
        {
            using (Structure.Enter())
            {
                _metrics ??= new CompiledMetrics(_compiled!.Metrics, _compiled.WeightedMetrics, outputs).Resolve(targets, predictions, _loss);
            }
        }

        return targets;
    }

    private bool HasMetrics => _compiled is { Metrics: not null } or { WeightedMetrics: not null };

    /// <summary>Whether a class of the user's own has replaced a member.</summary>
    private bool Overrides(string member)
        => s_overridden.GetOrAdd((GetType(), member), static key => key.Type
            .GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Any(m => m.Name == key.Member && m.IsVirtual && m.GetBaseDefinition().DeclaringType == typeof(Model) && m.DeclaringType != typeof(Model)));

    // A symbolic call: it builds what is not built, and refuses data that does not fit before a step is compiled.
    private (Shape[] Shapes, OutputSet Outputs) DescribeOutputs(Tensors x, string method)
    {
        Described seen = new([.. x.Select(static t => new TensorSpec(t.Shape.With(0, null), t.DType))], x.Names, [], null!);
        if (_described is not { } last || !last.IsOf(seen))
        {
            using (Structure.Enter())
            {
                if (_described is not { } made || !made.IsOf(seen))
                {
                    Tensors outputs = Describe(x, method);
                    _described = made = seen with { Shapes = [.. outputs.Select(t => t.Shape)], Outputs = OutputsOf(outputs) };
                }

                last = made;
            }
        }

        return (last.Shapes, last.Outputs);
    }

    private Tensors Describe(Tensors x, string method)
    {
        using SymbolicScope scope = SymbolicScope.Enter();
        try
        {
            try
            {
                return ApplyMany(x.Map(static t => new KerasTensor(t.Shape.With(0, null), t.DType)));
            }
            catch (ShapeException) when (Graph is null)
            {
                // A Call of the user's own may ask for the length of the batch, which a step does know.
                return ApplyMany(x.Map(static t => new KerasTensor(t.Shape, t.DType)));
            }
        }
        catch (ShapeException e) when (!e.Message.StartsWith(method, StringComparison.Ordinal))
        {
            throw new ShapeException($"{method}: {e.Message}", e) { Place = Name };
        }
    }

    /// <summary>The outputs with their names: those of a functional model, or of a dictionary that <c>Call</c> gave.</summary>
    private OutputSet OutputsOf(Tensors predictions)
    {
        IReadOnlyList<string>? names = Graph is { } graph && predictions.Count == graph.Outputs.Count ? graph.Outputs.Names ?? graph.OutputNames : predictions.Names;
        return names is null ? new([.. Enumerable.Range(1, predictions.Count).Select(i => $"output_{i}")], Named: false) : new(names, Named: true);
    }

    private static Tensors Named(Tensors tensors, IReadOnlyList<string>? names)
        => names is null ? tensors : names.Zip(tensors).ToDictionary(p => p.First, p => p.Second);

    private static bool SameNames(IReadOnlyList<string>? a, IReadOnlyList<string>? b) => a is null || b is null ? a == b : a.SequenceEqual(b);

    private sealed record Described(TensorSpec[] Specs, IReadOnlyList<string>? Names, Shape[] Shapes, OutputSet Outputs)
    {
        internal bool IsOf(Described seen) => Specs.SequenceEqual(seen.Specs) && SameNames(Names, seen.Names);
    }
}

using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras;

public partial class Model
{
    private Step? _trainStep;
    private Step? _testStep;

    private Step TrainFunction(ArrayData data) => StepFor(ref _trainStep, data, TrainStep);

    private Step TestFunction(ArrayData data) => StepFor(ref _testStep, data, TestStep);

    private Step StepFor(ref Step? kept, ArrayData data, Func<Tensors, Tensors?, Tensors?, IReadOnlyDictionary<string, Tensor>> body)
    {
        if (Volatile.Read(ref kept) is { } step && step.Fits(data))
        {
            return step;
        }

        using (Structure.Enter())
        {
            return kept is { } made && made.Fits(data) ? made : kept = new(this, data, body);
        }
    }

    /// <summary>A step over the flat arrays of a batch, compiled or eager.</summary>
    private sealed class Step
    {
        private readonly Model _model;
        private readonly Func<Tensors, Tensors?, Tensors?, IReadOnlyDictionary<string, Tensor>> _body;
        private readonly Function _function;
        private readonly Func<Tensor[], Tensor[]> _run;
        private readonly int _x;
        private readonly int _y;
        private readonly int _weights;
        private readonly IReadOnlyList<string>?[] _names;
        private IReadOnlyList<string> _logs = [];

        // Found by reflection, and the same until the step is traced again.
        private IReadOnlyList<Metrics.Metric>? _metrics;

        internal Step(Model model, ArrayData data, Func<Tensors, Tensors?, Tensors?, IReadOnlyDictionary<string, Tensor>> body)
        {
            (_model, _body) = (model, body);
            (_x, _y, _weights) = (data.X.Count, data.Y?.Count ?? 0, data.SampleWeight?.Count ?? 0);
            _names = [data.X.Names, data.Y?.Names, data.SampleWeight?.Names];
            _function = Function.CompileStep(Body);
            _run = model.RunEagerly ? b => Body(Array.ConvertAll(b, static t => new Tensor(t.Spec, t.Buffer.Copy()))) : _function.Call;
        }

        internal bool Fits(ArrayData data)
            => (data.X.Count, data.Y?.Count ?? 0, data.SampleWeight?.Count ?? 0) == (_x, _y, _weights)
                && SameNames(data.X.Names, _names[0]) && SameNames(data.Y?.Names, _names[1]) && SameNames(data.SampleWeight?.Names, _names[2]);

        /// <summary>Runs the step; the logs are read when asked for.</summary>
        internal Func<Logs> Run(Tensor[] batch)
        {
            Tensor[] values = _run(batch);
            return () => new Logs(_logs, values);
        }

        internal void ResetMetrics()
        {
            foreach (Metrics.Metric metric in _metrics ??= _model.Metrics)
            {
                metric.ResetState();
            }
        }

        internal string Explain(Tensor[] batch, int runs) => _function.Explain(runs, batch);

        private Tensor[] Body(Tensor[] flat)
        {
            // What an earlier trace added to the loss has no value in this one.
            _model.ClearLosses();
            IReadOnlyDictionary<string, Tensor> logs = _body(
                Named(flat[.._x], _names[0]),
                _y == 0 ? null : Named(flat[_x..(_x + _y)], _names[1]),
                _weights == 0 ? null : Named(flat[(_x + _y)..], _names[2]));
            _model.ClearLosses();
            if (logs is null || logs.Values.Contains(null!))
            {
                throw new KerasInvalidOperationException(
                    $"Model '{_model.Name}': a step must return what is to be logged, a tensor a name. Received: {(logs is null ? "null" : $"null for '{logs.First(p => p.Value is null).Key}'")}.");
            }

            _metrics = null;
            _logs = [.. logs.Keys];
            return [.. logs.Values];
        }
    }
}

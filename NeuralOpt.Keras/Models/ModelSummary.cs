using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras;

/// <summary>What <see cref="Model.Summary"/> prints.</summary>
internal sealed class ModelSummary
{
    private static readonly string[] s_units = ["B", "KB", "MB", "GB", "TB", "PB"];

    private readonly Model _model;
    private readonly bool _expandNested;
    private readonly bool _showTrainable;
    private readonly bool _chain;
    private readonly IReadOnlyList<Layer> _layers;

    internal ModelSummary(Model model, bool expandNested, bool showTrainable, (string First, string Last)? range)
    {
        _model = model;
        _expandNested = expandNested;
        _showTrainable = showTrainable;
        _chain = model is Sequential || model.Graph is not { } graph || IsChain(graph);
        _layers = range is { } r ? Range(model.Layers, r.First, r.Last) : model.Layers;
    }

    internal string Render(int? lineLength, IReadOnlyList<double>? positions)
    {
        List<(string Title, Justify Justify)> columns =
        [
            ("Layer (type)", Justify.Left),
            ("Output Shape", Justify.Left),
            ("Param #", Justify.Right),
        ];
        double[] ends = [.. positions ?? (_chain ? [0.45, 0.80, 1.0] : [0.3, 0.56, 0.74, 1.0])];
        int length = _chain ? 88 : 108;
        if (!_chain)
        {
            columns.Add(("Connected to", Justify.Left));
        }

        if (_showTrainable)
        {
            length += 12;
            ends = [.. ends.Select(p => p * 0.90), 1.0];
            columns.Add(("Trainable", Justify.Center));
        }

        if (ends.Length != columns.Count)
        {
            throw new KerasArgumentException($"Summary: positions must have one entry for each of {columns.Count} columns. Received: {positions?.Count}.");
        }

        int width = lineLength ?? Math.Min(length, TerminalColumns() - 4);
        SummaryTable table = new(columns, Widths(ends, width), width);
        foreach (string[] row in _layers.SelectMany(l => Rows(l, 0)))
        {
            table.Add(row);
        }

        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"Model: \"{_model.Name}\"\n");
        table.Render(text);
        AppendTotals(text);
        return text.ToString();
    }

    private static int[] Widths(double[] ends, int width)
    {
        int[] widths = new int[ends.Length];
        int current = 0;
        for (int i = 0; i < ends.Length; i++)
        {
            widths[i] = (int)(ends[i] * width) - current;
            current += widths[i];
            if (widths[i] < 4)
            {
                throw new KerasArgumentException($"Summary: every column must be at least 4 characters wide. Received: a line of {width}.");
            }
        }

        return widths;
    }

    private IEnumerable<string[]> Rows(Layer layer, int level)
    {
        string prefix = level == 0 ? "" : new string(' ', 3 * level) + "└ ";
        string type = layer is OpLayer op ? op.OpName : layer is Model { Graph: not null } and not Sequential ? "Functional" : layer.GetType().Name;
        List<string> fields =
        [
            $"{prefix}{layer.Name} ({type})",
            OutputShape(layer),
            layer.Built ? layer.CountParams().ToString("N0", CultureInfo.InvariantCulture) : "0 (unbuilt)",
        ];
        if (!_chain)
        {
            fields.Add(Connections(layer));
        }

        if (_showTrainable)
        {
            fields.Add(layer.Weights.Count == 0 ? "-" : layer.Trainable ? "Y" : "N");
        }

        IEnumerable<string[]> rows = [[.. fields]];
        return _expandNested && layer is Model inner ? rows.Concat(inner.Layers.SelectMany(l => Rows(l, level + 1))) : rows;
    }

    private string Connections(Layer layer)
    {
        List<string> connections = [];
        foreach (LayerCall call in layer.InboundCalls.Where(c => _model.Graph!.Calls.Contains(c)))
        {
            foreach (Tensor input in call.Inputs)
            {
                LayerCall from = _model.Graph!.CallOf(input);
                connections.Add($"{from.Layer.Name}[{from.Index}][{((KerasTensor)input).Source!.Output}]");
            }
        }

        return connections.Count == 0 ? "-" : string.Join(", ", connections);
    }

    private static string OutputShape(Layer layer)
    {
        if ((layer.InboundCalls.Count > 0 ? [.. layer.InboundCalls[^1].Outputs.Select(t => t.Shape)] : layer.CalledShapes ?? Described(layer)) is not { } shapes)
        {
            return "?";
        }

        string[] texts = [.. shapes.Select(s => $"({string.Join(", ", s.Select(d => d?.ToString(CultureInfo.InvariantCulture) ?? "None"))})")];
        return texts is [var one] ? one : $"[{string.Join(", ", texts)}]";
    }

    // A layer that was built, but never called. Where its Call cannot be described, there is no more to say of it.
    private static IReadOnlyList<Shape>? Described(Layer layer)
    {
        if (layer is Model { Graph: { } graph })
        {
            return [.. graph.Outputs.Select(t => t.Shape)];
        }

        try
        {
            return layer.BuildShapes is [var shape] ? [layer.ComputeOutputShape(shape)] : null;
        }
        catch (Exception e) when (e is IKerasException)
        {
            return null;
        }
    }

    private void AppendTotals(StringBuilder text)
    {
        IReadOnlyList<Variable> trainable = _model.TrainableWeights;
        IReadOnlyList<Variable> frozen = _model.NonTrainableWeights;
        IReadOnlyList<Variable> optimizer = _model.Optimizer is { Built: true } o ? o.Variables : [];
        Line("Total", [.. trainable, .. frozen, .. optimizer]);
        Line("Trainable", trainable);
        Line("Non-trainable", frozen);
        if (optimizer.Count > 0)
        {
            Line("Optimizer", optimizer);
        }

        void Line(string what, IReadOnlyList<Variable> variables)
            => text.Append(CultureInfo.InvariantCulture, $" {what} params: {variables.Sum(v => (long)v.Shape.Size()):N0} ({Memory(variables)})\n");
    }

    private static string Memory(IReadOnlyList<Variable> variables)
    {
        double size = variables.Sum(v => (double)v.Shape.Size() * v.DType.Size());
        int unit = 0;
        while (size >= 1024 && unit < s_units.Length - 1)
        {
            size /= 1024;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{size:F2} {s_units[unit]}");
    }

    // A chain needs no column of connections: one call a depth, one input a call, no layer used twice.
    private static bool IsChain(FunctionalGraph graph)
        => graph.Calls.All(c => c.Inputs.Count <= 1)
            && graph.Calls.Select(c => c.Layer).Distinct().Count() == graph.Calls.Count
            && graph.Inputs.Count == 1
            && graph.Outputs.Count == 1
            && graph.Calls.SelectMany(c => c.Inputs).GroupBy(t => t, ReferenceEqualityComparer.Instance).All(g => g.Count() == 1);

    private static IReadOnlyList<Layer> Range(IReadOnlyList<Layer> layers, string first, string last)
    {
        int from = Find(first, layers.ToList().FindIndex);
        int to = Find(last, layers.ToList().FindLastIndex);
        return [.. layers.Skip(Math.Min(from, to)).Take(Math.Abs(to - from) + 1)];

        int Find(string pattern, Func<Predicate<Layer>, int> find)
        {
            int i = find(l => l.Name == pattern);
            i = i >= 0 ? i : find(l => Regex.IsMatch(l.Name, pattern, RegexOptions.NonBacktracking));
            return i >= 0 ? i : throw new KerasArgumentException($"Summary: layerRange must name layers of the model. Received: '{pattern}'.");
        }
    }

    private static int TerminalColumns()
        => int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out int columns) && columns > 0 ? columns
            : Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 80
            : Console.WindowWidth;
}

using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras;

/// <summary>The layer calls between symbolic inputs and outputs, in the order in which Keras lists and runs them.</summary>
internal sealed class FunctionalGraph
{
    private readonly Dictionary<Tensor, LayerCall> _placeholders = new(ReferenceEqualityComparer.Instance);
    private readonly List<LayerCall> _calls;

    internal FunctionalGraph(Tensors inputs, Tensors outputs, string model)
    {
        Inputs = Guard.NotNull(inputs, $"Model '{model}'");
        Outputs = Guard.NotNull(outputs, $"Model '{model}'");
        foreach (Tensor input in inputs)
        {
            _placeholders[input] = Placeholder(input, model);
        }

        foreach (Tensor output in outputs)
        {
            if (LayerCall.Of(output) is null)
            {
                throw new KerasArgumentException($"Model '{model}': outputs must come from layers or ops applied to inputs. Received: {output}.");
            }
        }

        (_calls, Layers) = Order(model);
        RequireNames(model);
    }

    internal Tensors Inputs { get; }

    internal Tensors Outputs { get; }

    /// <summary>From the inputs to the outputs, by depth.</summary>
    internal IReadOnlyList<Layer> Layers { get; }

    /// <summary>The calls that belong to this model, in the order in which they run.</summary>
    internal IReadOnlyList<LayerCall> Calls => _calls;

    internal IReadOnlyList<InputLayer> InputLayers => [.. Inputs.Select(t => (InputLayer)_placeholders[t].Layer)];

    /// <summary>Name of each output: that of its layer.</summary>
    internal IReadOnlyList<string> OutputNames => [.. Outputs.Select(t => LayerCall.Of(t)!.Layer.Name)];

    /// <summary>The call that gives a tensor in this model.</summary>
    internal LayerCall CallOf(Tensor tensor) => _placeholders.GetValueOrDefault(tensor) ?? LayerCall.Of(tensor)!;

    /// <summary>Runs every call on these inputs, on the layers themselves or on others in their place.</summary>
    internal Tensors Run(Tensors inputs, Func<Layer, Layer>? replace = null, Func<Layer, Tensors, Tensors>? callFunction = null)
    {
        Dictionary<Tensor, Tensor> values = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < Inputs.Count; i++)
        {
            values[Inputs[i]] = inputs[i];
        }

        foreach (LayerCall call in _calls)
        {
            if (call.Layer is InputLayer)
            {
                continue;
            }

            Layer layer = replace?.Invoke(call.Layer) ?? call.Layer;
            Tensors given = call.Inputs.Map(t => values.GetValueOrDefault(t, t));
            Tensors results = callFunction?.Invoke(layer, given) ?? layer.ApplyMany(given, call.Training, call.Mask?.Map(t => values.GetValueOrDefault(t, t)));
            for (int i = 0; i < results.Count; i++)
            {
                values[call.Outputs[i]] = results[i];
            }
        }

        return Outputs.Map(t => values[t]);
    }

    // Layers are found by their names in files and by GetLayer. An op was given its name by nobody, so it takes another one.
    private void RequireNames(string model)
    {
        HashSet<string> names = [];
        foreach (Layer layer in Layers.Where(l => l is not OpLayer))
        {
            if (!names.Add(layer.Name))
            {
                throw new KerasArgumentException($"Model '{model}': the names of layers and inputs must differ. Received a second one named '{layer.Name}'.");
            }
        }

        foreach (OpLayer op in Layers.OfType<OpLayer>())
        {
            while (!names.Add(op.Name))
            {
                op.Rename();
            }
        }
    }

    // An input need not come from an Input: a model may begin anywhere inside another one.
    private static LayerCall Placeholder(Tensor input, string model)
    {
        if (input is not KerasTensor tensor)
        {
            throw new KerasArgumentException($"Model '{model}': inputs must be symbolic, made by Input. Received: {input}.");
        }

        return LayerCall.Of(tensor) is { Layer: InputLayer } call
            ? call
            : LayerCall.Of(new InputLayer(batchShape: tensor.Shape, dtype: tensor.DType.Name()).Output)!;
    }

    private (List<LayerCall> Calls, List<Layer> Layers) Order(string model)
    {
        List<LayerCall> finished = [];
        Dictionary<Layer, int> index = [];
        HashSet<LayerCall> done = [];
        HashSet<LayerCall> under = [];
        foreach (Tensor output in Outputs)
        {
            Visit(output);
        }

        Dictionary<LayerCall, int> depths = [];
        Dictionary<Layer, int> layerDepths = [];
        for (int i = finished.Count - 1; i >= 0; i--)
        {
            LayerCall call = finished[i];
            int depth = Math.Max(depths.GetValueOrDefault(call), layerDepths.GetValueOrDefault(call.Layer));
            depths[call] = layerDepths[call.Layer] = depth;
            foreach (Tensor t in Parents(call))
            {
                LayerCall parent = CallOf(t);
                depths[parent] = Math.Max(depth + 1, depths.GetValueOrDefault(parent));
            }
        }

        foreach (LayerCall placeholder in _placeholders.Values)
        {
            if (layerDepths.TryAdd(placeholder.Layer, 0))
            {
                depths[placeholder] = 0;
                index[placeholder.Layer] = -1;
            }
        }

        return (
            [.. depths.OrderByDescending(p => p.Value).ThenBy(p => index[p.Key.Layer]).Select(p => p.Key)],
            [.. layerDepths.OrderByDescending(p => p.Value).ThenBy(p => index[p.Key]).Select(p => p.Key)]);

        // On a stack of its own: models may be deeper than the thread's.
        void Visit(Tensor output)
        {
            Stack<(LayerCall Call, IEnumerator<Tensor> Left)> open = [];
            Open(output, open);
            while (open.TryPeek(out (LayerCall Call, IEnumerator<Tensor> Left) top))
            {
                if (top.Left.MoveNext())
                {
                    Open(top.Left.Current, open);
                    continue;
                }

                open.Pop();
                done.Add(top.Call);
                under.Remove(top.Call);
                finished.Add(top.Call);
            }
        }

        void Open(Tensor tensor, Stack<(LayerCall Call, IEnumerator<Tensor> Left)> open)
        {
            LayerCall call = CallOf(tensor);
            if (done.Contains(call))
            {
                return;
            }

            if (call.Layer is InputLayer && !_placeholders.ContainsValue(call))
            {
                throw new KerasArgumentException($"Model '{model}': every input that the outputs depend on must be among its inputs. Received no input '{call.Layer.Name}'.");
            }

            if (!under.Add(call))
            {
                throw new KerasArgumentException($"Model '{model}': calls must not form a cycle. Received one at layer '{call.Layer.Name}'.");
            }

            index.TryAdd(call.Layer, index.Count);
            open.Push((call, Parents(call).GetEnumerator()));
        }
    }

    private static IEnumerable<Tensor> Parents(LayerCall call) => call.Needs.Where(t => LayerCall.Of(t) is not null);
}

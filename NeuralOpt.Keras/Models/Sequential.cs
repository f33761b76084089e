using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras;

/// <summary>Layers one after the other, each taking what the last one gave.</summary>
/// <remarks>With an <c>Input</c> first the model is built at once; without one, at the first data that it meets.</remarks>
/// <example>
/// <code>
/// var model = new Sequential([new Input(784), new Dense(10, activation: "softmax")]);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/models/sequential/"/>
public partial class Sequential : Model
{
    private readonly List<Layer> _layers = [];

    // What each layer gives, the input first; none while the input is not known.
    private readonly List<Tensor> _ends = [];

    /// <summary>Makes a model of layers.</summary>
    /// <param name="layers">The layers in order; none at first is fine, with <see cref="Add"/> later.</param>
    /// <param name="trainable">Whether training changes the weights.</param>
    /// <param name="name">Name of the model; <c>"sequential"</c>, counted up, by default.</param>
    public Sequential(IEnumerable<Layer>? layers = null, bool trainable = true, string? name = null)
        : base(name, trainable)
    {
        foreach (Layer layer in layers ?? [])
        {
            Append(layer);
        }

        Rebuild();
        if (!trainable)
        {
            Trainable = false;
        }
    }

    /// <summary>The layers, without the input.</summary>
    public override IReadOnlyList<Layer> Layers => _layers is [InputLayer, ..] ? _layers[1..] : _layers;

    /// <summary>The layers with the input, as a config lists them.</summary>
    internal IReadOnlyList<Layer> AllLayers => _layers;

    /// <summary>Adds a layer at the end.</summary>
    /// <param name="layer">Any layer; an <c>Input</c> only as the first.</param>
    public void Add(Layer layer)
    {
        int before = _layers.Count;
        Append(layer);
        try
        {
            Rebuild();
        }
        catch
        {
            // The model stays what it was.
            _layers.RemoveRange(before, _layers.Count - before);
            Rebuild();
            throw;
        }
    }

    /// <summary>Takes the last layer away.</summary>
    /// <returns>That layer.</returns>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Layer Pop()
    {
        if (Layers.Count == 0)
        {
            throw new KerasInvalidOperationException($"Sequential '{Name}': Pop needs at least one layer. Received: an empty model.");
        }

        Layer last = _layers[^1];
        _layers.RemoveAt(_layers.Count - 1);
        Rebuild();
        return last;
    }

    /// <inheritdoc/>
    public override void Build(Shape inputShape)
    {
        if (Graph is not null)
        {
            return;
        }

        if (_layers.Count == 0)
        {
            throw new NotBuiltException($"Sequential '{Name}': there must be a layer before the model is built. Use Add.");
        }

        if (_layers[0] is not InputLayer)
        {
            _layers.Insert(0, new InputLayer(batchShape: inputShape, dtype: FirstDType));
        }

        Rebuild();
    }

    /// <inheritdoc/>
    public override void Build(IReadOnlyList<Shape> inputShapes)
    {
        if (Guard.NotNull(inputShapes, $"Sequential '{Name}'").Count != 1)
        {
            throw new ShapeException($"a Sequential takes one input. Received: {inputShapes.Count}.");
        }

        Build(inputShapes[0].With(0, null));
    }

    private string FirstDType => _layers[0].FirstInputDType.Name();

    private void Append(Layer layer)
    {
        if (Guard.NotNull(layer, $"Sequential '{Name}'").Tree().Contains(this))
        {
            throw new KerasArgumentException($"Sequential '{Name}': a model must not contain itself. Received: '{layer.Name}', which {(layer == this ? "is" : "contains")} the model.");
        }

        if (_layers.Any(l => l.Name == layer.Name && l != layer))
        {
            throw new KerasArgumentException($"Sequential '{Name}': layer names must differ. Received a second layer named '{layer.Name}'.");
        }

        if (_layers.Count > 0 && layer is InputLayer)
        {
            throw new KerasArgumentException($"Sequential '{Name}': an Input must be the first layer. Received it after {_layers.Count} layers.");
        }

        if (_layers.Count == 0 && layer is not InputLayer)
        {
            if (layer.FirstInputShape is { } shape)
            {
                _layers.Add(new InputLayer(shape, layer.FirstBatchSize, layer.FirstInputDType.Name()));
            }
            else if (layer is Model { Graph: { Inputs.Count: 1 } graph })
            {
                _layers.Add(new InputLayer(batchShape: graph.Inputs[0].Shape, dtype: graph.Inputs[0].DType.Name()));
            }
        }

        _layers.Add(layer);
    }

    private protected override bool IsDescribed => _ends.Count > 1;

    private protected override FunctionalGraph DescribeGraph() => new(_ends[0], _ends[^1], Name);

    // Layers that are new are described; those before them keep their descriptions, so that adding one takes no longer for many.
    private void Rebuild()
    {
        DropGraph();
        _ends.RemoveRange(Math.Min(_ends.Count, _layers.Count), Math.Max(0, _ends.Count - _layers.Count));
        if (_layers is not [InputLayer input, _, ..])
        {
            _ends.Clear();
            return;
        }

        if (_ends.Count == 0)
        {
            _ends.Add(input.Output);
        }

        using CallScope scope = new(this, training: null);
        while (_ends.Count < _layers.Count)
        {
            _ends.Add(_layers[_ends.Count].Apply(_ends[^1]));
        }

        MarkBuilt([input.Output.Shape]);
    }
}

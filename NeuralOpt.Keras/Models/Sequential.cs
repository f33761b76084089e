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
public sealed partial class Sequential : Model
{
    private readonly List<Layer> _layers = [];

    /// <summary>Makes a model of layers.</summary>
    /// <param name="layers">The layers in order; none at first is fine, with <see cref="Add"/> later.</param>
    /// <param name="name">Name of the model; <c>"sequential"</c>, counted up, by default.</param>
    /// <param name="trainable">Whether training changes the weights.</param>
    public Sequential(IEnumerable<Layer>? layers = null, string? name = null, bool trainable = true)
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
        catch (ShapeException)
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
        if (inputShapes.Count != 1)
        {
            throw new ShapeException($"a Sequential takes one input. Received: {inputShapes.Count}.");
        }

        Build(inputShapes[0].With(0, null));
    }

    private string FirstDType => _layers[0].FirstInputDType.Name();

    private void Append(Layer layer)
    {
        if (_layers.Any(l => l.Name == layer.Name))
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
                _layers.Add(new InputLayer(shape, dtype: layer.FirstInputDType.Name()));
            }
            else if (layer is Model { Graph: { Inputs.Count: 1 } graph })
            {
                _layers.Add(new InputLayer(batchShape: graph.Inputs[0].Shape, dtype: graph.Inputs[0].DType.Name()));
            }
        }

        _layers.Add(layer);
    }

    private void Rebuild()
    {
        DropGraph();
        if (_layers is not [InputLayer input, _, ..])
        {
            return;
        }

        using CallScope scope = new(this, training: null);
        Tensor x = input.Output;
        foreach (Layer layer in _layers.Skip(1))
        {
            x = layer.Apply(x);
        }

        SetGraph(new((Tensor)input.Output, x, Name));
    }
}

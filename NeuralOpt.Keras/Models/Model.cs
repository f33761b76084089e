using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras;

/// <summary>Layers put together, that can be trained, evaluated, and asked for predictions.</summary>
/// <remarks>
/// Three ways lead to one: <see cref="Sequential"/>; the functional API, <c>new Model(inputs, outputs)</c>;
/// or a class of your own that derives from it and overrides <c>Call</c>.
/// </remarks>
/// <example>
/// <code>
/// var input = new Input(8);
/// var hidden = new Dense(16, activation: "relu").Apply(input);
/// var model = new Model(input, new Dense(1).Apply(hidden));
/// model.Compile("adam", "mse");
/// model.Fit(x, y, epochs: 5);
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/models/model/"/>
public partial class Model : Layer
{
    private FunctionalGraph? _graph;

    /// <summary>Makes a functional model: everything between symbolic inputs and outputs.</summary>
    /// <param name="inputs">One <c>Input</c>, or several as <c>[a, b]</c>, or by name in a dictionary.</param>
    /// <param name="outputs">What layers made of them.</param>
    /// <param name="name">Name of the model; <c>"functional"</c>, counted up, by default.</param>
    /// <param name="trainable">Whether training changes the weights.</param>
    public Model(Tensors inputs, Tensors outputs, string? name = null, bool trainable = true)
        : base(name ?? Session.Current.UniqueName("functional"), trainable)
    {
        SetGraph(new(inputs, outputs, Name));
        if (!trainable)
        {
            Trainable = false;
        }
    }

    /// <summary>Makes a functional model of several outputs, such as <c>net.Layers.Select(l =&gt; l.Output)</c>.</summary>
    /// <param name="inputs">One <c>Input</c>, or several as <c>[a, b]</c>, or by name in a dictionary.</param>
    /// <param name="outputs">What layers made of them.</param>
    /// <param name="name">Name of the model; <c>"functional"</c>, counted up, by default.</param>
    /// <param name="trainable">Whether training changes the weights.</param>
    [OverloadResolutionPriority(-1)] // Behind the other one, to which lists and arrays convert.
    public Model(Tensors inputs, IEnumerable<Tensor> outputs, string? name = null, bool trainable = true)
        : this(inputs, (Tensors)(Tensor[])[.. Guard.NotNull(outputs, "Model", nameof(outputs))], name, trainable)
    {
    }

    /// <summary>Makes a functional model in Keras 1's spelling: <c>new Model(input: a, output: b)</c>.</summary>
    /// <param name="input">One <c>Input</c>, or several as <c>[a, b]</c>, or by name in a dictionary.</param>
    /// <param name="output">What layers made of them.</param>
    /// <param name="name">Name of the model; <c>"functional"</c>, counted up, by default.</param>
    [OverloadResolutionPriority(-1)]
    public Model(Tensors input, Tensors output, string? name = null)
        : this(inputs: input, outputs: output, name, trainable: true)
    {
    }

    /// <summary>For a class of your own, whose <c>Call</c> says what it computes.</summary>
    /// <param name="name">Name of the model; the class's in snake case by default.</param>
    /// <param name="trainable">Whether training changes the weights.</param>
    /// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
    protected Model(string? name = null, bool trainable = true, string? dtype = null)
        : base(name, trainable, dtype)
    {
    }

    /// <summary>The layers, from the inputs to the outputs.</summary>
    public virtual IReadOnlyList<Layer> Layers => Graph?.Layers ?? [.. base.Sublayers];

    /// <summary>The symbolic inputs; those of its first call for a model of your own class.</summary>
    /// <exception cref="NotBuiltException">There are none yet.</exception>
    public override Tensors Inputs => Graph?.Inputs ?? (InboundCalls.Count > 0 ? base.Inputs : throw NotBuilt("Inputs"));

    /// <summary>The symbolic outputs; those of its first call for a model of your own class.</summary>
    /// <exception cref="NotBuiltException">There are none yet.</exception>
    public override Tensors Outputs => Graph?.Outputs ?? (InboundCalls.Count > 0 ? base.Outputs : throw NotBuilt("Outputs"));

    /// <summary>The calls of a functional model; null for one of your own class, or not built yet.</summary>
    internal FunctionalGraph? Graph
    {
        get
        {
            if (_graph is null && IsDescribed)
            {
                using (Structure.Enter())
                {
                    _graph ??= DescribeGraph();
                }
            }

            return _graph;
        }
    }

    /// <summary>Whether there is a graph, made or not: one whose layers come one by one is made when it is asked for.</summary>
    private protected virtual bool IsDescribed => _graph is not null;

    /// <summary>Shape of the output of a model that has one, the batch included.</summary>
    /// <exception cref="NotBuiltException">It is not known yet.</exception>
    public Shape OutputShape => Output.Shape;

    internal override IEnumerable<Layer> Sublayers => Layers;

    // The layers inside see the masks, and give the outputs theirs.
    private protected override bool WarnsOfMasks => false;

    // What a model inside another one keeps is its own affair, as in Keras; the layers in it are not.
    private protected override bool LendsMetrics => false;

    private protected override Type FieldsAbove => typeof(Model);

    /// <summary>A layer by its name or its place; one of the two must be given.</summary>
    /// <param name="name">Name of a layer.</param>
    /// <param name="index">From 0.</param>
    /// <exception cref="ArgumentException">There is none; the message lists those that exist.</exception>
    public Layer GetLayer(string? name = null, int? index = null)
        => (name is null) == (index is null) ? throw new KerasArgumentException($"Model '{Name}': GetLayer must be given a name or an index. Received: {(name is null ? "neither" : "both")}.")
            : index is { } place ? GetLayer(place)
            : Layers.FirstOrDefault(l => l.Name == name)
            ?? throw new KerasArgumentException(Spelling.Unknown($"Model '{Name}'", "a layer's name", name!, [.. Layers.Select(l => l.Name)], quote: ""));

    /// <summary>A layer by its place.</summary>
    /// <param name="index">From 0.</param>
    /// <exception cref="ArgumentException">There are not so many.</exception>
    public Layer GetLayer(int index)
        => index >= 0 && index < Layers.Count
            ? Layers[index]
            : throw new KerasArgumentException($"Model '{Name}': a layer's index must be between 0 and {Layers.Count - 1}. Received: {index}.");

    /// <inheritdoc/>
    public override void Build(IReadOnlyList<Shape> inputShapes)
    {
        if (Graph is null && GetType().GetMethod(nameof(Build), [typeof(Shape)])?.DeclaringType is { } type && type != typeof(Model) && type != typeof(Layer))
        {
            Build(inputShapes[0]);
        }

        MarkBuilt(inputShapes);
    }

    /// <summary>Makes the weights of a model of your own class by describing a call on an input of that shape.</summary>
    /// <param name="inputShape">Shape of the input, with the batch, whose length may be <c>null</c>.</param>
    public override void Build(Shape inputShape)
    {
        if (Built)
        {
            return;
        }

        MarkBuilt([inputShape]);
        using SymbolicScope scope = SymbolicScope.Enter();
        Apply(new KerasTensor(inputShape, ComputeDType));
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context)
    {
        if (Graph is not { } graph)
        {
            return base.Call(inputs, context);
        }

        Tensor?[] own = [.. inputs.Select(static t => t.Mask)];
        try
        {
            // Masks that were given to the call count like those that come with the inputs.
            SetMasks(inputs, context.Masks);
            return graph.Run(Standardize(inputs));
        }
        finally
        {
            SetMasks(inputs, own);
        }

        static void SetMasks(Tensors inputs, IReadOnlyList<Tensor?> masks)
        {
            for (int i = 0; i < inputs.Count && i < masks.Count; i++)
            {
                inputs[i].Mask = masks[i];
            }
        }
    }

    private protected void SetGraph(FunctionalGraph graph)
    {
        _graph = graph;
        ForgetStructure();
        MarkBuilt([.. graph.Inputs.Select(t => t.Shape)]);
    }

    /// <summary>Makes the graph where there is one.</summary>
    private protected virtual FunctionalGraph? DescribeGraph() => null;

    private protected void DropGraph()
    {
        _graph = null;
        ForgetStructure();
    }

    /// <summary>The inputs in the model's order and rank: dtype and rank: by name, and with a last axis of 1 added or taken away.</summary>
    private Tensors Standardize(Tensors inputs)
    {
        Tensors expected = Graph!.Inputs;
        IReadOnlyList<string> names = [.. Graph.InputLayers.Select(l => l.Name)];
        if (inputs.Names is { } given)
        {
            Tensors named = inputs;
            inputs = (Tensor[])[.. (expected.Names ?? names).Select(n => given.Contains(n) ? named[n] : throw new KerasArgumentException(
                $"Model '{Name}': the inputs must be given by the names {string.Join(", ", expected.Names ?? names)}. Received: {string.Join(", ", given)}."))];
        }

        if (inputs.Count != expected.Count)
        {
            throw new ShapeException($"the model takes {expected.Count} inputs. Received: {inputs.Count}.");
        }

        return (Tensor[])[.. inputs.Select((t, i) => FitToInput(t, expected[i], names[i]))];
    }

    private static Tensor FitToInput(Tensor x, Tensor input, string name)
    {
        Shape expected = input.Shape;
        Tensor y = x.Rank == expected.Rank + 1 && x.Shape.At(^1) == 1 ? Ops.Squeeze(x, -1)
            : x.Rank == expected.Rank - 1 && expected.At(^1) == 1 ? Ops.ExpandDims(x, -1)
            : x;
        if (!y.Shape.IsCompatibleWith(expected))
        {
            throw new ShapeException($"input '{name}' must have shape {expected}. Received: {x.Shape}.");
        }

        y = Ops.Cast(y, input.DType);
        if (!ReferenceEquals(y, x))
        {
            y.Mask = x.Mask;
        }

        return y;
    }

    private NotBuiltException NotBuilt(string what)
        => new($"Model '{Name}': {what} needs a model that knows its input's shape. Give it an Input first, or use the functional API.");
}

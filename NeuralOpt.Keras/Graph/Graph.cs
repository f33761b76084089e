namespace NeuralOpt.Keras.Engines;

/// <summary>A straight-line program of primitives: what a step does, in order.</summary>
internal sealed class Graph
{
    private readonly List<Node> _nodes = [];
    private readonly List<Value> _feeds = [];
    private readonly List<Value> _outputs = [];

    internal IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>What <see cref="IProgram.Run"/> is given, in order.</summary>
    internal IReadOnlyList<Value> Feeds => _feeds;

    /// <summary>What <see cref="IProgram.Run"/> returns, in order.</summary>
    internal IReadOnlyList<Value> Outputs => _outputs;

    internal Value AddFeed(TensorSpec spec)
    {
        Value feed = new FeedValue(spec, _feeds.Count);
        _feeds.Add(feed);
        return feed;
    }

    internal void AddOutput(Value value) => _outputs.Add(value);

    internal Value Add(Primitive primitive, Value[] inputs, TensorSpec output)
    {
        Node node = new(primitive, inputs, output);
        _nodes.Add(node);
        return node.Output;
    }
}

/// <summary>One call of a primitive.</summary>
internal sealed class Node
{
    internal Node(Primitive primitive, Value[] inputs, TensorSpec output)
    {
        Primitive = primitive;
        Inputs = inputs;
        Output = new NodeValue(output, this);
    }

    internal Primitive Primitive { get; }

    internal Value[] Inputs { get; }

    internal Value Output { get; }

    public override string ToString() => $"{Output.Spec} = {Primitive}({string.Join(", ", Inputs.Select(i => i.Spec))})";
}

/// <summary>A tensor inside a graph: known shape and dtype, no data.</summary>
internal abstract class Value(TensorSpec spec)
{
    internal TensorSpec Spec { get; } = spec;
}

/// <summary>Given to the program for each run.</summary>
internal sealed class FeedValue(TensorSpec spec, int index) : Value(spec)
{
    internal int Index { get; } = index;
}

/// <summary>Fixed when the graph was made.</summary>
internal sealed class ConstantValue(Tensor tensor) : Value(tensor.Spec)
{
    internal Tensor Tensor { get; } = tensor;
}

/// <summary>What a variable holds at this point of the program: before the first <see cref="Assign"/>, its value at the start of the run.</summary>
internal sealed class VariableValue(TensorSpec spec, VariableState variable) : Value(spec)
{
    internal VariableState Variable { get; } = variable;
}

/// <summary>Computed by a node.</summary>
internal sealed class NodeValue(TensorSpec spec, Node node) : Value(spec)
{
    internal Node Node { get; } = node;
}

using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Layers;

/// <summary>An op applied to a symbolic tensor outside any layer: a node of the functional model.</summary>
internal sealed class OpLayer : Layer
{
    private readonly Op _op;
    private readonly Tensor?[] _constants;

    private OpLayer(Op op, Tensor?[] constants)
        : base(Session.Current.UniqueName(NamingRule.SnakeCase(op.Name)))
    {
        _op = op;
        _constants = constants;
        Autocast = false;
    }

    /// <summary>No config holds an op yet.</summary>
    public override JsonObject GetConfig() => throw new KerasInvalidOperationException(
        $"Model: what is written to a config must be layers. Received: the op {OpName} on symbolic tensors; put it into a layer of your own.");

    // As an op on real tensors does: masks end at ops, of which a layer with a mask would be warned.
    private protected override bool WarnsOfMasks => false;

    /// <summary>Name of the op, as a summary shows it.</summary>
    internal string OpName => _op.Name;

    /// <summary>Takes the next name of its kind.</summary>
    internal void Rename() => Name = Session.Current.UniqueName(NamingRule.SnakeCase(_op.Name));

    protected override Tensors Call(Tensors inputs, CallContext context)
    {
        Tensor[] x = [.. _constants!];
        int next = 0;
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = _constants[i] ?? inputs[next++];
        }

        return Op.Apply(_op, x);
    }

    /// <summary>The symbolic result of an op on symbolic inputs; one that a model can follow if all inputs are.</summary>
    internal static KerasTensor Describe(Op op, KerasTensor[] symbolic, TensorSpec spec, Tensor[] all)
    {
        if (symbolic.Any(t => LayerCall.Of(t) is null))
        {
            return new KerasTensor(spec.Shape, spec.DType);
        }

        OpLayer layer = new(op, [.. all.Select(t => t is KerasTensor ? null : t)]);
        return (KerasTensor)layer.Apply((Tensor[])symbolic);
    }
}

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>The gradient of a ReLU as it stands in a graph: <c>y > 0 ? gradient : 0</c> for its result y.</summary>
/// <param name="At">The step that selects.</param>
/// <param name="Node">Its node.</param>
/// <param name="Test">The step of <c>y > 0</c>.</param>
/// <param name="TestNode">Its node.</param>
internal sealed record ReluMask(int At, Node Node, int Test, Node TestNode)
{
    /// <summary>The mask that alone reads a gradient; null if there is none.</summary>
    /// <param name="y">The result of the ReLU.</param>
    /// <param name="gradient">The gradient of that result.</param>
    /// <param name="uses">Who makes and who reads what.</param>
    /// <param name="steps">All steps.</param>
    internal static ReluMask? Find(Value y, Value gradient, Uses uses, List<Step> steps)
    {
        int at = uses.OnlyReader(gradient);
        if (at < 0 || steps[at].Node is not { Primitive: Select } select || Values.Root(select.Inputs[1]) != gradient || !IsZero(select.Inputs[2])
            || select.Inputs[1].Spec.Shape != gradient.Spec.Shape || select.Output.Spec.Shape != gradient.Spec.Shape)
        {
            return null;
        }

        int test = uses.Maker(Values.Root(select.Inputs[0]));
        return test >= 0 && steps[test].Node is { Primitive: Binary { Kind: BinaryKind.Greater } } greater
            && Values.Root(greater.Inputs[0]) == Values.Root(y)
            && greater.Output.Spec.Shape == gradient.Spec.Shape
            && IsZero(greater.Inputs[1])
                ? new(at, select, test, greater)
                : null;
    }

    /// <summary>The same mask on other values: the nodes of <c>y > 0</c> and of <c>y > 0 ? dy : 0</c>.</summary>
    internal (Node Positive, Node Masked) On(Value y, Value dy)
    {
        Node positive = new(TestNode.Primitive, [y, TestNode.Inputs[1]], new(dy.Spec.Shape, DType.Bool));
        return (positive, new(Node.Primitive, [positive.Output, dy, Node.Inputs[2]], dy.Spec));
    }

    /// <summary>Puts steps in the place of the mask.</summary>
    internal void Replace(List<Step>?[] result, Uses uses, params List<Step> with)
    {
        result[At] = with;
        if (uses.OnlyReader(TestNode.Output) == At)
        {
            result[Test] = null;
        }
    }

    private static bool IsZero(Value value) => Values.Root(value) is ConstantValue { Tensor: { DType: DType.Float32, Size: 1 } tensor } && tensor.Item() == 0;
}

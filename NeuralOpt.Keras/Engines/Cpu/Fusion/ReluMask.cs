namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>The gradient of a ReLU as it stands in a graph: <c>y > 0 ? gradient : 0</c> for its result y.</summary>
internal static class ReluMask
{
    /// <summary>The step of <c>y > 0</c>, if <paramref name="select"/> is the gradient of a ReLU; else null.</summary>
    /// <param name="select">What may be the gradient of the ReLU.</param>
    /// <param name="y">The result of the ReLU.</param>
    /// <param name="gradient">The gradient of that result.</param>
    /// <param name="uses">Who makes what.</param>
    /// <param name="steps">All steps.</param>
    internal static int? Find(Node select, Value y, Value gradient, Uses uses, List<Step> steps)
    {
        if (select.Primitive is not Select || Values.Root(select.Inputs[1]) != gradient || !IsZero(select.Inputs[2])
            || select.Inputs[1].Spec.Shape != gradient.Spec.Shape || select.Output.Spec.Shape != gradient.Spec.Shape)
        {
            return null;
        }

        int mask = uses.Maker(Values.Root(select.Inputs[0]));
        return mask >= 0 && steps[mask].Node is { Primitive: Binary { Kind: BinaryKind.Greater } } greater
            && Values.Root(greater.Inputs[0]) == Values.Root(y)
            && greater.Output.Spec.Shape == gradient.Spec.Shape
            && IsZero(greater.Inputs[1])
                ? mask
                : null;
    }

    private static bool IsZero(Value value) => Values.Root(value) is ConstantValue { Tensor: { DType: DType.Float32, Size: 1 } tensor } && tensor.Item() == 0;
}

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>A bias, and a ReLU after it, go into the matrix product or convolution before them: its result is written once.</summary>
internal sealed class EpilogueFusion : IFusion
{
    public List<Step> Apply(List<Step> steps, IReadOnlyList<Value> outputs)
    {
        Uses uses = new(steps, outputs);
        Step?[] result = [.. steps];
        for (int i = 0; i < steps.Count; i++)
        {
            Node node = steps[i].Node;
            if (node.Primitive is not (Engines.MatMul or Conv) || node.Output.Spec.DType != DType.Float32 || node.Output.Spec.Shape.Rank > 5)
            {
                continue;
            }

            int at = uses.OnlyReader(node.Output);

            // A sum of two products is the epilogue of one of them, and needs the other computed.
            if (at < 0 || result[at] != steps[at] || Bias(steps[at].Node, node.Output) is not { } bias)
            {
                continue;
            }

            Node last = steps[at].Node;
            List<Node> members = [node, last];
            Epilogue epilogue = Epilogue.None;
            int next = uses.OnlyReader(last.Output);
            result[at] = null;
            if (next >= 0 && steps[next].Node.Primitive is Unary { Kind: UnaryKind.Relu })
            {
                (at, epilogue) = (next, Epilogue.Relu);
                members.Add(steps[next].Node);
            }

            result[i] = null;
            result[at] = Join(members, bias, epilogue);
        }

        return [.. result.OfType<Step>()];
    }

    /// <summary>What is added, if it is a vector along the last axis of a result; else null.</summary>
    private static Value? Bias(Node node, Value product)
    {
        if (node.Primitive is not Binary { Kind: BinaryKind.Add })
        {
            return null;
        }

        int side = Values.Root(node.Inputs[0]) == product ? 1 : 0;
        Value bias = node.Inputs[side];
        int columns = product.Spec.Shape[^1];
        bool fits = node.Output.Spec.Shape.Size() == product.Spec.Shape.Size()
            && node.Output.Spec.Shape.At(^1) == columns
            && bias.Spec.Shape.Size() == columns
            && bias.Spec.Shape is { Rank: > 0 } shape && shape.At(^1) == columns;
        return fits ? bias : null;
    }

    private static Step Join(List<Node> members, Value bias, Epilogue epilogue)
    {
        (Node node, Node last) = (members[0], members[^1]);
        TensorSpec[] specs = Array.ConvertAll(node.Inputs, v => v.Spec);
        return new(last, [.. node.Inputs, bias], [last.Output], (inputs, outputs) =>
        {
            KernelArguments arguments = new(specs, inputs[..2], node.Output.Spec, outputs[0]);
            return node.Primitive is Conv conv
                ? PlainConv.Tuned(conv.Spec, PlainConv.Result.Output, arguments, specs[0].Shape, specs[1].Shape, node.Output.Spec.Shape, inputs[2], epilogue)
                : MatMulFactory.Make((Engines.MatMul)node.Primitive, arguments, inputs[2], epilogue);
        })
        {
            Members = members,
            Role = SampleRole.Of(node),
        };
    }
}

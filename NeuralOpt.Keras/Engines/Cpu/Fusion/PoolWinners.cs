namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>A max-pool writes down who won, and its gradient reads that instead of its input.</summary>
/// <remarks>The winners are a byte each, a window one of several elements: less to read, and the input need not outlive the forward pass.</remarks>
internal sealed class PoolWinners : IFusion
{
    public List<Step> Apply(List<Step> steps, IReadOnlyList<Value> outputs)
    {
        Step[] result = [.. steps];
        for (int i = 0; i < steps.Count; i++)
        {
            if (steps[i].Node is not { Primitive: PoolGrad { Kind: PoolKind.Max } pool } grad || grad.Output.Spec is not { DType: DType.Float32, Shape.Rank: <= 5 }
                || grad.Output.Spec.Shape.Size() == 0)
            {
                continue;
            }

            Value x = Values.Root(grad.Inputs[0]);
            int at = steps.FindIndex(0, i, s => s.Node.Primitive is Pool { Kind: PoolKind.Max } p && p.Spec == pool.Spec
                && s.Node.Inputs[0].Spec == grad.Inputs[0].Spec && Values.Root(s.Node.Inputs[0]) == x);
            if (at < 0 || result[at] != steps[at])
            {
                continue;
            }

            Node forward = steps[at].Node;
            Shape y = forward.Output.Spec.Shape;
            PoolGeometry geometry = PoolGeometry.Of(pool.Spec, grad.Output.Spec.Shape, y);
            if (!geometry.AreWindowsDisjoint || geometry.WindowSize > byte.MaxValue)
            {
                continue;
            }

            Value winners = new Node(forward.Primitive, forward.Inputs, new(y.With(^1, Pooling.WinnersWidth(geometry.Channels)), DType.UInt8)).Output;
            result[at] = new(forward, [forward.Inputs[0]], [forward.Output, winners], (from, to) => Pooling.Forward(PoolKind.Max, geometry, from[0], to[0], to[1]))
            {
                Role = new(geometry.Batch, [0], [0, 1]),
            };
            result[i] = new(grad, [winners, grad.Inputs[1]], steps[i].Outputs, (from, to) => Pooling.Gradient(PoolKind.Max, geometry, null, from[1], to[0], from[0]))
            {
                Role = new(geometry.Batch, [0, 1], [0]),
            };
        }

        return [.. result];
    }
}

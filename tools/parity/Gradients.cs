namespace NeuralOpt.Keras.Parity;

/// <summary>Gradients of sum(output x probe) by tensors and variables.</summary>
internal static class Gradients
{
    /// <summary>Runs something on a tape; gives null for a gradient that was not recorded or does not exist.</summary>
    internal static Tensor?[] Of(IReadOnlyList<object> sources, IReadOnlyList<Tensor?> probes, IReadOnlyList<Tensor?> recorded, Func<Tensor[]> run)
    {
        Tape tape = new(watchVariables: false);
        object[] wanted = [.. sources.Where((s, i) => i < recorded.Count && recorded[i] is not null)];
        tape.Start();
        Tensor[] outputs;
        try
        {
            foreach (object source in wanted)
            {
                if (source is Variable v)
                {
                    tape.Watch(v);
                }
                else
                {
                    tape.Watch((Tensor)source);
                }
            }

            outputs = run();
        }
        finally
        {
            tape.Stop();
        }

        if (wanted.Length == 0)
        {
            return new Tensor?[sources.Count];
        }

        int[] weighted = [.. Enumerable.Range(0, Math.Min(outputs.Length, probes.Count)).Where(i => probes[i] is not null && outputs[i].DType.IsFloating() && outputs[i].Shape == probes[i]!.Shape)];
        Tensor?[] found = tape.Gradients([.. weighted.Select(i => outputs[i])], [.. weighted.Select(i => Ops.Cast(probes[i]!, outputs[i].DType))], wanted);
        return [.. sources.Select(s => Array.IndexOf(wanted, s) is >= 0 and var k ? found[k] : null)];
    }

    /// <summary>Compares; a gradient that does not exist stands for zeros.</summary>
    internal static void Compare(Comparison comparison, IReadOnlyList<Tensor?> expected, Tensor?[] actual, IReadOnlyList<Tensor> sources, Terms terms, string what = "gradient")
    {
        for (int i = 0; i < Math.Min(expected.Count, actual.Length); i++)
        {
            if (expected[i] is { } recorded)
            {
                Tensor gradient = actual[i] is { } g ? IndexedSlices.Dense(g) : Tensor.Zeros(new(recorded.Shape, DType.Float32));
                comparison.Close($"{what} {i}", recorded, gradient, terms.OfGradient(sources[i]));
            }
        }
    }
}

using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Parity;

/// <summary>Functions of keras.ops: the value of an expression, and its gradients by the inputs.</summary>
internal sealed class OpsJudge : Judge
{
    internal override IReadOnlyList<string> Families => ["ops", "ops_more"];

    protected override void Replay(GoldenCase golden, Comparison comparison)
    {
        string call = golden.Required("call");
        if (Deviations.Of(call) is { } reason)
        {
            throw new NotJudgedException(reason);
        }

        Tensor[] inputs = golden.Given("input");
        string[] names = [.. ((JsonArray?)golden["inputs"] ?? []).Select(static n => n!.GetValue<string>())];
        Dictionary<string, object?> known = names.Zip(inputs).ToDictionary(static p => p.First, static p => (object?)p.Second);

        Tensor[] outputs = [];
        Tensor?[] gradients = Gradients.Of(inputs, golden.All("probe"), golden.All("grad"), () => outputs = Outputs(Evaluator.Run(call, known), golden));

        Terms terms = new(call.Contains("conv", StringComparison.Ordinal), inputs, outputs);
        IReadOnlyList<Tensor?> expected = golden.Given("output");
        comparison.Equal("number of outputs", expected.Count, outputs.Length);
        for (int i = 0; i < Math.Min(expected.Count, outputs.Length); i++)
        {
            comparison.Close($"output {i}", expected[i], outputs[i], terms.OfOutput(outputs[i]));
            if (golden["output_dtypes"] is JsonArray dtypes && !IsPlain(call))
            {
                comparison.Equal($"dtype of output {i}", dtypes[i]!.GetValue<string>(), outputs[i].DType.Name());
            }
        }

        Gradients.Compare(comparison, golden.All("grad"), gradients, inputs, terms);
    }

    // Complex numbers are two tensors here, one array with a last axis of two there.
    private static Tensor[] Outputs(object? value, GoldenCase golden)
    {
        Tensor[] flat = [.. Flat(value)];
        return golden.Flag("complex_output_as_last_axis_2") && flat.Length == 2 ? [Ops.Stack(flat, -1)] : flat;
    }

    private static IEnumerable<Tensor> Flat(object? value) => value switch
    {
        Tensor t => [t],
        object?[] items => items.SelectMany(Flat),
        int i => [(Tensor)i],
        double d => [(Tensor)d],
        bool b => [(Tensor)b],
        _ => throw new MissingException($"an expression that gives {value?.GetType().Name ?? "None"}"),
    };

    // What counts or measures gives plain integers.
    private static bool IsPlain(string call) => Parser.Read(call) is Expression.Call { Function: Expression.Attribute { Member: "shape" or "ndim" or "size" } };
}

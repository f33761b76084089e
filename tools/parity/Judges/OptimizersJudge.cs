using System.Text.Json.Nodes;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Parity;

/// <summary>Optimizers: several steps of given gradients on several variables, and the state afterwards.</summary>
internal sealed class OptimizersJudge : Judge
{
    internal override IReadOnlyList<string> Families => ["optimizers"];

    protected override void Replay(GoldenCase golden, Comparison comparison)
    {
        Optimizer optimizer = golden.Build<Optimizer>();
        Configs.Compare(comparison, golden, optimizer);
        Variable[] variables = [.. golden.Given("initial").Select(static (v, i) => new Variable(v, name: $"v{i}"))];
        Tensor[] gradients = golden.Given("grad");
        IReadOnlyList<Tensor?> after = golden.All("after");
        int steps = gradients.Length / variables.Length;
        for (int step = 0; step < steps; step++)
        {
            int first = step * variables.Length;
            optimizer.Apply(gradients[first..(first + variables.Length)], variables);
            for (int i = 0; i < variables.Length; i++)
            {
                comparison.Close($"variable {i} after step {step}", after[first + i], variables[i].Value, Tolerance.Sum((step + 1) * variables[i].Shape.Size()));
            }
        }

        JsonArray state = golden["state"] as JsonArray ?? [];
        if (state.Count == 0)
        {
            return;
        }

        comparison.Equal("number of state variables", state.Count, optimizer.Variables.Count);
        IReadOnlyList<Tensor?> expected = golden.All("state");
        for (int i = 0; i < Math.Min(state.Count, optimizer.Variables.Count); i++)
        {
            comparison.Close($"state {i}", expected[i], optimizer.Variables[i].Value, Tolerance.Sum(steps * optimizer.Variables[i].Shape.Size()));
        }
    }
}

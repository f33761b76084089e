using System.Text.Json.Nodes;
using NeuralOpt.Keras.Initializers;

namespace NeuralOpt.Keras.Parity;

/// <summary>Initializers: the same seed draws the same numbers.</summary>
internal sealed class InitializersJudge : Judge
{
    internal override IReadOnlyList<string> Families => ["initializers"];

    protected override void Replay(GoldenCase golden, Comparison comparison)
    {
        Initializer initializer = golden.Build<Initializer>();
        int[] shape = [.. ((JsonArray)golden["shape"]!).Select(static d => d!.GetValue<int>())];
        Tensor value = initializer.Apply(shape);

        // An orthogonal matrix is the end of many sums; everything else is drawn, and then equal.
        comparison.Close("value", golden.Array("value"), value, golden["serialized"]?["class_name"]?.GetValue<string>() == "Orthogonal" ? Tolerance.Factorised : Tolerance.Exact);
        Configs.Compare(comparison, golden, initializer);
    }
}

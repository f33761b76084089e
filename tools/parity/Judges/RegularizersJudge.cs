using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Parity;

/// <summary>Regularizers, from a config or a short name: the penalty and its gradient.</summary>
internal sealed class RegularizersJudge : Judge
{
    internal override IReadOnlyList<string> Families => ["regularizers"];

    protected override void Replay(GoldenCase golden, Comparison comparison)
    {
        Regularizer regularizer = golden.Text("identifier") is { } name ? Named(name) : golden.Build<Regularizer>();
        Tensor x = golden.Given("x")[0];
        Tensor[] value = [];
        Tensor?[] gradients = Gradients.Of([x], [Tensor.ScalarOf(1, DType.Float32)], golden.All("grad"), () => value = [regularizer.Apply(x)]);
        Terms terms = new(false, [x], value);
        comparison.Close("value", golden.Array("value"), value[0], terms.OfOutput(value[0]));
        Gradients.Compare(comparison, golden.All("grad"), gradients, [x], terms);
        Configs.Compare(comparison, golden, regularizer);
    }

    private static Regularizer Named(string name)
        => Registry.FindShort(typeof(Regularizer), name) is null ? throw new MissingException($"the regularizer {name}") : Registry.Create<Regularizer>(name);
}

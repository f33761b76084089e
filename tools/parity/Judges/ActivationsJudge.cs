namespace NeuralOpt.Keras.Parity;

/// <summary>Activations by Keras's name.</summary>
internal sealed class ActivationsJudge : Judge
{
    internal override IReadOnlyList<string> Families => ["activations"];

    protected override void Replay(GoldenCase golden, Comparison comparison)
    {
        Func<Tensor, Tensor> activation;
        try
        {
            activation = Activations.Get(golden.Required("name"));
        }
        catch (ArgumentException e)
        {
            throw new MissingException(e.Message);
        }

        Tensor x = golden.Given("x")[0];
        Tensor[] outputs = [];
        Tensor?[] gradients = Gradients.Of([x], golden.All("probe"), golden.All("grad"), () => outputs = [activation(x)]);
        Terms terms = new(false, [x], outputs);
        comparison.Close("y", golden.Array("y"), outputs[0], terms.OfOutput(outputs[0]));
        Gradients.Compare(comparison, golden.All("grad"), gradients, [x], terms);
    }
}

using NeuralOpt.Keras.Losses;

namespace NeuralOpt.Keras.Parity;

/// <summary>Losses: their value under each reduction, and the gradient of its sum by the predictions.</summary>
internal sealed class LossesJudge : Judge
{
    internal override IReadOnlyList<string> Families => ["losses"];

    protected override void Replay(GoldenCase golden, Comparison comparison)
    {
        Loss loss = golden.Build<Loss>();
        Tensor yTrue = golden.Given("y_true")[0];
        Tensor yPred = golden.Given("y_pred")[0];
        Tensor[] value = [];
        Tensor?[] gradients = Gradients.Of(
            [yPred], [golden.Array("value") is { } v ? Ops.OnesLike(v) : null], golden.All("grad"),
            () => value = [loss.Apply(yTrue, yPred, golden.Array("sample_weight"))]);

        Terms terms = new(false, [yPred, yTrue], value);
        comparison.Close("value", golden.Array("value"), value[0], terms.OfOutput(value[0]));
        Gradients.Compare(comparison, golden.All("grad"), gradients, [yPred], terms);
        Configs.Compare(comparison, golden, loss);
    }
}

using NeuralOpt.Keras.Constraints;

namespace NeuralOpt.Keras.Parity;

/// <summary>Constraints: the projected weight.</summary>
internal sealed class ConstraintsJudge : Judge
{
    internal override IReadOnlyList<string> Families => ["constraints"];

    protected override void Replay(GoldenCase golden, Comparison comparison)
    {
        Constraint constraint = golden.Build<Constraint>();
        Tensor x = golden.Given("x")[0];
        comparison.Close("value", golden.Array("value"), constraint.Apply(x), Tolerance.Sum(x.Size));
        Configs.Compare(comparison, golden, constraint);
    }
}

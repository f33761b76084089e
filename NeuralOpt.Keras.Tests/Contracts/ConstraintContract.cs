using NeuralOpt.Keras.Constraints;

namespace NeuralOpt.Keras.Tests;

/// <summary>What every constraint does.</summary>
internal static class ConstraintContract
{
    /// <param name="make">Makes the constraint.</param>
    /// <param name="holds">Whether weights satisfy it.</param>
    internal static void Check(Func<Constraint> make, Func<Tensor, bool> holds)
    {
        Constraint constraint = make();
        Tensor weights = new double[,] { { 3, -0.3, 0 }, { -4, 0.4, 2 } };
        Assert.IsFalse(holds(weights), $"{constraint}: the weights must break it, else nothing is tested");
        Tensor projected = constraint.Apply(weights);
        Assert.AreEqual(weights.Spec, projected.Spec);
        Assert.IsTrue(holds(projected), $"{constraint}: {projected}");
        Numbers.AreClose(projected, constraint.Apply(projected), 1e-6, "what satisfies it already");
        Numbers.AreClose(projected, ConfigContract.Copy(constraint).Apply(weights), 0, "the copy's weights");
        Numbers.AreClose(projected, Function.Compile(w => constraint.Apply(w))(weights), 1e-6, "the compiled weights");
    }
}

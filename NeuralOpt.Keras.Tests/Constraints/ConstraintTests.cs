using NeuralOpt.Keras.Constraints;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public sealed class ConstraintTests
{
    // Columns of norm 5 and 0.5.
    private static readonly double[,] s_weights = { { 3, -0.3 }, { -4, 0.4 } };

    [TestMethod]
    public void Constraints_follow_their_formulas()
    {
        Same([3, 0, 0, 0.4], new NonNeg());
        Same([1.2, -0.3, -1.6, 0.4], new MaxNorm());
        Same([0.6, -0.6, -0.8, 0.8], new UnitNorm());
        Same([1.2, -0.6, -1.6, 0.8], new MinMaxNorm(1, 2));
        Same([2.1, -0.45, -2.8, 0.6], new MinMaxNorm(1, 2, rate: 0.5));
    }

    [TestMethod]
    public void An_axis_says_whose_norm_it_is()
    {
        double[] y = new UnitNorm(axis: (0, 1)).Apply(s_weights).ToArray<double>();
        Assert.AreEqual(1, y.Sum(static v => v * v), 1e-6);
    }

    [TestMethod]
    public void Names_and_configs_make_constraints()
    {
        Assert.AreEqual(2, ((MaxNorm)(Constraint)"max_norm").MaxValue);
        Assert.IsInstanceOfType<NonNeg>((Constraint)"non_neg");
        foreach (Constraint c in new Constraint[] { new NonNeg(), new MaxNorm(1, (0, 1)), new UnitNorm(1), new MinMaxNorm(0.1, 0.2, 0.3, 1) })
        {
            Constraint read = (Constraint)Saving.DeserializeKerasObject(Saving.SerializeKerasObject(c))!;
            CollectionAssert.AreEqual(c.Apply(s_weights).ToArray<double>(), read.Apply(s_weights).ToArray<double>());
        }
    }

    [TestMethod]
    public void Wrong_arguments_are_refused()
        => Assert.AreEqual(
            "MaxNorm: maxValue must be a finite number of at least 0. Received: NaN.",
            Assert.ThrowsExactly<KerasArgumentException>(() => new MaxNorm(double.NaN)).Message);

    private static void Same(double[] expected, Constraint constraint)
    {
        foreach ((double e, double a) in expected.Zip(constraint.Apply(s_weights).ToArray<double>()))
        {
            Assert.AreEqual(e, a, 1e-6, constraint.GetType().Name);
        }
    }
}

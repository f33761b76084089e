using NeuralOpt.Keras.Parity;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class ComparisonTests
{
    [TestMethod]
    [DataRow(1f, 1.000001f, true)]
    [DataRow(1f, 1.0001f, false)]
    [DataRow(0f, 5e-7f, true)]
    [DataRow(float.NaN, float.NaN, true)]
    [DataRow(float.NaN, 1f, false)]
    [DataRow(float.PositiveInfinity, float.PositiveInfinity, true)]
    [DataRow(float.PositiveInfinity, float.MaxValue, false)]
    public void Values_are_compared_within_the_tolerance(float expected, float actual, bool passes)
    {
        Comparison comparison = new();
        comparison.Close("x", Tensor.From([expected], 1), Tensor.From([actual], 1), Tolerance.Elementwise);
        Assert.AreEqual(passes ? Outcome.Passed : Outcome.Failed, comparison.Verdict.Outcome);
    }

    [TestMethod]
    public void Another_shape_fails_whatever_the_values()
    {
        Comparison comparison = new();
        comparison.Close("x", Ops.Zeros((2, 1)), Ops.Zeros((1, 2)), Tolerance.Elementwise);
        Assert.AreEqual("x: expected shape (2, 1), got (1, 2)", comparison.Verdict.Reason);
    }
}

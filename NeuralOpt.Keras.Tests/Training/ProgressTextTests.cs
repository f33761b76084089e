using System.Text;
using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras.Tests.Training;

[TestClass]
public sealed class ProgressTextTests
{
    [TestMethod]
    [DataRow(0.40625, "0.4062")]
    [DataRow(0.0011, "0.0011")]
    [DataRow(0.001, "1.0000e-03")]
    [DataRow(-0.5, "-0.5000")]
    [DataRow(0.0, "0.0000e+00")]
    [DataRow(-1.5e-5, "-1.5000e-05")]
    [DataRow(1e-320, "9.9999e-321")]
    [DataRow(12345678.5, "12345678.5000")]
    [DataRow(double.NaN, "nan")]
    [DataRow(double.NegativeInfinity, "-inf")]
    [DataRow(double.PositiveInfinity, "inf")]
    public void A_value_has_the_digits_of_Python(double value, string expected) =>
        Assert.AreEqual(expected, new StringBuilder().AppendValue(value).ToString());

    [TestMethod]
    public void Verbose_2_shows_a_negative_value_with_an_exponent() =>
        Assert.AreEqual("-1.2346e+02", new StringBuilder().AppendValue(-123.456, signed: false).ToString());

    [TestMethod]
    [DataRow(0.0, "0s/step")]
    [DataRow(2.5, "2s/step")]
    [DataRow(1.0, "1s/step")]
    [DataRow(0.9996, "1000ms/step")]
    [DataRow(0.0125, "12ms/step")]
    [DataRow(0.00099, "990us/step")]
    public void A_step_time_has_the_unit_that_fits(double seconds, string expected) =>
        Assert.AreEqual(expected, new StringBuilder().AppendStepTime(seconds, "step").ToString());

    [TestMethod]
    [DataRow(0.9, "0s")]
    [DataRow(60.0, "60s")]
    [DataRow(61.5, "1:01")]
    [DataRow(3600.0, "60:00")]
    [DataRow(3725.0, "1:02:05")]
    public void The_time_left_is_cut_to_whole_seconds(double seconds, string expected) =>
        Assert.AreEqual(expected, new StringBuilder().AppendTimeLeft(seconds).ToString());

    [TestMethod]
    [DataRow(7L, 469L, "  7/469")]
    [DataRow(7L, 10L, " 7/10")]
    [DataRow(7L, null, "      7/Unknown")]
    public void The_count_is_as_wide_as_the_target(long current, long? target, string expected) =>
        Assert.AreEqual(expected, new StringBuilder().AppendCount(current, target).ToString());
}

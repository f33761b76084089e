namespace NeuralOpt.Keras.Tests;

[TestClass]
public class PythonNumberTests
{
    [TestMethod]
    [DataRow(0.0, "0.0")]
    [DataRow(-0.0, "-0.0")]
    [DataRow(1.0, "1.0")]
    [DataRow(-2.5, "-2.5")]
    [DataRow(0.1, "0.1")]
    [DataRow(1e-4, "0.0001")]
    [DataRow(1e-5, "1e-05")]
    [DataRow(1.25e-7, "1.25e-07")]
    [DataRow(1e15, "1000000000000000.0")]
    [DataRow(1e16, "1e+16")]
    [DataRow(123456.789, "123456.789")]
    [DataRow(1.5e300, "1.5e+300")]
    [DataRow(0.009999999776482582, "0.009999999776482582")]
    [DataRow(double.NaN, "nan")]
    [DataRow(double.NegativeInfinity, "-inf")]
    public void Repr_writes_what_Python_writes(double value, string text) => Assert.AreEqual(text, PythonNumber.Repr(value));
}

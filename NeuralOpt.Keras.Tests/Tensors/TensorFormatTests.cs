using System.Globalization;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Metrics;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class TensorFormatTests
{
    [TestMethod]
    public void A_scalar_takes_the_formats_of_numbers()
    {
        Tensor loss = -0.021599522f;
        Assert.AreEqual("-0.02", $"{loss:F2}");
        Assert.AreEqual("-0.0216", $"{loss:F4}");
        Assert.AreEqual("  -0.022", $"{loss,8:0.000}");
        Assert.AreEqual("-2.16E-002", $"{loss:E2}");
        Assert.AreEqual("-0.021599522", $"{loss}");
        Assert.AreEqual("-0.021599522", $"{loss:G}");
        Assert.AreEqual("007", $"{(Tensor)7:D3}");
        Assert.AreEqual("7.0", $"{(Tensor)7:F1}");
        Assert.AreEqual("nan", $"{(Tensor)float.NaN:F2}");
        Assert.AreEqual("True", $"{(Tensor)true:F2}");
        Assert.AreEqual("9007199254740993", $"{(Tensor)9007199254740993:D}");
    }

    [TestMethod]
    public void An_array_takes_them_element_by_element()
    {
        Tensor x = new[,] { { 1, -0.5f }, { 12.345f, 1e-9f } };
        Assert.AreEqual("[[ 1.00 -0.50]\n [12.35  0.00]]", $"{x:F2}");
        Assert.AreEqual("[]", $"{Ops.Zeros(0):F2}");
    }

    [TestMethod]
    public void There_is_a_decimal_point_whatever_the_culture()
    {
        CultureInfo german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
        Assert.AreEqual("0.50", string.Create(german, $"{(Tensor)0.5f:F2}"));
        Assert.AreEqual("0.5", string.Create(german, $"{(Tensor)0.5f}"));
    }

    [TestMethod]
    public void Results_of_metrics_and_variables_take_them_too()
    {
        Mean mean = new();
        mean.UpdateState(new[] { 1f, 2 });
        Assert.AreEqual("1.5000", $"{mean.Result():F4}");
        Assert.AreEqual("[1.50 2.50]", $"{new Variable(new[] { 1.5, 2.5 }):F2}");
        Sequential model = new([new Input(1), new Dense(1, kernelInitializer: "zeros")]);
        model.Compile(loss: "mse", metrics: ["mae"]);
        Assert.AreEqual("loss: 2.500, mae: 1.500", $"{model.Evaluate(new[] { 1f, 2 }, new[] { 1f, 2 }, verbose: 0):F3}");
    }

    [TestMethod]
    public void A_format_that_numbers_do_not_have_is_named()
        => Assert.AreEqual(
            "The format must be one of .NET's for such a number, such as F4. Received: 'Q' for Double.",
            Assert.ThrowsExactly<KerasFormatException>(() => $"{(Tensor)1f:Q}").Message);

    [TestMethod]
    public void A_symbolic_tensor_stays_its_description()
        => Assert.AreEqual("<KerasTensor shape=(3,), dtype=float32>", $"{new KerasTensor(3):F2}");
}

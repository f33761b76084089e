using NeuralOpt.Keras.Parity;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class EvaluatorTests
{
    private static readonly Dictionary<string, object?> s_names = new()
    {
        ["a"] = Tensor.From([1f, -2f, 3f, -4f, 5f, -6f], (2, 3)),
        ["b"] = Tensor.From([2f, 2f, 2f], 3),
    };

    [TestMethod]
    [DataRow("2 + 3 * 4 ** 2 // 5 - -1", 12.0)]
    [DataRow("(1 + 2) * 3 % 4", 1.0)]
    [DataRow("7 if 1 < 2 else 8", 7.0)]
    [DataRow("[1, (2, 3), 4][1][-1]", 3.0)]
    [DataRow("float('inf')", double.PositiveInfinity)]
    [DataRow("1e-3", 0.001)]
    public void Plain_Python_is_computed(string expression, double value)
        => Assert.AreEqual(value, Convert.ToDouble(Evaluator.Run(expression, s_names)), 1e-12);

    [TestMethod]
    [DataRow("K.sum(a)", "-3")]
    [DataRow("K.sum(a, axis=(0, 1), keepdims=True)", "-3")]
    [DataRow("K.max(x=a, axis=-1)", "3,5")]
    [DataRow("K.concatenate([b, b + 1], axis=0)", "2,2,2,3,3,3")]
    [DataRow("K.where(a > 0, a, K.zeros_like(a))", "1,0,3,0,5,0")]
    [DataRow("K.split(b, 3)[1]", "2")]
    [DataRow("K.cast(np.array([[0, 2]], 'float32'), 'int32')", "0,2")]
    public void Functions_are_found_by_the_naming_rule(string expression, string values)
        => Assert.AreEqual(values, string.Join(',', ((Tensor)Evaluator.Run(expression, s_names)!).ToArray<float>()));

    [TestMethod]
    [DataRow("K.no_such_function(a)")]
    [DataRow("D.range(3).map(lambda x: x)")]
    [DataRow("c + 1")]
    [DataRow("'open")]
    public void What_cannot_be_read_counts_as_missing(string expression)
        => Assert.ThrowsExactly<MissingException>(() => Evaluator.Run(expression, s_names));

    [TestMethod]
    public void A_function_that_does_not_take_the_arguments_is_an_error()
        => Assert.ThrowsExactly<ArgumentException>(() => Evaluator.Run("K.sum(a, colour=3)", s_names));
}

using System.Reflection;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public sealed class ActivationTests
{
    public static IEnumerable<object[]> Names
        => typeof(Activations).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(static m => m.ReturnType == typeof(Tensor) && m.GetParameters().Skip(1).All(static p => p.HasDefaultValue))
            .Select(static m => new object[] { NamingRule.SnakeCase(m.Name) });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_name_finds_a_function_whose_gradient_is_that_of_central_differences(string name)
    {
        Func<Tensor, Tensor> f = Activations.Get(name);
        double[] values = [-7.1, -2.3, -1.2, -0.6, -0.31, 0.27, 0.62, 1.3, 2.7, 6.4];
        Tensor x = Tensor.From<double>(values, (1, values.Length));
        Tensor probe = Tensor.From<double>([.. values.Select((_, i) => 1 + (0.1 * i))], (1, values.Length));
        using GradientTape tape = new();
        tape.Watch(x);
        Tensor gradient = tape.Gradient(Loss(x), x) ?? Ops.ZerosLike(x);
        for (int i = 0; i < values.Length; i++)
        {
            Tensor up = Tensor.From<double>([.. values.Select((v, j) => j == i ? v + 1e-6 : v)], x.Shape);
            Tensor down = Tensor.From<double>([.. values.Select((v, j) => j == i ? v - 1e-6 : v)], x.Shape);
            double expected = (Loss(up).Item() - Loss(down).Item()) / 2e-6;
            Assert.AreEqual(expected, gradient.ReadDouble(i), 1e-6 * Math.Max(1, Math.Abs(expected)), $"{name} at {values[i]}");
        }

        Tensor Loss(Tensor t)
        {
            Tensor y = f(t);
            return Ops.Sum(y * (y.Shape == probe.Shape ? probe : 1.0));
        }
    }

    [TestMethod]
    public void Relu_takes_slope_maximum_and_threshold()
    {
        Tensor x = new[] { -2.0, 0.1, 0.5, 3 };
        double[] y = Activations.Relu(x, negativeSlope: 0.1, maxValue: 1, threshold: 0.2).ToArray<double>();
        foreach ((double expected, double actual) in new[] { -0.22, -0.01, 0.5, 1 }.Zip(y))
        {
            Assert.AreEqual(expected, actual, 1e-12);
        }
    }

    [TestMethod]
    public void An_unknown_name_is_refused_with_the_known_ones()
    {
        string message = Assert.ThrowsExactly<KerasArgumentException>(() => (ActivationSpec)"rlu").Message;
        Assert.StartsWith("Activation: did you mean 'relu'? The name must be one of celu, elu, ", message);
        Assert.EndsWith("Received: 'rlu'.", message);
    }

    [TestMethod]
    public void A_function_with_more_required_arguments_has_no_name()
        => Assert.ThrowsExactly<KerasArgumentException>(() => Activations.Get("threshold"));

    [TestMethod]
    public void A_function_of_your_own_is_an_activation()
        => Assert.AreEqual(6, ActivationSpec.From(static t => t * 2).Apply(3.0).Item());
}

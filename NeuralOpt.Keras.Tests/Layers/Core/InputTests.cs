using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests.Layers.Core;

/// <summary>A variable that began as an input is used as in Python.</summary>
[TestClass]
public class InputTests
{
    [TestMethod]
    public void A_variable_that_began_as_an_input_takes_what_layers_make_of_it()
    {
        var inputs = new Input(4);
        var x = inputs;
        x = new Dense(8, activation: "relu").Apply(x);
        var residual = x;
        for (int i = 0; i < 2; i++)
        {
            x = new Dense(8).Apply(x);
            x = new Add().Apply([x, residual]);
        }

        x = Ops.Relu(x);
        Model model = new(inputs, x);
        Assert.AreEqual(new Shape(null, 8), model.Output.Shape);
        Assert.AreEqual((4 * 8) + 8 + (2 * 72), model.CountParams());
    }

    [TestMethod]
    public void An_input_computes_as_a_tensor()
    {
        var x = new Input(2, name: "x");
        var y = new Input(2);
        Tensor one = Tensor.From(new float[,] { { 1, 2 } }), two = Tensor.From(new float[,] { { 3, 4 } });
        (Tensor Symbolic, float[] Expected)[] cases =
        [
            (x + y, [4, 6]), (x - y, [-2, -2]), (x * y, [3, 8]), (y / x, [3, 2]), (y % x, [0, 0]),
            (x + 1, [2, 3]), (1 - x, [0, -1]), ((x * 2.0) + y, [5, 8]), (y - (x * 1), [2, 2]), (-x, [-1, -2]), (x[.., 0], [1]),
        ];
        foreach ((Tensor symbolic, float[] expected) in cases)
        {
            Model model = new([x, y], symbolic);
            CollectionAssert.AreEqual(expected, model.Predict(new Tensor[] { one, two }, verbose: 0).ToArray<float>());
        }

        x += 1;
        Assert.AreEqual(new Shape(null, 2), x.Shape);
        Assert.AreEqual(2, x.Rank);
        Assert.AreEqual(DType.Float32, x.DType);
    }

    [TestMethod]
    public void Only_what_new_Input_made_has_a_layer()
    {
        var x = new Input(4, name: "a");
        Assert.AreEqual("a", x.Layer.Name);
        StringAssert.StartsWith(x.ToString(), "Input(");
        x = new Flatten().Apply(x);
        StringAssert.StartsWith(Assert.ThrowsExactly<KerasInvalidOperationException>(() => new Sequential([x])).Message, "Input: only an input that was made by new Input has a layer. Received:");
        x = (Tensor?)null;
        Assert.IsNull(x);
    }
}

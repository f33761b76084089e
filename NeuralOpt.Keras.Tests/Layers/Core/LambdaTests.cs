using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Core;

[TestClass]
public sealed class LambdaTests() : LayerContract<Lambda>(() => new(t => t * 2, dtype: "float64"), [(2, 3)], (2, 3), inFiles: false)
{
    private static readonly Tensor s_a = Tensor.From(new float[,] { { 1, 2 } });
    private static readonly Tensor s_b = Tensor.From(new float[,] { { 10, 20 } });
    private static readonly Tensor s_c = Tensor.From(new float[,] { { 100, 200 } });

    [TestMethod]
    public void A_function_of_two_tensors_is_applied_to_two_inputs()
        => AreEqual([11, 22], new Lambda((a, b) => a + b).Apply([s_a, s_b]));

    [TestMethod]
    public void A_function_of_three_tensors_is_applied_to_three_inputs()
        => AreEqual([111, 222], new Lambda((a, b, c) => a + b + c).Apply([s_a, s_b, s_c]));

    [TestMethod]
    public void A_function_of_a_list_is_applied_to_all_inputs()
    {
        AreEqual([11, 22], new Lambda((Tensors t) => t[0] + t[1]).Apply([s_a, s_b]));
        AreEqual([10, 40], new Lambda((Tensors t) => t["x"] * t["y"]).Apply(new Dictionary<string, Tensor> { ["x"] = s_a, ["y"] = s_b }));
    }

    [TestMethod]
    public void A_function_of_a_list_may_give_a_list()
    {
        foreach (Lambda swap in new Lambda[] { new((Tensors t) => [t[1], t[0]]), new((Tensors t) => new[] { t[1], t[0] }), Lambda.Of((Tensor a, Tensor b) => (b, a)) })
        {
            Tensors both = swap.ApplyMany([s_a, s_b]);
            AreEqual([10, 20], both[0]);
            AreEqual([1, 2], both[1]);
        }
    }

    [TestMethod]
    public void A_method_is_a_function()
    {
        AreEqual([0, 2], new Lambda(Sampling).Apply([s_a - 1, s_a]));
        AreEqual([0, 2], Lambda.Of(Sampling).Apply([s_a - 1, s_a]));
        AreEqual([1, 2], Lambda.Of(First).Apply([s_a, s_b]));
        static Tensor First(Tensors t) => t[0];
        static Tensor Sampling(Tensor mean, Tensor logVariance) => mean * logVariance;
    }

    [TestMethod]
    public void Arguments_are_given_by_name_and_may_have_defaults()
    {
        Dictionary<string, object> arguments = new() { ["factor"] = 3 };
        AreEqual([4, 7], Lambda.Of(Line, arguments: arguments).Apply(s_a));
        arguments["offset"] = 0.5;
        AreEqual([3.5f, 6.5f], Lambda.Of(Line, arguments: arguments).Apply(s_a));
        static Tensor Line(Tensor x, double factor, double offset = 1) => (x * factor) + offset;
    }

    [TestMethod]
    public void An_argument_without_a_parameter_and_a_parameter_without_an_argument_are_refused()
    {
        Func<Tensor, double, Tensor> scale = (x, factor) => x * factor;
        Assert.AreEqual(
            "Lambda: every parameter of the function that is no tensor must have a value in arguments. Received none for 'factor'.",
            Assert.ThrowsExactly<KerasArgumentException>(() => Lambda.Of(scale)).Message);
        Assert.AreEqual(
            "Lambda: arguments must be parameters of the function other than tensors: factor. Received: 'rate'.",
            Assert.ThrowsExactly<KerasArgumentException>(() => Lambda.Of(scale, arguments: new Dictionary<string, object> { ["factor"] = 2.0, ["rate"] = 1 })).Message);
        Assert.AreEqual(
            "Lambda: argument 'factor' must be of type Double. Received: Int32[].",
            Assert.ThrowsExactly<KerasArgumentException>(() => Lambda.Of(scale, arguments: new Dictionary<string, object> { ["factor"] = new[] { 1 } })).Message);
    }

    [TestMethod]
    public void A_function_that_asks_for_training_or_mask_is_given_them()
    {
        Lambda flag = Lambda.Of((Tensor x, bool training) => training ? x : -x);
        AreEqual([1, 2], flag.Apply(s_a, training: true));
        AreEqual([-1, -2], flag.Apply(s_a));
        Lambda masked = new((x, mask) => Ops.Where(mask, x, 0));
        AreEqual([0, 2], masked.Apply(s_a, mask: Tensor.From(new[,] { { false, true } })));
        AreEqual([10, 40], new Lambda((x, mask) => x * mask).Apply([s_a, s_b]));
    }

    [TestMethod]
    public void A_mask_ends_at_the_layer_unless_it_says_which_one_goes_on()
    {
        Tensor steps = new Masking(9).Apply(new float[,,] { { { 9, 9 }, { 9, 1 } } });
        Assert.IsNull(new Lambda(x => x * 2).Apply(steps).Mask);
        Assert.IsNotNull(new Lambda(x => x * 2, mask: (_, masks) => masks[0]).Apply(steps).Mask);
    }

    [TestMethod]
    public void A_given_output_shape_spares_the_function_from_being_described()
    {
        int calls = 0;
        Lambda layer = new(
            x =>
            {
                calls++;
                return Ops.Sum(x, axis: 1, keepdims: true);
            },
            outputShape: 1);
        Input input = new(2);
        Tensor y = layer.Apply(input);
        Assert.AreEqual(new Shape(null, 1), y.Shape);
        Assert.AreEqual(0, calls);
        AreEqual([3], new Model(input, y).Predict(s_a, verbose: 0));
    }

    [TestMethod]
    public void A_model_of_two_inputs_trains_through_it()
    {
        using IDisposable session = Session.Enter();
        Utils.SetRandomSeed(1);
        Input a = new(2), b = new(2);
        Dense shared = new(3);
        Model model = new([a, b], new Lambda((x, y) => Ops.Sum(Ops.Square(x - y), axis: -1, keepdims: true)).Apply([shared.Apply(a), shared.Apply(b)]));
        model.Compile("sgd", "mse");
        double first = model.TrainOnBatch(new Tensor[] { s_a, s_b / 10 }, Ops.Ones((1, 1)))["loss"];
        Assert.IsTrue(double.IsFinite(first));
        Assert.AreEqual(Shape.Of(1, 1), model.Predict(new Tensor[] { s_a, s_b }, verbose: 0).Shape);
    }

    [TestMethod]
    public void No_function_a_wrong_number_of_inputs_and_no_result_are_refused()
    {
        StringAssert.StartsWith(Assert.Throws<ArgumentException>(() => new Lambda(null!)).Message, "Lambda: function must be given.");
        StringAssert.StartsWith(Assert.Throws<ArgumentException>(() => Lambda.Of(null!)).Message, "Lambda: function must be given.");
        StringAssert.Contains(
            Assert.ThrowsExactly<ShapeException>(() => new Lambda((a, b) => a + b).Apply(s_a)).Message, "the function takes 2 inputs. Received shapes: (1, 2).");
        StringAssert.Contains(
            Assert.ThrowsExactly<ShapeException>(() => new Lambda(x => x).Apply([s_a, s_b])).Message, "the function takes 1 input. Received shapes: (1, 2), (1, 2).");
        StringAssert.StartsWith(
            Assert.ThrowsExactly<KerasInvalidOperationException>(() => new Lambda(Nothing).Apply(s_a)).Message, "Lambda: the function must give a tensor or several. Received: null.");
        static Tensor Nothing(Tensor x) => null!;
    }

    private static void AreEqual(float[] expected, Tensor actual) => CollectionAssert.AreEqual(expected, actual.ToArray<float>());
}

using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests;

/// <summary>Data as C# programs hold it: arrays, lists, rows written in place.</summary>
[TestClass]
public class TensorListTests
{
    private static readonly float[,] s_x = { { 1, 2 }, { 3, 4 }, { 5, 6 } };

    [TestMethod]
    public void Lists_of_numbers_and_rows_are_tensors()
    {
        Check("[1 2 3]", DType.Int32, new List<int> { 1, 2, 3 });
        Check("[1. 2.]", DType.Float32, new List<float> { 1, 2 });
        Check("[1. 2.]", DType.Float64, new List<double> { 1, 2 });
        Check("[ True False]", DType.Bool, new List<bool> { true, false });
        Check("[[1. 2.]\n [3. 4.]]", DType.Float64, new List<double[]> { new[] { 1.0, 2 }, new[] { 3.0, 4 } });
        Check("[[1 2]\n [3 4]]", DType.Int32, new List<List<int>> { new() { 1, 2 }, new() { 3, 4 } });
        Check("[[1 2]\n [3 4]]", DType.Int32, new[] { new[] { 1, 2 }, new[] { 3, 4 } });
        Assert.AreEqual<Shape>((2, 3, 2), ((Tensor)new List<float[,]> { s_x, s_x }).Shape);
        Assert.AreEqual<Shape>((1, 2, 3, 4), ((Tensor)new List<byte[,,]> { new byte[2, 3, 4] }).Shape);
    }

    [TestMethod]
    public void Sequences_are_tensors_by_name()
    {
        Check("[0 1 4]", DType.Int32, Ops.Array(Enumerable.Range(0, 3).Select(i => i * i)));
        Check("[0. 1. 2.]", DType.Float32, Ops.ConvertToTensor(Enumerable.Range(0, 3), "float32"));
        Check("[[0 1]\n [0 2]]", DType.Int32, Tensor.From(new[] { 1, 2 }.Select(i => new[] { 0, i })));
        Check("[1. 2.]", DType.Float32, Ops.Array([1.0, 2.0]));
        Check("[1. 2.]", DType.Float64, Ops.Array(new[] { 1.0, 2.0 }));
    }

    [TestMethod]
    public void Rows_written_in_place_are_one_tensor()
    {
        Check("[[1. 2.]\n [3. 4.]]", DType.Float32, [[1.0, 2.0], [3.0, 4.0]]);
        Check("[1 2 3]", DType.Int32, [1, 2, 3]);
        Check("[1.  2.5]", DType.Float32, [1, 2.5]);
        Check("[1 2]", DType.Int64, [1L, 2L]);
        Check("[ True False]", DType.Bool, [true, false]);
        Tensor x = new[] { 1f, 2 };
        Check("[[1. 2.]\n [3. 4.]]", DType.Float32, [x, [3, 4]]);
        ShapeException e = Assert.ThrowsExactly<ShapeException>(() => { Tensor t = [[1, 2], [3]]; });
        Assert.AreEqual("Tensor: all rows of an array must have one shape. Received shapes: (2,), (1,).", e.Message);
    }

    [TestMethod]
    public void Gradients_reach_tensors_inside_brackets()
    {
        Variable w = new(3.0);
        using GradientTape tape = new();
        Tensor both = [w, w * w];
        Tensor y = Ops.Sum(both);
        Assert.AreEqual(7.0, tape.Gradient(y, w)!.Item());
    }

    [TestMethod]
    public void Data_of_a_model_may_be_written_in_place()
    {
        Sequential model = Net();
        Assert.AreEqual<Shape>((2, 3), model.Predict([[1.0, 2.0], [3.0, 4.0]], verbose: 0).Shape);
        Assert.AreEqual<Shape>((1, 3), model.Predict([[1, 2]], verbose: 0).Shape);
        Assert.AreEqual<Shape>((2, 3), model.Apply([[1.0, 2.0], [3.0, 4.0]]).Shape);
        var history = model.Fit(s_x, [0, 1, 2], verbose: 0);
        Assert.AreEqual(history["loss"][0], Net().Fit(s_x, new[] { 0, 1, 2 }, verbose: 0)["loss"][0], 1e-6);
        model.Fit(s_x, [0, 1, 2], sampleWeight: [1.0, 0.5, 1], validationData: (s_x, [0, 1, 2]), verbose: 0);
        model.Fit([[1, 2], [3, 4]], [[0], [1]], verbose: 0);
    }

    [TestMethod]
    public void Data_of_a_model_may_be_lists()
    {
        Sequential model = Net();
        List<double[]> rows = [[1, 2], [3, 4], [5, 6]];
        List<int> labels = [0, 1, 2];
        model.Fit(rows, labels, validationData: (rows, labels), verbose: 0);
        model.Evaluate(rows, labels, verbose: 0);
        Assert.AreEqual<Shape>((3, 3), model.Predict(rows, verbose: 0).Shape);
        model.Fit(new[] { new[] { 1, 2 }, new[] { 3, 4 } }, new List<long> { 0, 1 }, verbose: 0);
        model.Fit(s_x, new double[] { 0, 1, 2 }, verbose: 0);
        (Tensor X, Tensor Y) validation = (s_x, new[] { 0, 1, 2 });
        model.Fit(s_x, labels, validationData: validation, verbose: 0);
        (float[,] X, List<int> Y) raw = (s_x, labels);
        model.Fit(s_x, labels, validationData: raw, verbose: 0);
    }

    [TestMethod]
    public void Tensors_in_a_list_stay_several_inputs()
    {
        Tensor a = new[] { 1f, 2 }, b = new[] { 3f, 4 };
        Tensors two = [a, b], one = [[1, 2], [3, 4]];
        Assert.AreEqual((2, 1), (two.Count, one.Count));
        Assert.AreEqual("[4. 6.]", new Add().Apply([a, b]).ToString());
    }

    [TestMethod]
    public void Variables_that_were_written_in_place_stay_several_inputs_of_what_takes_several()
    {
        Tensor a = [1f, 2], b = [3f, 4];
        Assert.AreEqual("[4. 6.]", new Add().Apply([a, b]).ToString());
        Assert.AreEqual("[1. 2. 3. 4.]", new Concatenate().Apply([a, b]).ToString());
    }

    [TestMethod]
    public void A_model_of_two_inputs_and_outputs_takes_such_variables_apart()
    {
        Input a = new(2), b = new(2);
        Model model = new([a, b], [new Dense(1).Apply(a), new Dense(1).Apply(b)]);
        model.Compile("sgd", "mse");
        Tensor x1 = [[1f, 2], [3, 4], [5, 6]], x2 = [[1f, 2], [3, 4], [5, 6]], y1 = [[1f], [2], [3]], y2 = [[1f], [2], [3]];
        model.Fit([x1, x2], [y1, y2], verbose: 0);
        Assert.AreEqual<Shape>((3, 1), model.PredictMany([x1, x2], verbose: 0)[1].Shape);
    }

    [TestMethod]
    public void Null_stays_null_or_is_a_sentence()
    {
        Variable? variable = null;
        double[]? array = null;
        List<int>? list = null;
        Tensor? tensor = variable;
        Assert.IsNull(tensor);
        tensor = array;
        Assert.IsNull(tensor);
        tensor = list;
        Assert.IsNull(tensor);
        Tensors? tensors = tensor;
        Assert.IsNull(tensors);
        Net().Predict(s_x, verbose: 0);
        Assert.AreEqual("Fit: x must be given. Received: null.", Assert.ThrowsExactly<KerasArgumentException>(() => Net().Fit(list!, verbose: 0)).Message);
        Assert.AreEqual("Tensor.From: values must be given. Received: null.", Assert.ThrowsExactly<KerasArgumentNullException>(() => Tensor.From((IEnumerable<int>)null!)).Message);
        Assert.AreEqual("Variable: initializer must be given. Received: null.", Assert.ThrowsExactly<KerasArgumentNullException>(() => new Variable(tensor!)).Message);
        Assert.ThrowsExactly<KerasArgumentNullException>(() => -variable!);
        Assert.ThrowsExactly<KerasArgumentNullException>(() => variable! * 2);
        Assert.ThrowsExactly<KerasArgumentNullException>(() => (Shape)(int[])null!);
        Assert.ThrowsExactly<KerasArgumentNullException>(() => (Axis)(List<int>)null!);
        Assert.ThrowsExactly<KerasArgumentException>(() => (DTypeLike)(Type)null!);
        Assert.ThrowsExactly<KerasArgumentException>(() => (DTypeLike)(string)null!);
    }

    [TestMethod]
    public void A_tensor_that_is_not_there_is_a_sentence()
    {
        Tensors two = [Ops.Ones(1), Ops.Zeros(1)];
        Assert.AreEqual("[0.]", two[^1].ToString());
        Assert.AreEqual(
            "Tensors: the place must be below 2, the number of tensors. Received: 2.",
            Assert.ThrowsExactly<KerasArgumentOutOfRangeException>(() => two[2]).Message);
        Assert.ThrowsExactly<KerasArgumentOutOfRangeException>(() => { var (a, b, c) = two; });
    }

    [TestMethod]
    public void Tensors_and_numbers_in_one_list_are_refused_as_data()
        => Assert.AreEqual(
            "Fit: data must have a first axis of samples. Received shapes: (3, 2), (3,), ().",
            Assert.ThrowsExactly<ShapeException>(() => Net().Fit(s_x, [(Tensor)new[] { 0, 1, 2 }, 1], verbose: 0)).Message);

    private static Sequential Net()
    {
        Sequential model = new([new Input(2), new Dense(3, kernelInitializer: "ones", activation: "softmax")]);
        model.Compile("sgd", "sparse_categorical_crossentropy");
        return model;
    }

    private static void Check(string text, DType dtype, Tensor actual)
    {
        Assert.AreEqual(text, actual.ToString());
        Assert.AreEqual(dtype, actual.DType);
    }
}

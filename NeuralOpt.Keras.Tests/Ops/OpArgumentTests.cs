namespace NeuralOpt.Keras.Tests;

/// <summary>Arguments, their order and their defaults are Keras's, where an op's table of values does not show it.</summary>
[TestClass]
public class OpArgumentTests
{
    [TestMethod]
    public void Scan_counts_without_slices()
    {
        (Tensor last, Tensor all) = Ops.Scan((c, _) => (c + 1, c * c), 0, length: 4);
        Check("4", last);
        Check("[0 1 4 9]", all);
        (last, all) = Ops.Scan((c, x) => (c + x, c), 0, new[] { 1, 2, 3 }, 3, true, 2);
        Check("6", last);
        Check("[5 3 0]", all);
        Refused("Scan: length must be at least 1 where there are no xs. Received: null.", () => Ops.Scan((c, _) => (c, c), 0).Ys);
        Refused("Scan: length must be that of xs, 2. Received: 3.", () => Ops.Scan((c, x) => (c, x), 0, new[] { 1, 2 }, 3).Ys);
        Refused("Scan: unroll must be at least 1. Received: 0.", () => Ops.Scan((c, x) => (c, x), 0, new[] { 1, 2 }, unroll: 0).Ys);
    }

    [TestMethod]
    public void Switch_takes_any_number_of_operands()
    {
        Check("2", Ops.Switch(1, [() => (Tensor)1, () => 2]));
        Check("6", Ops.Switch(0, [x => x * 2, x => x + 1], 3));
        Check("4", Ops.Switch(9, [(a, b) => a * b, (a, b) => a + b], 1, 3));
    }

    [TestMethod]
    public void Linspace_gives_the_step_where_it_is_asked_for()
    {
        Check("[ 0.   2.5  5.   7.5 10. ]", Ops.Linspace(0.0, 10.0, num: 5, retstep: out Tensor step));
        Check("2.5", step);
        Check("[0 1 2 3]", Ops.Linspace(0, 4, num: 4, endpoint: false, dtype: "int32", retstep: out step));
        Check("1.0", step);
        Check("[0. 1.]", Ops.Linspace(0, 1, 2, true, false, "float64"));
        Refused("Linspace: retstep must be false here; write retstep: out Tensor step to be given the step. Received: true.", () => Ops.Linspace(0, 1, retstep: true));
    }

    [TestMethod]
    public void Defaults_that_Keras_writes_as_None_may_be_left_out_and_given_as_null()
    {
        Check("[0 1 2]", Ops.Arange(0, 3, null, null));
        Check("[0. 0.]", Ops.Zeros(2, null));
        Check("[1. 1.]", Ops.Ones(2, dtype: null));
        Refused("MultiHot: numClasses must be given. Received: null.", () => Ops.MultiHot(new[] { 1 }));
        Check("[0. 1. 1.]", Ops.MultiHot(new[] { 1, 2 }, 3));
    }

    [TestMethod]
    public void Sparse_and_ragged_are_refused_in_a_sentence()
    {
        Refused("Bincount: sparse must be false: there are no sparse tensors. Received: true.", () => Ops.Bincount(new[] { 1 }, sparse: true));
        Refused("OneHot: sparse must be false: there are no sparse tensors. Received: true.", () => Ops.OneHot(new[] { 1 }, 2, sparse: true));
        Refused("ConvertToTensor: sparse must be false: there are no sparse tensors. Received: true.", () => Ops.ConvertToTensor(new[] { 1 }, sparse: true));
        Refused("ConvertToTensor: ragged must be false: there are no ragged tensors. Received: true.", () => Ops.ConvertToTensor(new[] { 1 }, ragged: true));
        Refused("KerasTensor: ragged must be false: there are no such tensors. Received: true.", () => new KerasTensor(3, ragged: true));
        Check("[1 2]", Ops.ConvertToTensor(new[] { 1, 2 }, null, false, false));
    }

    [TestMethod]
    public void A_symbolic_tensor_has_Kerass_arguments_and_members()
    {
        KerasTensor x = new((null, 1, 4), "int32", false, false, true, "x");
        Assert.AreEqual("<KerasTensor shape=(null, 1, 4), dtype=int32, name=x>", x.ToString());
        Assert.AreEqual((3, false, false), (x.Ndim, x.Sparse, x.Ragged));
        Assert.AreEqual<Shape>([null, 4], x.Squeeze(1).Shape);
        Assert.AreEqual<Shape>([null, 2, 2], x.Reshape(newshape: (-1, 2, 2)).Shape);
        Assert.AreEqual<Shape>([null, 2, 2], x.Reshape(-1, 2, 2).Shape);
    }

    private static void Check(string text, Tensor actual) => Assert.AreEqual(text, actual.ToString());

    private static void Refused(string message, Func<Tensor> call) => Assert.AreEqual(message, Assert.ThrowsExactly<KerasArgumentException>(call).Message);
}

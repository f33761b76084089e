using System.Text.RegularExpressions;
using NeuralOpt.Keras.Constraints;
using NeuralOpt.Keras.Initializers;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public partial class VariableTests
{
    [TestMethod]
    public void A_variable_stands_for_its_value()
    {
        Variable v = new(new[] { 1f, 2f }, name: "v");
        CollectionAssert.AreEqual(new[] { 2f, 4f }, (v.Value + v).ToArray<float>());
        Assert.AreEqual("<Variable path=v, shape=(2,), dtype=float32, value=[1. 2.]>", v.ToString());
    }

    [TestMethod]
    public void Assigning_replaces_adds_and_subtracts()
    {
        Variable v = new(new[] { 1f, 2f });
        v.Assign(new[] { 5f, 6f });
        v.AssignAdd(1);
        v.AssignSub(new[] { 1f, 2f });
        CollectionAssert.AreEqual(new[] { 5f, 5f }, v.Value.ToArray<float>());
    }

    [TestMethod]
    public void A_value_is_brought_to_the_dtype()
    {
        Variable v = new(new[] { 1f });
        v.Assign(new[] { 3 });
        Assert.AreEqual(DType.Float32, v.Value.DType);
        Assert.AreEqual(3, v.Value.Item());
    }

    [TestMethod]
    public void Another_shape_is_refused()
    {
        Variable v = new(Ops.Zeros((2, 3)), name: "kernel");
        ShapeException e = Assert.ThrowsExactly<ShapeException>(() => v.Assign(Ops.Zeros((3, 2))));
        Assert.AreEqual("Variable 'kernel': a value must have shape (2, 3). Received: (3, 2).", e.Message);
    }

    [TestMethod]
    public void Variables_compute_and_compare_as_tensors_do()
    {
        Variable w = new(new[] { 1f, 2, 4 }), v = new(new[] { 2f, 2, 2 });
        Tensor x = new[] { 1f, 0, 0 };
        Check("[4. 6. 10.]", (w * 2) + v);
        Check("[0.5 1. 2.]", w / v);
        Check("[3. 12. 48.]", 3 * w * w);
        Check("[-1. 0. 2.]", w - v);
        Check("[2. 2. 4.]", w + x);
        Check("[0. -2. -4.]", x - w);
        Check("[-1. -2. -4.]", -w);
        Check("[1. 0. 0.]", w % v);
        Check("[0. 1. 1.]", 1 % w % v);
        Check("[False True False]", w == v);
        Check("[True False True]", w != v);
        Check("[False True False]", w == 2);
        Check("[True False False]", x == w);
        Check("[False False True]", w > v);
        Check("[True True False]", w <= v);
        Check("[True False False]", 2 > w);
        Check("[True False False]", 1 >= w);
        Check("[2. 4.]", w[1..]);
        Check("[1. 4.]", w[[0, 2]]);
        Variable flag = new(true), bits = new(6);
        Check("True", flag & flag);
        Check("7", bits | 1);
        Check("5", 3 ^ bits);
        Check("-7", ~bits);
        Check("False", !flag);
    }

    [TestMethod]
    public void Gradients_flow_through_its_operators()
    {
        Variable a = new(2.0), b = new(3.0);
        using GradientTape tape = new();
        Tensor y = (3 * a * a) + (a / b);
        Tensor?[] slopes = tape.Gradient(y, [a, b]);
        Assert.AreEqual(12 + (1 / 3.0), slopes[0]!.Item(), 1e-6);
        Assert.AreEqual(-2 / 9.0, slopes[1]!.Item(), 1e-6);
    }

    [TestMethod]
    public void Equals_and_sets_go_by_the_variable_and_null_may_be_tested()
    {
        Variable a = new(1f), b = new(1f);
        Variable? none = null;
        Assert.IsTrue(a.Equals(a));
        Assert.IsFalse(a.Equals(b));
        Assert.AreEqual(2, new HashSet<Variable> { a, b, a }.Count);
        Assert.IsTrue(none == null ? true : false);
        Assert.IsTrue(b != null ? true : false);
        Assert.IsTrue(a < 2 ? true : false);
    }

    [TestMethod]
    public void The_value_is_read_as_array_number_and_text()
    {
        Variable w = new(new[,] { { 1f, 2 } }, name: "w");
        Tensor before = w.Numpy();
        w.AssignAdd(1);
        Check("[[1. 2.]]", before);
        Assert.AreEqual("[[2.0 3.0]]", $"{w:F1}");
        Assert.AreEqual((2, 2, 2, 1), (w.Ndim, w.Rank, w.Size, w.Length));
        Assert.AreEqual(2.5, w.Numpy().Mean().Item());
        Assert.AreEqual(3f, (float)new Variable(3));
        Assert.AreEqual(3, (int)new Variable(3.7));
    }

    [TestMethod]
    public void Its_arguments_stand_in_Kerass_order()
    {
        Variable w = new(new[] { 1, 2 }, null, "float32", false, true, "mean", "on_read", "w");
        Assert.AreEqual(DType.Float32, w.DType);
        Assert.AreEqual((false, true, "mean", "on_read", "w"), (w.Trainable, w.Autocast, w.Aggregation, w.Synchronization, w.Name));
        Variable zeros = new("zeros", (2, 3), "int32");
        Assert.AreEqual<Shape>((2, 3), zeros.Shape);
        Assert.AreEqual(DType.Int32, zeros.DType);
        Assert.AreEqual<Shape>((4, 4), new Variable(new Orthogonal(), shape: (4, 4)).Shape);
        Assert.AreEqual(
            "Variable: shape must be left out where the first value is a tensor; an initializer takes it. Received: (2,).",
            Assert.ThrowsExactly<KerasArgumentException>(() => new Variable(new[] { 1, 2 }, shape: 2)).Message);
        Assert.AreEqual(
            "Variable: aggregation must be one of 'none', 'mean', 'sum', 'only_first_replica'. Received: 'all'.",
            Assert.ThrowsExactly<KerasArgumentException>(() => new Variable(1, aggregation: "all")).Message);
    }

    [TestMethod]
    public void A_weight_knows_its_penalty_and_its_constraint()
    {
        Dense dense = new(2, kernelRegularizer: "l2", kernelConstraint: new NonNeg());
        dense.Build((null, 3));
        Assert.IsInstanceOfType<L2>(dense.Weights[0].Regularizer);
        Assert.IsInstanceOfType<NonNeg>(dense.Weights[0].Constraint);
        Assert.IsNull(dense.Weights[1].Regularizer);
    }

    [TestMethod]
    public void The_initial_tensor_is_copied()
    {
        Tensor t = new[] { 1f };
        Variable v = new(t);
        v.Assign(new[] { 2f });
        Assert.AreEqual(1, t.Item());
    }

    // Without the columns' alignment.
    private static void Check(string text, Tensor actual) => Assert.AreEqual(text, Spaces().Replace(actual.ToString(), "$1"));

    [GeneratedRegex(@"(?<=\[) +| +(?=\])|( ) *")]
    private static partial Regex Spaces();
}

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class GradientTapeTests
{
    [TestMethod]
    public void A_watched_tensor_has_a_gradient()
    {
        Tensor x = new[] { 1f, 2f, 3f };
        using GradientTape tape = new();
        tape.Watch(x);
        CollectionAssert.AreEqual(new[] { 2f, 4f, 6f }, tape.Gradient(x * x, x)!.ToArray<float>());
    }

    [TestMethod]
    public void A_tensor_that_is_not_watched_has_none()
    {
        Tensor x = new[] { 1f, 2f };
        using GradientTape tape = new();
        Assert.IsNull(tape.Gradient(x * x, x));
    }

    [TestMethod]
    public void Trainable_variables_are_watched_by_themselves_and_others_on_request()
    {
        Variable w = new(new[] { 3f });
        Variable frozen = new(new[] { 5f }, trainable: false);
        using GradientTape tape = new(persistent: true);
        Tensor y = w.Value * frozen;
        Assert.AreEqual(5, tape.Gradient(y, w)!.Item());
        Assert.IsNull(tape.Gradient(y, frozen));
        tape.Watch(frozen);
        Assert.AreEqual(3, tape.Gradient(w.Value * frozen, frozen)!.Item());
    }

    [TestMethod]
    public void Gradients_of_what_is_not_connected_are_null_or_zeros_as_asked()
    {
        Tensor x = new[] { 1f, 2f };
        Variable w = new(new[] { 3f }), other = new(Ops.Ones((2, 3)));
        using GradientTape tape = new(persistent: true);
        Tensor y = Ops.Sum(x * w);
        Assert.IsNull(tape.Gradient(y, x));
        Assert.IsNull(tape.Gradient(y, other, unconnectedGradients: "none"));
        CollectionAssert.AreEqual(new[] { 0f, 0f }, tape.Gradient(y, x, unconnectedGradients: "zero").ToArray<float>());
        Tensor?[] all = tape.Gradient(y, new[] { w, other }, unconnectedGradients: "zero");
        Assert.AreEqual(3, all[0]!.Item());
        Assert.AreEqual(Shape.Of(2, 3), all[1]!.Shape);
        Assert.AreEqual(0, Ops.Sum(all[1]!).Item());
        Assert.AreEqual(
            "GradientTape.Gradient: did you mean 'zero'? The unconnectedGradients must be one of 'none', 'zero'. Received: 'zeros'.",
            Assert.ThrowsExactly<KerasArgumentException>(() => tape.Gradient(y, w, unconnectedGradients: "zeros")).Message);
    }

    [TestMethod]
    public void A_source_that_is_asked_for_twice_has_its_gradient_twice()
    {
        Variable w = new(new[] { 3f });
        using GradientTape tape = new();
        Tensor y = w.Value * w;
        Tensor?[] twice = tape.Gradient(y, new[] { w, w });
        Assert.AreEqual(6, twice[0]!.Item());
        Assert.AreEqual(6, twice[1]!.Item());
    }

    [TestMethod]
    public void A_step_can_be_recorded_in_one_expression()
    {
        Variable w = new(new[] { 3f });
        Tensor x = new[] { 2f };
        (GradientTape tape, Tensor loss) = GradientTape.Record(() => Ops.Sum(w * w * x), watch: x, persistent: true);
        _ = w * 5;
        Assert.AreEqual(12, tape.Gradient(loss, w)!.Item());
        Assert.AreEqual(9, tape.Gradient(loss, x)!.Item());
        CollectionAssert.AreEqual(new[] { w }, tape.WatchedVariables().ToArray());
        StringAssert.StartsWith(
            Assert.Throws<ArgumentException>(() => GradientTape.Record<Tensor>(null!)).Message, "GradientTape.Record: compute must be given.");
    }

    [TestMethod]
    public void A_gradient_of_nothing_is_refused()
    {
        Variable w = new(new[] { 3f });
        using GradientTape tape = new(persistent: true);
        StringAssert.StartsWith(Assert.Throws<ArgumentException>(() => tape.Gradient(null!, w)).Message, "GradientTape.Gradient: target must be given.");
        StringAssert.StartsWith(Assert.Throws<ArgumentException>(() => tape.Gradient(w, (Variable)null!)).Message, "GradientTape.Gradient: source must be given.");
    }

    [TestMethod]
    public void A_tape_can_leave_variables_alone()
    {
        Variable w = new(new[] { 3f });
        using GradientTape tape = new(watchAccessedVariables: false);
        Assert.IsNull(tape.Gradient(w.Value * 2, w));
    }

    [TestMethod]
    public void A_variable_read_twice_sums_both_ways()
    {
        Variable w = new(new[] { 3f });
        using GradientTape tape = new();
        Assert.AreEqual(7, tape.Gradient((w.Value * w) + w, w)!.Item());
    }

    [TestMethod]
    public void The_gradients_of_gradients_are_right()
    {
        Tensor x = 2f * Ops.Ones(1);
        using GradientTape outer = new();
        outer.Watch(x);
        Tensor dy;
        using (GradientTape inner = new())
        {
            inner.Watch(x);
            dy = inner.Gradient(x * x * x, x)!;
        }

        Assert.AreEqual(12, dy.Item());
        Assert.AreEqual(12, outer.Gradient(dy, x)!.Item());
    }

    [TestMethod]
    public void A_third_derivative_is_right()
    {
        Tensor x = new[] { 0.7 };
        using GradientTape a = new();
        a.Watch(x);
        using GradientTape b = new();
        b.Watch(x);
        using GradientTape c = new();
        c.Watch(x);
        Tensor first = c.Gradient(Ops.Sin(x), x)!;
        Tensor second = b.Gradient(first, x)!;
        Assert.AreEqual(-Math.Cos(0.7), a.Gradient(second, x)!.Item(), 1e-12);
    }

    [TestMethod]
    public void Output_gradients_weigh_the_elements()
    {
        Tensor x = new[] { 1f, 2f };
        using GradientTape tape = new();
        tape.Watch(x);
        Tensor?[] g = tape.Gradient(x * x, (IReadOnlyList<Tensor>)[x], outputGradients: new[] { 10f, 1f });
        CollectionAssert.AreEqual(new[] { 20f, 4f }, g[0]!.ToArray<float>());
    }

    [TestMethod]
    public void A_tape_gives_gradients_once_unless_it_is_persistent()
    {
        Tensor x = new[] { 1f };
        using GradientTape tape = new();
        tape.Watch(x);
        Tensor y = x * x;
        tape.Gradient(y, x);
        KerasInvalidOperationException e = Assert.ThrowsExactly<KerasInvalidOperationException>(() => tape.Gradient(y, x));
        StringAssert.Contains(e.Message, "new GradientTape(persistent: true)");
    }

    [TestMethod]
    public void Nothing_is_recorded_while_recording_is_stopped()
    {
        Tensor x = new[] { 2f };
        using GradientTape tape = new(persistent: true);
        tape.Watch(x);
        Tensor hidden;
        using (tape.StopRecording())
        {
            hidden = x * x;
        }

        Assert.IsNull(tape.Gradient(hidden, x));
        Assert.AreEqual(4, tape.Gradient(x * x, x)!.Item());
    }

    [TestMethod]
    public void A_stopped_gradient_stops()
    {
        Tensor x = new[] { 3f };
        using GradientTape tape = new();
        tape.Watch(x);
        Assert.AreEqual(3, tape.Gradient(Ops.StopGradient(x) * x, x)!.Item());
    }

    [TestMethod]
    public void Rows_looked_up_twice_sum_where_the_dense_gradient_is_asked_for()
    {
        Variable table = new(Ops.Zeros((4, 2)));
        using GradientTape tape = new();
        Tensor looked = Ops.Take(table, new[] { 1, 3, 1 }, axis: 0);
        CollectionAssert.AreEqual(new[] { 0f, 0, 2, 2, 0, 0, 1, 1 }, tape.Gradient(looked, table)!.ToArray<float>());
    }
}

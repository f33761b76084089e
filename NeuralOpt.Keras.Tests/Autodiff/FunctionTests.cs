namespace NeuralOpt.Keras.Tests;

[TestClass]
public class FunctionTests
{
    [TestMethod]
    public void A_body_is_traced_once_for_each_shape_and_dtype()
    {
        int traces = 0;
        Func<Tensor, Tensor> f = Function.Compile((Tensor x) =>
        {
            traces++;
            return x + 1;
        });
        f(Ops.Zeros(3));
        f(Ops.Ones(3));
        Assert.AreEqual(1, traces);
        f(Ops.Zeros(4));
        f(Ops.Zeros(3, DType.Float64));
        Assert.AreEqual(3, traces);
        CollectionAssert.AreEqual(new[] { 2f, 2, 2 }, f(Ops.Ones(3)).ToArray<float>());
        Assert.AreEqual(3, traces);
    }

    [TestMethod]
    public void Variables_are_read_and_written_at_every_run()
    {
        Variable count = new(0f, trainable: false);
        Func<Tensor, Tensor> f = Function.Compile((Tensor x) =>
        {
            count.AssignAdd(x);
            return count.Value * 10;
        });
        Assert.AreEqual(10, f(1f).Item());
        Assert.AreEqual(30, f(2f).Item());
        count.Assign(100f);
        Assert.AreEqual(1010, f(1f).Item());
        Assert.AreEqual(101, count.Value.Item());
    }

    [TestMethod]
    public void A_value_read_before_a_write_stays_the_old_one()
    {
        Variable v = new(new[] { 1f, 2f });
        Function f = Function.Compile(x =>
        {
            Tensor old = v.Value;
            v.Assign(old + x[0]);
            return [old * 2, v.Value];
        });
        Tensor[] r = f.Call(Ops.Ones(2));
        CollectionAssert.AreEqual(new[] { 2f, 4 }, r[0].ToArray<float>());
        CollectionAssert.AreEqual(new[] { 2f, 3 }, r[1].ToArray<float>());
    }

    [TestMethod]
    public void What_was_returned_does_not_change_with_later_runs()
    {
        Variable v = new(new[] { 1f });
        Tensor before = v.Value;
        Func<Tensor, Tensor> f = Function.Compile((Tensor x) =>
        {
            v.AssignAdd(x);
            return v.Value;
        });
        Tensor first = f(Ops.Ones(1));
        f(Ops.Ones(1));
        Assert.AreEqual(1, before.Item());
        Assert.AreEqual(2, first.Item());
    }

    [TestMethod]
    public void A_tape_inside_a_body_gives_the_eager_gradients()
    {
        Variable w = new(RandomOps.Normal((4, 3), seed: 1));
        Tensor x = RandomOps.Normal((5, 4), seed: 2);
        Tensor[] Step(Tensor[] a)
        {
            using GradientTape tape = new();
            Tensor y = Ops.Sum(Ops.Tanh(Ops.Matmul(a[0], w)));
            return [y, tape.Gradient(y, w)!];
        }

        Tensor[] eager = Step([x]);
        Tensor[] compiled = Function.Compile(Step).Call(x);
        Assert.AreEqual(eager[0].Item(), compiled[0].Item(), 1e-5);
        CollectionAssert.AreEqual(eager[1].ToArray<float>(), compiled[1].ToArray<float>());
    }

    [TestMethod]
    public void Asking_a_traced_tensor_for_values_says_what_to_do_instead()
    {
        Func<Tensor, Tensor> f = Function.Compile((Tensor x) => x.Item() > 0 ? x : -x);
        KerasInvalidOperationException e = Assert.ThrowsExactly<KerasInvalidOperationException>(() => f(1f));
        StringAssert.Contains(e.Message, "runEagerly: true");
    }

    [TestMethod]
    public void A_tensor_of_another_step_is_refused()
    {
        Tensor? kept = null;
        Function.Compile((Tensor x) => kept = x + 1)(1f);
        KerasInvalidOperationException e = Assert.ThrowsExactly<KerasInvalidOperationException>(() => Function.Compile((Tensor x) => x + kept!)(1f));
        StringAssert.Contains(e.Message, "another compiled step");
    }

    [TestMethod]
    public void A_compiled_function_inside_another_belongs_to_it()
    {
        Func<Tensor, Tensor> inner = Function.Compile((Tensor x) => x * 2);
        Func<Tensor, Tensor> outer = Function.Compile((Tensor x) => inner(x) + 1);
        Assert.AreEqual(7, outer(3f).Item());
    }

    [TestMethod]
    public void Results_do_not_depend_on_the_number_of_threads_or_the_run()
    {
        Variable w = new(RandomOps.Normal((64, 200), seed: 1));
        Func<Tensor, Tensor> f = Function.Compile((Tensor x) => Ops.Softmax(Ops.Matmul(x, w)));
        Tensor x = RandomOps.Normal((300, 64), seed: 2);
        float[] first = f(x).ToArray<float>();
        for (int i = 0; i < 5; i++)
        {
            CollectionAssert.AreEqual(first, f(x).ToArray<float>());
        }
    }
}

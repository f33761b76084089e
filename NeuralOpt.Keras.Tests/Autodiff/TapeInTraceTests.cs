namespace NeuralOpt.Keras.Tests;

[TestClass]
public class TapeInTraceTests
{
    [TestMethod]
    public void A_call_made_twice_in_a_compiled_step_counts_twice_in_the_gradient()
    {
        Tensor p = new[] { 1f, 2f, 3f };
        Tensor w = new[] { 0.5f, -1f, 2f };
        Tensor[] Step(Tensor[] a)
        {
            using GradientTape tape = new();
            tape.Watch(a[0]);
            Tensor loss = Ops.Sum((p + a[0]) * (p + a[0]));
            return [tape.Gradient(loss, a[0])!];
        }

        float[] eager = Step([w])[0].ToArray<float>();
        CollectionAssert.AreEqual(new[] { 3f, 2f, 10f }, eager);
        CollectionAssert.AreEqual(eager, Function.Compile(Step).Call(w)[0].ToArray<float>());
    }
}

namespace NeuralOpt.Keras.Tests;

[TestClass]
public class GuardTests
{
    [TestMethod]
    public void A_place_is_put_together_only_for_the_sentence()
    {
        Tensor x = Ops.Ones(1);
        string name = "d";
        Guard.NotNull(x, $"Dense '{name}'");
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            Guard.NotNull(x, $"Dense '{name}'");
        }

        Assert.IsLessThan(1000L, GC.GetAllocatedBytesForCurrentThread() - before);
        Tensor? none = null;
        Assert.AreEqual(
            "Dense 'd': none must be given. Received: null.",
            Assert.ThrowsExactly<KerasArgumentNullException>(() => Guard.NotNull(none, $"Dense '{name}'")).Message);
    }
}

using System.Runtime;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests.Engines.Cpu;

[TestClass]
public sealed class WarmUpTests
{
    [TestMethod]
    public void All_kernels_on_its_list_can_be_compiled_ahead_and_are_then_there()
    {
        WarmUp.Run();
        long before = JitInfo.GetCompiledMethodCount(currentThread: true);
        WarmUp.Run();
        Assert.IsLessThan(50L, JitInfo.GetCompiledMethodCount(currentThread: true) - before);
    }
}

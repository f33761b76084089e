using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Layers.Core;

[TestClass]
public sealed class EinsumDenseTests() : LayerContract<EinsumDense>(() => new("abc,cd->abd", [null, 8], biasAxes: "d"), [(2, 4, 5)], (2, 4, 8), trainable: 2)
{
    [TestMethod]
    public void An_equation_of_one_operand_is_refused()
        => Assert.AreEqual("EinsumDense: equation must read 'input,kernel->output' in letters. Received: 'ab->a'.", Assert.ThrowsExactly<KerasArgumentException>(() => new EinsumDense("ab->a", 3)).Message);

    [TestMethod]
    public void Bias_axes_must_be_those_of_the_output()
        => Assert.AreEqual("EinsumDense: biasAxes must be axes of the output, 'ac'. Received: 'b'.", Assert.ThrowsExactly<KerasArgumentException>(() => new EinsumDense("ab,bc->ac", 3, biasAxes: "b").Apply(Ops.Ones((2, 3)))).Message);
}

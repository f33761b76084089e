using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Tests;

/// <summary>What every regularizer does.</summary>
internal static class RegularizerContract
{
    internal static void Check(Func<Regularizer> make)
    {
        Regularizer regularizer = make();
        Tensor weights = new double[,] { { 1, -2, 0.3 }, { 0.5, 3, -1.1 } };
        Tensor penalty = regularizer.Apply(weights);
        Assert.AreEqual(Shape.Scalar, penalty.Shape);
        Assert.IsTrue(penalty.Item() >= 0, $"{regularizer}: {penalty}");
        Numbers.AreClose(penalty, ConfigContract.Copy(regularizer).Apply(weights), 0, "the copy's penalty");
        Numbers.AreClose(penalty, Function.Compile(w => regularizer.Apply(w))(weights), 1e-6, "the compiled penalty");
        OpContract.CheckGradient(x => regularizer.Apply(x[0]), [weights]);
    }
}

using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public sealed class RegularizerTests
{
    private static readonly double[,] s_weights = { { 1, -2 }, { 0.5, 3 } };

    [TestMethod]
    public void Penalties_follow_their_formulas()
    {
        Assert.AreEqual(0.65, new L1(0.1).Apply(s_weights).Item(), 1e-12);
        Assert.AreEqual(1.425, new L2(0.1).Apply(s_weights).Item(), 1e-12);
        Assert.AreEqual(0.65 + 2.85, new L1L2(0.1, 0.2).Apply(s_weights).Item(), 1e-12);
        Assert.AreEqual(0, new L1L2().Apply(s_weights).Item());
    }

    [TestMethod]
    public void Orthogonal_rows_cost_nothing()
    {
        Assert.AreEqual(0, new OrthogonalRegularizer(1).Apply(new double[,] { { 1, 0 }, { 0, 2 } }).Item(), 1e-12);
        Assert.AreEqual(1, new OrthogonalRegularizer(1).Apply(new double[,] { { 1, 1 }, { -2, -2 } }).Item(), 1e-12);
    }

    [TestMethod]
    public void Names_take_Keras_defaults()
    {
        Assert.AreEqual(0.01, ((L2)(Regularizer)"l2").Factor);
        Assert.AreEqual(0.01, ((L1)(Regularizer)"l1").Factor);
        Assert.IsInstanceOfType<L1L2>((Regularizer)"l1_l2");
        Assert.Contains("'l1_l2'", Assert.ThrowsExactly<KerasArgumentException>(() => (Regularizer)"l3").Message);
    }

    [TestMethod]
    public void Configs_make_the_same_regularizer()
    {
        foreach (Regularizer r in new Regularizer[] { new L1(0.3), new L2(0.4), new L1L2(0.1, 0.2), new OrthogonalRegularizer(0.5, "columns") })
        {
            Regularizer read = (Regularizer)Saving.DeserializeKerasObject(Saving.SerializeKerasObject(r))!;
            Assert.AreEqual(r.Apply(s_weights).Item(), read.Apply(s_weights).Item());
        }
    }

    [TestMethod]
    public void Wrong_arguments_are_refused()
    {
        Assert.AreEqual("L1: l1 must be a finite number of at least 0. Received: -1.", Assert.ThrowsExactly<KerasArgumentException>(() => new L1(-1)).Message);
        Assert.AreEqual("L2: l2 must be a finite number of at least 0. Received: NaN.", Assert.ThrowsExactly<KerasArgumentException>(() => new L2(double.NaN)).Message);
        Assert.AreEqual(
            "OrthogonalRegularizer: did you mean 'rows'? The mode must be one of 'rows', 'columns'. Received: 'row'.",
            Assert.ThrowsExactly<KerasArgumentException>(() => new OrthogonalRegularizer(mode: "row")).Message);
        Assert.ThrowsExactly<ShapeException>(() => new OrthogonalRegularizer().Apply(new double[3]));
    }
}

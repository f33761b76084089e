using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests.Models;

/// <summary>A mask goes through layers that support it and ends at ops, whichever way a model is written.</summary>
[TestClass]
public class MaskTests
{
    private static readonly Tensor s_ids = new[,] { { 1, 2, 0 } };

    // Rows of the table: 100, 1, 3. With the mask the mean is that of the first two steps.
    private static Embedding Table() => new(3, 1, embeddingsInitializer: new Keras.Initializers.Constant(0), maskZero: true, weights: Tensor.From(new float[,] { { 100 }, { 1 }, { 3 } }));

    public static IEnumerable<object[]> EndingOps =>
    [
        [new Func<Tensor, Tensor>(x => x * 2.0), 69.33333],
        [new Func<Tensor, Tensor>(x => x + x), 69.33333],
        [new Func<Tensor, Tensor>(x => Ops.Maximum(x, 0.0)), 34.66667],
        [new Func<Tensor, Tensor>(x => Ops.Relu(x)), 34.66667],
        [new Func<Tensor, Tensor>(x => x[..]), 34.66667],
        [new Func<Tensor, Tensor>(x => Ops.Reshape(x, (-1, 3, 1))), 34.66667],
        [new Func<Tensor, Tensor>(x => Ops.Concatenate([x, x], axis: -1)), 34.66667],
        [new Func<Tensor, Tensor>(x => new Lambda(t => t * 1.0).Apply(x)), 34.66667],
    ];

    [TestMethod]
    [DynamicData(nameof(EndingOps))]
    public void A_mask_ends_at_an_op_in_a_functional_model_as_in_eager_code(Func<Tensor, Tensor> op, double mean)
    {
        Embedding table = Table();
        GlobalAveragePooling1D pool = new();
        Input x = new(3, dtype: "int32");
        Model model = new(x, pool.Apply(op(table.Apply(x))));
        Own own = new(table, op);
        Assert.AreEqual(mean, First(model.Predict(s_ids, verbose: 0)), 1e-4);
        Assert.AreEqual(mean, First(model.Apply(s_ids)), 1e-4);
        Assert.AreEqual(mean, First(pool.Apply(op(table.Apply(s_ids)))), 1e-4);
        Assert.AreEqual(mean, First(own.Predict(s_ids, verbose: 0)), 1e-4);
    }

    [TestMethod]
    public void A_mask_goes_through_layers_that_support_it()
    {
        Embedding table = Table();
        Layer[] layers = [new Dropout(0.5), new Activation("linear"), new Identity(), new Rescaling(1.0)];
        foreach (Layer layer in layers)
        {
            Input x = new(3, dtype: "int32");
            Model model = new(x, new GlobalAveragePooling1D().Apply(layer.Apply(table.Apply(x))));
            Assert.AreEqual(2, First(model.Predict(s_ids, verbose: 0)), 1e-5, layer.ToString());
        }
    }

    [TestMethod]
    public void A_model_inside_gives_the_mask_that_its_layers_give()
    {
        foreach ((Model inner, double mean) in ((Model, double)[])[(Inner(x => x * 1.0), 34.66667), (Inner(x => new Identity().Apply(x)), 2), (new Doubling(), 34.66667)])
        {
            Embedding table = Table();
            Input x = new(3, dtype: "int32");
            Model model = new(x, new GlobalAveragePooling1D().Apply(inner.Apply(table.Apply(x))));
            Assert.AreEqual(mean, First(model.Predict(s_ids, verbose: 0)), 1e-4, inner.Name);
            Assert.AreEqual(mean, First(new GlobalAveragePooling1D().Apply(inner.Apply(table.Apply(s_ids)))), 1e-4, inner.Name);
        }

        static Model Inner(Func<Tensor, Tensor> f)
        {
            Input x = new((3, 1));
            return new Model(x, f(x));
        }
    }

    [TestMethod]
    public void A_mask_given_to_a_model_reaches_its_layers_and_leaves_the_input_alone()
    {
        Input i = new((3, 1));
        Model model = new(i, new GlobalAveragePooling1D().Apply(i));
        Tensor x = Tensor.From(new float[,,] { { { 100 }, { 1 }, { 3 } } });
        Assert.AreEqual(2, First(model.Apply(x, mask: (Tensor)new[,] { { false, true, true } })), 1e-5);
        Assert.AreEqual(34.66667, First(model.Apply(x)), 1e-4);
    }

    [TestMethod]
    public void A_layer_that_computes_a_mask_supports_masking()
    {
        Assert.IsTrue(new Masker().SupportsMasking);
        Assert.IsFalse(new Flatten().SupportsMasking);
        Tensor x = Tensor.From(new float[,,] { { { 100 }, { 1 }, { 3 } } });
        Assert.AreEqual(2, First(new GlobalAveragePooling1D().Apply(new Masker().Apply(x))), 1e-5);
    }

    private static double First(Tensor t) => t.ToArray<float>()[0];

    private sealed class Own(Embedding table, Func<Tensor, Tensor> op) : Model
    {
        private readonly Embedding _table = table;
        private readonly GlobalAveragePooling1D _pool = new();

        protected override Tensor Call(Tensor inputs, CallContext context) => _pool.Apply(op(_table.Apply(inputs)));
    }

    private sealed class Doubling() : Model("doubling")
    {
        protected override Tensor Call(Tensor inputs, CallContext context) => inputs * 1.0;
    }

    private sealed class Masker : Layer
    {
        public override Tensor? ComputeMask(Tensors inputs, IReadOnlyList<Tensor?> masks) => Ops.Any(Ops.Less(inputs[0], 50.0), -1);

        protected override Tensor Call(Tensor inputs, CallContext context) => inputs * 1.0;
    }
}

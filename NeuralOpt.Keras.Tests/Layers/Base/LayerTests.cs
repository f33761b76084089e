using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests.Layers.Base;

[TestClass]
public class LayerTests
{
    [TestMethod]
    public void Weights_layers_and_variables_in_fields_belong_to_the_layer()
    {
        Holder holder = new();
        Assert.AreEqual((2, 3), holder.Apply(Ops.Ones((2, 3))).Shape);
        CollectionAssert.AreEqual(
            new[]
            {
                "holder/scale", "own", "holder/average", "count", "holder/one/kernel", "holder/one/bias", "holder/two/kernel", "holder/two/bias",
                "holder/three/kernel", "holder/three/bias", "holder/four/kernel", "holder/four/bias",
            },
            holder.Weights.Select(w => w.Path).ToArray());
        CollectionAssert.AreEqual(new[] { "average", "count" }, holder.NonTrainableWeights.Select(w => w.Name).ToArray());
        Assert.HasCount(holder.Weights.Count + 1, holder.Variables);
    }

    [TestMethod]
    public void The_parameter_of_a_primary_constructor_is_a_field_too()
    {
        Wrapper wrapper = new(new Dense(2, name: "inner"));
        wrapper.Apply(Ops.Ones((1, 3)));
        Assert.HasCount(2, wrapper.Weights);
    }

    [TestMethod]
    public void A_layer_is_built_once_by_its_first_call()
    {
        Holder holder = new();
        Assert.IsFalse(holder.Built);
        Tensor first = holder.Apply(Ops.Ones((2, 3)));
        CollectionAssert.AreEqual(first.ToArray<float>(), holder.Apply(Ops.Ones((2, 3))).ToArray<float>());
        Assert.AreEqual(1, holder.Builds);
    }

    [TestMethod]
    public void The_shape_of_an_output_is_known_without_data()
    {
        Dense dense = new(7);
        Assert.AreEqual(Shape.Of(null, 5, 7), dense.ComputeOutputShape([null, 5, 3]));
    }

    [TestMethod]
    public void The_training_flag_goes_down_to_layers_inside()
    {
        Wrapper wrapper = new(new Dropout(0.5));
        Tensor x = Ops.Ones((1, 100));
        Assert.AreEqual(100, Ops.Sum(wrapper.Apply(x)).Item());
        Assert.IsTrue(wrapper.Apply(x, training: true).ToArray<float>().Contains(0f));
    }

    [TestMethod]
    public void What_is_not_float32_is_made_so()
        => Assert.AreEqual(DType.Float32, new Dense(2).Apply(new[,] { { 1.0, 2.0 } }).DType);

    [TestMethod]
    public void A_layer_of_another_type_computes_in_it()
    {
        Dense dense = new(2, dtype: "float64");
        Assert.AreEqual(DType.Float64, dense.Apply(Ops.Ones((1, 3))).DType);
        Assert.AreEqual(DType.Float64, dense.Weights[0].DType);
    }

    [TestMethod]
    public void Several_inputs_where_one_is_taken_are_refused()
    {
        ShapeException e = Assert.ThrowsExactly<ShapeException>(() => new Dense(2, name: "d").Apply([Ops.Ones((1, 3)), Ops.Ones((1, 3))]));
        Assert.AreEqual("Dense 'd': the layer takes 1 inputs. Received: 2.", e.Message);
    }

    [TestMethod]
    public void A_failed_Build_leaves_the_layer_as_it_was()
    {
        Conv2D conv = new(2, 9, name: "c");
        Assert.ThrowsExactly<ShapeException>(() => conv.Apply(Ops.Ones((1, 4, 4, 1))));
        Assert.AreEqual((1, 2, 2, 2), conv.Apply(Ops.Ones((1, 10, 10, 1))).Shape);
        Assert.HasCount(2, conv.Weights);
    }

    [TestMethod]
    public void Weights_are_counted_by_their_elements()
    {
        Dense dense = new(4);
        NotBuiltException e = Assert.ThrowsExactly<NotBuiltException>(() => dense.CountParams());
        StringAssert.EndsWith(e.Message, "CountParams needs a built layer. Apply it to data, or call Build(inputShape).");
        dense.Build([null, 3]);
        Assert.AreEqual(16, dense.CountParams());
    }

    [TestMethod]
    public void Penalties_on_weights_are_losses()
    {
        Dense dense = new(1, kernelInitializer: "ones", kernelRegularizer: new Keras.Regularizers.L2(0.5), biasRegularizer: "l2");
        dense.Build([null, 3]);
        CollectionAssert.AreEqual(new[] { 1.5, 0.0 }, dense.Losses.Select(l => l.Item()).ToArray());
    }

    [TestMethod]
    public void Names_are_the_class_in_snake_case_counted_up()
    {
        using IDisposable session = Session.Enter();
        Assert.AreEqual("max_pooling2d", new MaxPooling2D().Name);
        Assert.AreEqual("max_pooling2d_1", new MaxPooling2D().Name);
        Assert.AreEqual("conv2d", new Conv2D(1, 1).Name);
        Assert.AreEqual("wrapper", new Wrapper(new Dense(1)).Name);
    }

    private sealed class Holder() : Layer("holder")
    {
        private readonly Layer _one = new Dense(3, name: "one");
        private readonly List<Dense> _more = [new Dense(3, name: "two")];
        private readonly Dictionary<string, Layer> _named = new() { ["x"] = new Dense(3, name: "three") };
        private readonly (Dense, int) _pair = (new Dense(3, name: "four"), 7);
        private readonly Variable _own = new(Ops.Ones(3), name: "own");
        private readonly Variable _count = new(Ops.Zeros(default), trainable: false, name: "count");
        private readonly SeedGenerator _seeds = new(3);
        private Variable? _scale;

        internal int Builds { get; private set; }

        public override void Build(Shape inputShape)
        {
            Builds++;
            AddWeight("average", 3, "zeros", trainable: false);
            _scale = AddWeight("scale", 3, "ones");
            base.Build(inputShape);
        }

        protected override Tensor Call(Tensor inputs, CallContext context)
            => _pair.Item1.Apply(_named["x"].Apply(_more[0].Apply(_one.Apply(inputs)))) * _scale! * _own + _count + (_seeds.State.Shape.Rank - 1);
    }

    private sealed class Wrapper(Layer inner) : Layer
    {
        protected override Tensor Call(Tensor inputs, CallContext context) => inner.Apply(inputs);
    }
}

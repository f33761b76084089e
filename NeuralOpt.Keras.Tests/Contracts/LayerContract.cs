using System.Text.Json.Nodes;
using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests.Contracts;

/// <summary>What every layer keeps. A test class of a layer derives from it and says what goes in and out.</summary>
/// <param name="make">Makes the layer, always alike.</param>
/// <param name="inputs">Shape of each input.</param>
/// <param name="output">Shape of the output.</param>
/// <param name="trainable">Number of trainable weights.</param>
/// <param name="nonTrainable">Number of other weights.</param>
/// <param name="words">For whole numbers as input: how many there are; 0 for floating-point input.</param>
/// <param name="inFiles">Whether a config can hold it.</param>
public abstract class LayerContract<TLayer>(
    Func<TLayer> make, Shape[] inputs, Shape output, int trainable = 0, int nonTrainable = 0, int words = 0, bool inFiles = true)
    where TLayer : Layer
{
    [TestMethod]
    public void Output_has_the_shape_and_the_weights_are_counted()
    {
        Layer layer = make();
        Tensor y = layer.Apply(Inputs(DType.Float32));
        Assert.AreEqual(output, y.Shape);
        Assert.HasCount(trainable, layer.TrainableWeights);
        Assert.HasCount(nonTrainable, layer.NonTrainableWeights);
    }

    [TestMethod]
    public void Config_makes_the_same_layer()
    {
        Layer layer = make();
        if (!inFiles)
        {
            Assert.ThrowsExactly<KerasInvalidOperationException>(() => Saving.SerializeKerasObject(layer));
            return;
        }

        JsonNode config = Saving.SerializeKerasObject(layer)!;
        object read = Saving.DeserializeKerasObject(config.DeepClone())!;
        Assert.IsInstanceOfType<TLayer>(read);
        Assert.AreEqual(config.ToJsonString(), Saving.SerializeKerasObject(read)!.ToJsonString());
    }

    [TestMethod]
    public void Described_shape_is_the_real_one_with_any_batch()
    {
        Layer layer = make();
        Tensors symbolic = (Tensors)inputs.Select((s, i) => (Tensor)new InputLayer(batchShape: s.With(0, null), dtype: (words > 0 ? DType.Int32 : DType.Float32).Name()).Output).ToArray();
        Assert.AreEqual(output.With(0, null), layer.Apply(symbolic).Shape);
        Assert.AreEqual(output, layer.Apply(Inputs(DType.Float32)).Shape);
    }

    [TestMethod]
    public void Compiled_gives_what_eager_gives()
    {
        Layer layer = make();
        Tensor[] x = Inputs(DType.Float32);
        Tensor eager = layer.Apply(x);
        Tensor compiled = Function.Compile(t => [layer.Apply(t)]).Call(x)[0];
        Close(eager.ToArray<double>(), compiled.ToArray<double>(), 1e-5, "compiled");
    }

    [TestMethod]
    public void Gradients_are_those_of_central_differences()
    {
        Layer layer = InDouble();
        Tensor[] x = Inputs(DType.Float64);
        Tensor probe = Values(layer.Apply(x).Shape, DType.Float64, 7);
        Scatter(layer);
        IReadOnlyList<Variable> weights = layer.TrainableWeights;
        Tensor?[] gradients;
        using (GradientTape tape = new(persistent: true))
        {
            foreach (Tensor t in x)
            {
                tape.Watch(t);
            }

            Tensor loss = Ops.Sum(layer.Apply(x) * probe);
            gradients = [.. tape.Gradient(loss, (IReadOnlyList<Tensor>)x), .. tape.Gradient(loss, weights)];
        }

        double Loss() => Ops.Sum(layer.Apply(x) * probe).Item();
        for (int i = 0; i < x.Length && words == 0; i++)
        {
            int n = i;
            Differences(gradients[i], x[i], t => x[n] = t, Loss, $"input {i}");
        }

        for (int i = 0; i < weights.Count; i++)
        {
            Variable v = weights[i];
            Differences(gradients[x.Length + i], v.Value, v.Assign, Loss, v.Path);
        }
    }

    [TestMethod]
    public void A_step_against_the_gradient_lowers_a_loss()
    {
        Layer layer = InDouble();
        Tensor[] x = Inputs(DType.Float64);
        Tensor wanted = Values(layer.Apply(x).Shape, DType.Float64, 11);
        Scatter(layer);
        IReadOnlyList<Variable> weights = layer.TrainableWeights;
        Assert.HasCount(trainable, weights);
        if (weights.Count == 0)
        {
            return;
        }

        double Loss() => Ops.Mean(Ops.Square(layer.Apply(x) - wanted)).Item();
        double before = Loss();
        using GradientTape tape = new();
        Tensor?[] gradients = tape.Gradient(Ops.Mean(Ops.Square(layer.Apply(x) - wanted)), weights);
        for (int i = 0; i < weights.Count; i++)
        {
            weights[i].AssignSub(IndexedSlices.Dense(gradients[i]!) * 1e-3);
        }

        Assert.IsLessThan(before, Loss());
    }

    [TestMethod]
    public void Weights_can_be_taken_and_given()
    {
        Layer layer = make();
        layer.Apply(Inputs(DType.Float32));
        Tensor[] other = [.. layer.GetWeights().Select((w, i) => Values(w.Shape, w.DType, i + 3))];
        layer.SetWeights(other);
        Tensor[] now = layer.GetWeights();
        Assert.HasCount(trainable + nonTrainable, now);
        for (int i = 0; i < now.Length; i++)
        {
            CollectionAssert.AreEqual(other[i].ToArray<float>(), now[i].ToArray<float>());
        }

        Assert.ThrowsExactly<ShapeException>(() => layer.SetWeights([.. other, Ops.Zeros(1)]));
    }

    private Layer InDouble()
    {
        if (!inFiles)
        {
            return make();
        }

        JsonObject config = (JsonObject)Saving.SerializeKerasObject(make())!;
        config["config"]!["dtype"] = "float64";
        return (Layer)Saving.DeserializeKerasObject(config)!;
    }

    private Tensor[] Inputs(DType dtype) => [.. inputs.Select((s, i) => words > 0 ? Words(s) : Values(s, dtype, i))];

    private Tensor Words(Shape shape)
        => Ops.Reshape(Tensor.From<int>([.. Enumerable.Range(0, shape.Size()).Select(i => i * 7 % words)], shape.Size()), shape);

    /// <summary>Numbers from -1 to 1, none of them near 0 or near another, so that no kink is close.</summary>
    private static Tensor Values(Shape shape, DType dtype, int seed)
    {
        Tensor t = Tensor.Uninitialized(new(shape, dtype));
        int n = shape.Size();
        int[] order = [.. Enumerable.Range(0, n)];
        new System.Random(seed).Shuffle(order);
        for (int i = 0; i < n; i++)
        {
            t.WriteDouble(i, (2.0 * order[i] + 0.7) / n - 1);
        }

        return t;
    }

    // Zeros and ones, as weights start, would hide what a gradient multiplies by.
    private static void Scatter(Layer layer)
    {
        int seed = 100;
        foreach (Variable v in layer.TrainableWeights)
        {
            v.Assign(Values(v.Shape, v.DType, seed++));
        }
    }

    private static void Differences(Tensor? gradient, Tensor at, Action<Tensor> put, Func<double> loss, string what)
    {
        const double Step = 1e-6;
        Tensor dense = gradient is null ? Ops.ZerosLike(at) : IndexedSlices.Dense(gradient);
        Assert.AreEqual(at.Shape, dense.Shape, what);
        int stride = Math.Max(1, at.Size / 7);
        for (int i = 0; i < at.Size; i += stride)
        {
            double up = At(i, Step);
            double down = At(i, -Step);
            double expected = (up - down) / (2 * Step);
            Assert.AreEqual(expected, dense.ReadDouble(i), 1e-5 * Math.Max(1, Math.Abs(expected)), $"gradient of {what} at {i}");
        }

        put(at);

        double At(int i, double d)
        {
            Tensor moved = Tensor.From<double>(at.ToArray<double>(), at.Shape);
            moved.WriteDouble(i, at.ReadDouble(i) + d);
            put(moved);
            return loss();
        }
    }

    private static void Close(double[] expected, double[] actual, double tolerance, string what)
    {
        Assert.HasCount(expected.Length, actual);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.AreEqual(expected[i], actual[i], tolerance * Math.Max(1, Math.Abs(expected[i])), $"{what} at {i}");
        }
    }
}

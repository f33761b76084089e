using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests;

/// <summary>Sums, means and normalisations of float16 run in float32 and are float16 again.</summary>
[TestClass]
public sealed class HalfPrecisionTests
{
    private static readonly Tensor s_thousands = Ops.Full(100, 1000.0, DType.Float16);
    private static readonly Tensor s_tens = Ops.Full(70_000, 10.0, DType.Float16);

    [TestMethod]
    public void Means_and_variances_do_not_overflow()
    {
        Is(1000, Ops.Mean(s_thousands));
        Is(10, Ops.Mean(s_tens));
        Is(0, Ops.Var(s_tens));
        Is(0, Ops.Std(s_tens));
        Is(1000, Ops.Average(s_thousands));
        Is(1000, Ops.Average(s_thousands, weights: Ops.Full(100, 1000.0, DType.Float16)));
        Is(1000, Ops.Nanmean(s_thousands));
        Is(0, Ops.Nanvar(s_tens));
        Is(0, Ops.Nanstd(s_tens));
        (Tensor mean, Tensor variance) = Ops.Moments(s_thousands, 0);
        Is(1000, mean);
        Is(0, variance);
        Is(1000, Ops.Std(Tensor.From(new[] { (Half)(-1000), (Half)1000 })));
    }

    [TestMethod]
    public void Sums_are_rounded_once()
    {
        Is(60_000, Ops.Sum(Tensor.From(new[] { (Half)60_000, (Half)60_000, (Half)(-60_000) })));
        Is(4096, Ops.Sum(Ops.Ones(4096, DType.Float16)));
        Is(4096, Ops.Cumsum(Ops.Ones(4096, DType.Float16))[-1]);
        Is(4096, Ops.Nansum(Ops.Ones(4096, DType.Float16)));
        Is(300, Ops.Prod(Tensor.From(new[] { (Half)300, (Half)300, (Half)(1.0 / 300) })), 1);
        Assert.AreEqual(double.PositiveInfinity, Ops.Sum(s_thousands).Item());
    }

    [TestMethod]
    public void Norms_and_exponentials_do_not_overflow()
    {
        Is(10_000, Ops.Norm(s_thousands));
        Is(0.1, Ops.Normalize(s_thousands)[0], 1e-3);
        Is(Math.Log(70_000) + 10, Ops.Logsumexp(s_tens), .02);
        Is(1.0 / 4096, Ops.Softmax(Ops.Ones(4096, DType.Float16))[0], 1e-6);
        Is(-Math.Log(70_000), Ops.LogSoftmax(s_tens)[0], .01);
    }

    [TestMethod]
    public void Normalising_layers_do_not_overflow()
    {
        Tensor rows = Ops.Full((100, 1), 1000.0, DType.Float16);
        Is(0, new BatchNormalization(dtype: "float16").Apply(rows, training: true)[0, 0]);
        Tensor wide = Ops.Full((1, 100), 1000.0, DType.Float16);
        Is(0, new LayerNormalization(dtype: "float16").Apply(wide)[0, 0]);
        Is(0, new GroupNormalization(1, dtype: "float16").Apply(wide)[0, 0]);
        Is(1, new RMSNormalization(dtype: "float16").Apply(wide)[0, 0], 1e-3);
        Is(0.1, new UnitNormalization(dtype: "float16").Apply(wide)[0, 0], 1e-3);
        Is(0, new LayerNormalization(rmsScaling: true, epsilon: 1.0, dtype: "float16").Apply(Ops.Full((1, 100), 0.0, DType.Float16))[0, 0]);
    }

    [TestMethod]
    public void Average_pools_do_not_overflow()
    {
        Tensor x = Ops.Full((1, 100, 1), 1000.0, DType.Float16);
        Is(1000, new AveragePooling1D(100, dtype: "float16").Apply(x)[0, 0, 0]);
        Is(1000, new GlobalAveragePooling1D(dtype: "float16").Apply(x)[0, 0]);
        Is(1000, new GlobalAveragePooling1D(dtype: "float16").Apply(x, mask: Ops.Ones((1, 100), DType.Bool))[0, 0]);
        Is(1000, new AveragePooling2D(10, dtype: "float16").Apply(Ops.Full((1, 10, 10, 1), 1000.0, DType.Float16))[0, 0, 0, 0]);
        Is(1000, Ops.AdaptiveAveragePool(x, 1)[0, 0, 0]);
    }

    [TestMethod]
    public void Products_are_summed_in_float32()
    {
        (Tensor row, Tensor column) = (Ops.Ones((1, 4096), DType.Float16), Ops.Ones((4096, 1), DType.Float16));
        Is(4096, Ops.Matmul(row, column)[0, 0]);
        Is(4096, Ops.Einsum("ij,jk->ik", row, column)[0, 0]);
        Is(4096, Ops.Tensordot(row, column, 1)[0, 0]);
        Is(4096, Ops.Conv(Ops.Ones((1, 4096, 1), DType.Float16), Ops.Ones((4096, 1, 1), DType.Float16))[0, 0, 0]);
        Is(4096, Ops.DepthwiseConv(Ops.Ones((1, 4096, 1), DType.Float16), Ops.Ones((4096, 1, 1), DType.Float16))[0, 0, 0]);
        Is(4096, Ops.ConvTranspose(Ops.Ones((1, 1, 4096), DType.Float16), Ops.Ones((1, 1, 4096), DType.Float16))[0, 0, 0]);
        Is(4096, Ops.SegmentSum(Ops.Ones(4096, DType.Float16), Ops.Zeros(4096, DType.Int32), 1)[0]);
    }

    [TestMethod]
    public void Losses_in_float16_do_not_overflow()
    {
        Tensor y = Ops.Zeros((1000, 1));
        Losses.MeanSquaredError loss = new(dtype: "float16");
        Is(10_000, loss.Apply(y, Ops.Full((1000, 1), 100.0)));
    }

    [TestMethod]
    public void Gradients_flow_through_them()
    {
        Tensor x = Ops.Full(100, 1000.0, DType.Float16);
        using GradientTape tape = new();
        tape.Watch(x);
        Tensor d = tape.Gradient(Ops.Mean(x), x)!;
        Assert.AreEqual(DType.Float16, d.DType);
        Assert.AreEqual(0.01, d[0].Item(), 1e-5);
    }

    private static void Is(double expected, Tensor y, double tolerance = 0)
    {
        Assert.AreEqual(DType.Float16, y.DType);
        Assert.AreEqual(expected, y.Item(), tolerance);
    }
}

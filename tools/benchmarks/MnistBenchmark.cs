using NeuralOpt.Keras.Datasets;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>A small convolutional network on digits, batch 128, Adam.</summary>
internal static class MnistBenchmark
{
    internal const int Batch = 128;

    /// <summary>Multiply-adds of both convolutions and both products, forward, by the input and by the weights; no gradient for the image.</summary>
    internal const double Flops = 2.0 * Batch * ((2 * 26 * 26 * 32 * 9) + (3.0 * 24 * 24 * 64 * 288) + (3.0 * 9216 * 128) + (3.0 * 128 * 10));

    internal static Report Run(Options options)
    {
        Report report = new("mnist", "Conv2D 32, Conv2D 64, MaxPooling2D, Dropout, Dense 128, Dropout, Dense 10; batch 128, Adam; real digits through `Fit`. The peer gets one fixed batch of random pixels again and again, with no work for batches.");
        (Tensor x, Tensor y) = Data(options);
        Training training = new(Nets.Mnist(), x, y, Batch);
        new NetBenchmark("mnist", training, Flops, 10, options, report).Run(predict: true);
        return report;
    }

    /// <summary>The digits as floats in [0, 1] with a channel axis, and their labels.</summary>
    internal static (Tensor X, Tensor Y) Data(Options options)
    {
        string file = options.Data ?? Path.Combine(Options.Folder(), "..", "..", "examples", "data", "mnist.npz");
        var ((x, y), _) = Mnist.LoadData(file);
        return (Ops.ExpandDims(x.AsType("float32") / 255, -1), y);
    }
}

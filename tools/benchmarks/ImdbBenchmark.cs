using NeuralOpt.Keras.Datasets;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>A convolution over the words of film reviews, batch 32, Adam.</summary>
internal static class ImdbBenchmark
{
    private const int Batch = 32;
    private const int Length = 400;
    private const int Words = 5000;
    private const int Samples = 4096;

    internal static Report Run(Options options)
    {
        (Tensor x, Tensor y, string what) = Data(options);
        Report report = new("imdb", $"Embedding 5000 x 50, Dropout, Conv1D 250, GlobalMaxPooling1D, Dense 250, Dropout, Dense 1; length 400, batch 32, Adam, through `Fit`; {what}.");
        Console.WriteLine(what);
        double flops = 2.0 * Batch * 3 * ((398.0 * 150 * 250) + (250 * 250) + 250);
        new NetBenchmark("imdb", new(Nets.Imdb(), x, y, Batch), flops, 20, options, report).Run();
        return report;
    }

    /// <summary>Numbers of words, common ones more often, as in a language; the shape of the work is that of real reviews.</summary>
    private static (Tensor X, Tensor Y, string What) Data(Options options)
    {
        if (options.Data is { } file)
        {
            IReadOnlyDictionary<string, Tensor> arrays = Npz.Load(file);
            return (arrays["x"].AsType("int32"), Ops.Reshape(arrays["y"].AsType("float32"), (-1, 1)), $"reviews of {Path.GetFileName(file)}");
        }

        System.Random random = new(1);
        int[,] words = new int[Samples, Length];
        float[] labels = new float[Samples];
        for (int i = 0; i < Samples; i++)
        {
            int start = random.Next(Length / 2);
            for (int j = start; j < Length; j++)
            {
                words[i, j] = (int)Math.Pow(Words, random.NextDouble());
            }

            labels[i] = i % 2;
        }

        return (words, Ops.ExpandDims((Tensor)labels, -1), "synthetic reviews: word numbers of a skewed distribution, padded in front; no real text");
    }
}

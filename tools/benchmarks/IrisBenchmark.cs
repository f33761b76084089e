namespace NeuralOpt.Keras.Benchmarks;

/// <summary>A tiny network with batch normalisation: what a step costs beside its arithmetic, and whether memory stays flat.</summary>
internal static class IrisBenchmark
{
    private const int Batch = 40;
    private const int Flowers = 120;
    private const int LongRun = 10_000;

    // One epoch holds the longest turn.
    private const int Samples = (LongRun + 10) * Batch;

    internal static Report Run(Options options)
    {
        Report report = new("iris", "Dense 64, BatchNormalization, ReLU, Dense 128, BatchNormalization, ReLU, Dense 3; batch 40, Adam, through `Fit`; 120 synthetic flowers of four measures, again and again.");
        System.Random random = new(1);
        float[,] x = new float[Samples, 4];
        int[] y = new int[Samples];
        for (int i = 0; i < Samples; i++)
        {
            y[i] = i % 3;
            for (int j = 0; j < 4; j++)
            {
                x[i, j] = i < Flowers ? random.NextSingle() + (y[i] * 0.5f) : x[i % Flowers, j];
            }
        }

        Training training = new(Nets.Iris(), x, y, Batch);
        new NetBenchmark("iris", training, 0, 300, options, report).Run();

        training.Run(1000);
        GC.Collect();
        double before = Machine.Memory;
        training.Run(LongRun);
        GC.Collect();
        report.Add("memory grown over 10,000 steps", Math.Max(0, Machine.Memory - before), "MB");
        return report;
    }
}

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>Times short work.</summary>
internal static class Timing
{
    /// <summary>Threads of the one who just ran go to sleep before the other begins: a pool that waits spinning takes a core.</summary>
    internal static void Rest() => Thread.Sleep(80);

    /// <summary>Milliseconds of one call, over calls that together take <paramref name="atLeast"/> milliseconds.</summary>
    internal static double Milliseconds(Action work, double atLeast)
    {
        work();
        double start = Watch.Now;
        int calls = 0;
        double passed;
        do
        {
            work();
            calls++;
            passed = Watch.Now - start;
        }
        while (passed < atLeast);
        return passed / calls;
    }
}

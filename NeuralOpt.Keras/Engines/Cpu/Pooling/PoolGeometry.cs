namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Sizes of a pooling over 1, 2 or 3 spatial axes, channels last.</summary>
/// <param name="Batch">Samples.</param>
/// <param name="Input">Spatial sizes of the input, (batch, spatial..., channels).</param>
/// <param name="Channels">Pooled each by itself.</param>
/// <param name="Window">Spatial sizes of a window.</param>
/// <param name="Output">Spatial sizes of the output.</param>
/// <param name="Strides">Stride of the windows, per axis.</param>
/// <param name="PadLow">Where the first window begins before the input, per axis; padding is never a maximum and never counted.</param>
internal sealed record PoolGeometry(
    int Batch, int[] Input, int Channels, int[] Window, int[] Output, int[] Strides, int[] PadLow)
{
    internal int InputSize => Input.Aggregate(1, (a, b) => a * b);

    internal int OutputSize => Output.Aggregate(1, (a, b) => a * b);

    internal int WindowSize => Window.Aggregate(1, (a, b) => a * b);

    /// <summary>Whether every input belongs to one window at most.</summary>
    internal bool AreWindowsDisjoint => Strides.Zip(Window).All(axis => axis.First >= axis.Second);

    /// <summary>Whether every input belongs to exactly one window.</summary>
    internal bool DoWindowsCover => Strides.SequenceEqual(Window)
        && PadLow.All(pad => pad == 0)
        && Input.Zip(Output, (input, output) => (input, output)).Zip(Window).All(axis => axis.First.input == axis.First.output * axis.Second);

    /// <summary>The geometry of a pooling of x that gives y.</summary>
    /// <exception cref="EngineException">A window would reach beyond what 32 bits can count.</exception>
    internal static PoolGeometry Of(PoolSpec spec, Shape x, Shape y)
    {
        PoolGeometry geometry = new(
            x[0], [.. x[1..^1].ToArray()], x[^1], spec.Window.ToArray(), [.. y[1..^1].ToArray()], spec.Strides.ToArray(), spec.PadLow.ToArray());
        Bounds.Windows(geometry.Input, geometry.Output, geometry.Window, geometry.Strides, geometry.PadLow, []);
        return geometry;
    }

    /// <summary>The geometry with its output sizes worked out as a convolution's.</summary>
    internal static PoolGeometry Create(
        int batch, int[] input, int channels, int[] window, int[] strides, int[] padLow, int[] padHigh)
    {
        int[] output = [.. input.Select((size, i) => ConvGeometry.OutputLength(size, window[i], strides[i], 1, padLow[i], padHigh[i]))];
        return new PoolGeometry(batch, input, channels, window, output, strides, padLow);
    }

    /// <summary>The same pooling over three axes: axes of one element come first.</summary>
    internal PoolGeometry Spatial3()
    {
        int[] Fill(int[] values, int with) => [.. Enumerable.Repeat(with, 3 - values.Length), .. values];
        return this with
        {
            Input = Fill(Input, 1),
            Window = Fill(Window, 1),
            Output = Fill(Output, 1),
            Strides = Fill(Strides, 1),
            PadLow = Fill(PadLow, 0),
        };
    }
}

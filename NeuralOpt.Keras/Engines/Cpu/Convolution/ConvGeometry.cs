namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Sizes of a convolution over 1, 2 or 3 spatial axes, channels last.</summary>
/// <param name="Batch">Samples.</param>
/// <param name="Input">Spatial sizes of the input, (batch, spatial..., Cin).</param>
/// <param name="Cin">Channels of the input.</param>
/// <param name="Kernel">Spatial sizes of the filters, (spatial..., Cin / groups, Cout).</param>
/// <param name="Output">Spatial sizes of the output, (batch, spatial..., Cout).</param>
/// <param name="Cout">Channels of the output; group g makes channels g Cout / groups and on.</param>
/// <param name="Strides">Stride of the windows, per axis.</param>
/// <param name="Dilation">Dilation rate, per axis.</param>
/// <param name="PadLow">Zeros before the input, per axis.</param>
/// <param name="PadHigh">Zeros after it.</param>
/// <param name="Groups">Divides both channel counts.</param>
internal sealed record ConvGeometry(
    int Batch, int[] Input, int Cin, int[] Kernel, int[] Output, int Cout,
    int[] Strides, int[] Dilation, int[] PadLow, int[] PadHigh, int Groups = 1)
{
    internal int Rank => Input.Length;

    internal int CinGroup => Cin / Groups;

    internal int CoutGroup => Cout / Groups;

    internal int Taps => Product(Kernel);

    internal int InputSize => Product(Input);

    internal int OutputSize => Product(Output);

    /// <summary>Multiply-adds, those with the border's zeros among them.</summary>
    internal long Work => (long)Batch * OutputSize * Taps * CinGroup * Cout;

    /// <summary>One channel in, one channel out, each by itself.</summary>
    internal bool IsDepthwise => Groups > 1 && Groups == Cin && Cin == Cout;

    /// <summary>A product of two matrices: every output pixel is a function of its own input pixel alone.</summary>
    internal bool IsPointwise =>
        Groups == 1 && Taps == 1 && Input.SequenceEqual(Output) && Strides.All(s => s == 1) && PadLow.All(p => p == 0);

    /// <summary>Windows that fit: <c>floor((input + low + high - ((kernel - 1) dilation + 1)) / stride) + 1</c>, at least 0.</summary>
    internal static int OutputLength(int input, int kernel, int stride, int dilation, int low, int high)
    {
        int room = input + low + high - ((kernel - 1) * dilation + 1);
        return room < 0 ? 0 : room / stride + 1;
    }

    /// <summary>The geometry of a convolution of x with filters that gives y.</summary>
    /// <exception cref="EngineException">A window would reach beyond what 32 bits can count.</exception>
    internal static ConvGeometry Of(ConvSpec spec, Shape x, Shape filter, Shape y)
    {
        ConvGeometry geometry = new(
            x[0], [.. x[1..^1].ToArray()], x[^1], [.. filter[..^2].ToArray()], [.. y[1..^1].ToArray()], filter[^1],
            spec.Strides.ToArray(), spec.Dilation.ToArray(), spec.PadLow.ToArray(), spec.PadHigh.ToArray(), spec.Groups);
        Bounds.Windows(geometry.Input, geometry.Output, geometry.Kernel, geometry.Strides, geometry.PadLow, geometry.Dilation);
        return geometry;
    }

    /// <summary>The geometry with its output sizes worked out.</summary>
    internal static ConvGeometry Create(
        int batch, int[] input, int cin, int[] kernel, int cout, int[] strides, int[] dilation, int[] padLow, int[] padHigh, int groups = 1)
    {
        int[] output = [.. input.Select((size, i) => OutputLength(size, kernel[i], strides[i], dilation[i], padLow[i], padHigh[i]))];
        return new ConvGeometry(batch, input, cin, kernel, output, cout, strides, dilation, padLow, padHigh, groups);
    }

    /// <summary>The same convolution over three axes: axes of one element come first.</summary>
    internal ConvGeometry Spatial3()
    {
        int[] Fill(int[] values, int with) => [.. Enumerable.Repeat(with, 3 - values.Length), .. values];
        return this with
        {
            Input = Fill(Input, 1),
            Kernel = Fill(Kernel, 1),
            Output = Fill(Output, 1),
            Strides = Fill(Strides, 1),
            Dilation = Fill(Dilation, 1),
            PadLow = Fill(PadLow, 0),
            PadHigh = Fill(PadHigh, 0),
        };
    }

    private static int Product(int[] sizes) => sizes.Aggregate(1, (a, b) => a * b);
}

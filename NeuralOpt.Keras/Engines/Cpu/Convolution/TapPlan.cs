namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>One tap of a filter: which one, and where it reads relative to the position.</summary>
internal readonly record struct Tap(int Index, int D, int H, int W);

/// <summary>A sum over taps, <c>target[start + stride t] = sum over taps of source[step t + tap] filter[tap]</c>, on three axes.</summary>
/// <remarks>
/// Forward convolutions and input gradients are both of this form. The input gradient of a strided convolution is one plan
/// for each residue of the position, since which taps reach a position depends on its residue only.
/// Outside the source there are zeros.
/// </remarks>
internal sealed record TapPlan(
    int[] Source, int SourceChannels, int[] Target, int TargetChannels, int[] Count, int[] Step, int[] Start, int[] Stride, Tap[] Taps, int Groups)
{
    internal int SourceGroup => SourceChannels / Groups;

    internal int TargetGroup => TargetChannels / Groups;

    internal int MinW { get; } = Taps.Length == 0 ? 0 : Taps.Min(tap => tap.W);

    internal int MaxW { get; } = Taps.Length == 0 ? 0 : Taps.Max(tap => tap.W);

    /// <summary>Taps that lie side by side in the source for every row of the filter, 1 if they do not: one run of memory.</summary>
    internal int TapsPerRun
    {
        get
        {
            int length = MaxW - MinW + 1;
            if (Groups != 1 || Taps.Length == 0 || Taps.Length % length != 0)
            {
                return 1;
            }

            for (int i = 0; i < Taps.Length; i++)
            {
                Tap first = Taps[i - i % length];
                if (Taps[i].W != MinW + i % length || Taps[i].H != first.H || Taps[i].D != first.D)
                {
                    return 1;
                }
            }

            return length;
        }
    }

    internal static TapPlan Forward(ConvGeometry geometry)
    {
        ConvGeometry g = geometry.Spatial3();
        var taps = new List<Tap>();
        for (int d = 0; d < g.Kernel[0]; d++)
        {
            for (int h = 0; h < g.Kernel[1]; h++)
            {
                for (int w = 0; w < g.Kernel[2]; w++)
                {
                    taps.Add(new Tap(
                        taps.Count, d * g.Dilation[0] - g.PadLow[0], h * g.Dilation[1] - g.PadLow[1], w * g.Dilation[2] - g.PadLow[2]));
                }
            }
        }

        return new TapPlan(g.Input, g.Cin, g.Output, g.Cout, g.Output, g.Strides, [0, 0, 0], [1, 1, 1], [.. taps], g.Groups);
    }

    internal static IEnumerable<TapPlan> InputGradient(ConvGeometry geometry)
    {
        ConvGeometry g = geometry.Spatial3();
        for (int d = 0; d < Math.Min(g.Strides[0], g.Input[0]); d++)
        {
            for (int h = 0; h < Math.Min(g.Strides[1], g.Input[1]); h++)
            {
                for (int w = 0; w < Math.Min(g.Strides[2], g.Input[2]); w++)
                {
                    int[] start = [d, h, w];
                    int[] count = [.. start.Select((s, axis) => (g.Input[axis] - s + g.Strides[axis] - 1) / g.Strides[axis])];
                    Tap[] taps =
                    [
                        .. from kd in Reaching(g, 0, d)
                           from kh in Reaching(g, 1, h)
                           from kw in Reaching(g, 2, w)
                           select new Tap((kd.Index * g.Kernel[1] + kh.Index) * g.Kernel[2] + kw.Index, kd.Offset, kh.Offset, kw.Offset),
                    ];
                    yield return new TapPlan(g.Output, g.Cout, g.Input, g.Cin, count, [1, 1, 1], start, g.Strides, taps, g.Groups);
                }
            }
        }
    }

    /// <summary>The taps of an axis that reach inputs of a residue, and the output each comes from; in ascending order of output.</summary>
    private static IEnumerable<(int Index, int Offset)> Reaching(ConvGeometry g, int axis, int residue)
    {
        for (int k = g.Kernel[axis] - 1; k >= 0; k--)
        {
            int distance = residue + g.PadLow[axis] - k * g.Dilation[axis];
            if (distance % g.Strides[axis] == 0)
            {
                yield return (k, distance / g.Strides[axis]);
            }
        }
    }
}

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>A window walking over up to three spatial axes of (batch, spatial.., channels); missing axes have length 1.</summary>
internal sealed class Windows
{
    private readonly int[] _strides;
    private readonly int[] _dilation;
    private readonly int[] _low;

    internal Windows(Shape input, Shape output, Axes window, Axes strides, Axes low, Axes? dilation)
    {
        Batch = input[0];
        Input = Three(input[1..^1].ToArray(), 1);
        Output = Three(output[1..^1].ToArray(), 1);
        Window = Three(window.ToArray(), 1);
        _strides = Three(strides.ToArray(), 1);
        _low = Three(low.ToArray(), 0);
        _dilation = Three(dilation?.ToArray() ?? [], 1);
        Bounds.Windows(Input, Output, Window, _strides, _low, _dilation);
    }

    internal int Batch { get; }

    internal int[] Input { get; }

    internal int[] Output { get; }

    internal int[] Window { get; }

    /// <summary>Output pixels of a sample.</summary>
    internal int OutputSize => Output[0] * Output[1] * Output[2];

    internal int InputSize => Input[0] * Input[1] * Input[2];

    internal int WindowSize => Window[0] * Window[1] * Window[2];

    /// <summary>The input pixel under tap <paramref name="tap"/> of the window at output pixel <paramref name="pixel"/>; -1 in the padding.</summary>
    internal int Under(int pixel, int tap)
    {
        int x2 = Place(2, pixel % Output[2], tap % Window[2]);
        pixel /= Output[2];
        tap /= Window[2];
        int x1 = Place(1, pixel % Output[1], tap % Window[1]);
        int x0 = Place(0, pixel / Output[1], tap / Window[1]);
        return (uint)x0 < (uint)Input[0] && (uint)x1 < (uint)Input[1] && (uint)x2 < (uint)Input[2]
            ? (((x0 * Input[1]) + x1) * Input[2]) + x2
            : -1;
    }

    private int Place(int axis, int output, int tap) => (output * _strides[axis]) - _low[axis] + (tap * _dilation[axis]);

    private static int[] Three(int[] values, int missing) => [.. Enumerable.Repeat(missing, 3 - values.Length), .. values];
}

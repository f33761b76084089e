using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>Keras's padding strings, made explicit in one place: how far windows reach beyond each end of a spatial axis.</summary>
internal static class Padding
{
    /// <summary>The padding in lower case.</summary>
    /// <exception cref="ArgumentException">It is neither "valid" nor "same".</exception>
    internal static string Checked(string op, string padding)
        => padding.ToLowerInvariant() is "valid" or "same"
            ? padding.ToLowerInvariant()
            : throw new KerasArgumentException($"{op}: padding must be 'valid' or 'same'. Received: '{padding}'.");

    /// <summary>Length that a window covers when its elements are <paramref name="dilation"/> apart.</summary>
    internal static int Reach(int window, int dilation) => ((window - 1) * dilation) + 1;

    /// <summary>How many windows fit; unknown if the input is.</summary>
    internal static int? Output(string padding, int? input, int window, int stride, int dilation)
        => padding == "same" ? (input + stride - 1) / stride
            : input < Reach(window, dilation) ? 0
            : ((input - Reach(window, dilation)) / stride) + 1;

    /// <summary>What "same" adds before and after, less before if it is odd, as in TensorFlow; "valid" adds nothing.</summary>
    internal static (int Low, int High) Explicit(string padding, int input, int window, int stride, int dilation)
    {
        if (padding == "valid")
        {
            return (0, 0);
        }

        int windows = (input + stride - 1) / stride;
        int total = Math.Max(((windows - 1) * stride) + Reach(window, dilation) - input, 0);
        return (total / 2, total - (total / 2));
    }

    /// <summary>The same for every spatial axis.</summary>
    internal static (Axes Low, Axes High) Explicit(string padding, int[] input, int[] window, int[] strides, int[] dilation)
    {
        (int Low, int High)[] both = [.. input.Select((n, i) => Explicit(padding, n, window[i], strides[i], dilation[i]))];
        return (Axes.Of(both.Select(p => p.Low)), Axes.Of(both.Select(p => p.High)));
    }

    /// <summary>Length of a spatial axis that a transposed convolution makes; unknown if the input is.</summary>
    internal static int? TransposedOutput(string padding, int? input, int window, int stride, int dilation, int? outputPadding)
    {
        int reach = Reach(window, dilation);
        return padding == "valid" ? ((input - 1) * stride) + reach + (outputPadding ?? (Math.Max(reach, stride) - reach))
            : outputPadding is { } extra ? ((input - 1) * stride) + (reach % 2) + extra
            : input * stride;
    }

    /// <summary>One number for every spatial axis, or one each, all at least 1.</summary>
    internal static int[] PerAxis(string op, string argument, Shape? value, int spatial, int orElse = 1)
    {
        int?[] given = value is { } v ? [.. v] : [orElse];
        int?[] all = given.Length == 1 ? [.. Enumerable.Repeat(given[0], spatial)] : given;
        return all.Length == spatial && Array.TrueForAll(all, static n => n >= 1)
            ? Array.ConvertAll(all, static n => n!.Value)
            : throw new KerasArgumentException($"{op}: {argument} must be one number or {spatial}, each at least 1. Received: {value}.");
    }

    /// <summary>Whether channels come first.</summary>
    /// <exception cref="ArgumentException">The string is unknown.</exception>
    internal static bool ChannelsFirst(string op, string? dataFormat) => dataFormat switch
    {
        null or "channels_last" => false,
        "channels_first" => true,
        _ => throw new KerasArgumentException($"{op}: dataFormat must be 'channels_last' or 'channels_first'. Received: '{dataFormat}'."),
    };

    /// <summary>Runs a function of channels-last tensors, with the axes moved there and back where channels come first.</summary>
    internal static Tensor Run(string op, string? dataFormat, Tensor inputs, Func<Tensor, Tensor> channelsLast)
    {
        if (inputs.Rank is < 3 or > 5)
        {
            throw new ShapeException($"{op}: inputs must have 1 to 3 spatial axes beside batch and channels. Received shape: {inputs.Shape}.");
        }

        return ChannelsFirst(op, dataFormat)
            ? Ops.Moveaxis(channelsLast(Ops.Moveaxis(inputs, 1, -1)), -1, 1)
            : channelsLast(inputs);
    }
}

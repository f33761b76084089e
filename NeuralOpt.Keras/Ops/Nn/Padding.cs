using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>Keras's padding strings, made explicit in one place: how far windows reach beyond each end of a spatial axis.</summary>
internal static class Padding
{
    /// <summary>The padding in lower case.</summary>
    /// <exception cref="ArgumentException">It is neither "valid" nor "same".</exception>
    internal static string Checked(string op, string padding)
        => Guard.NotNull(padding, op).ToLowerInvariant() is "valid" or "same"
            ? padding.ToLowerInvariant()
            : throw new KerasArgumentException($"{op}: padding must be 'valid' or 'same'. Received: '{padding}'.");

    /// <summary>Length that a window covers when its elements are <paramref name="dilation"/> apart.</summary>
    /// <exception cref="ShapeException">No axis is so long.</exception>
    internal static int Reach(string op, int window, int dilation)
        => ((window - 1L) * dilation) + 1 is var reach && reach <= int.MaxValue
            ? (int)reach
            : throw new ShapeException($"{op}: a window with its dilation must be at most {int.MaxValue} long. Received: {window} elements, {dilation} apart.");

    /// <summary>How many windows fit; unknown if the input is.</summary>
    internal static int? Output(string op, string padding, int? input, int window, int stride, int dilation)
    {
        int reach = Reach(op, window, dilation);
        return padding == "same" ? (int?)((input + (stride - 1L)) / stride)
            : input < reach ? 0
            : ((input - reach) / stride) + 1;
    }

    /// <summary>What "same" adds before and after, less before if it is odd, as in TensorFlow; "valid" adds nothing.</summary>
    /// <exception cref="ShapeException">The padded axis would be too long.</exception>
    internal static (int Low, int High) Explicit(string op, string padding, int input, int window, int stride, int dilation)
    {
        if (padding == "valid")
        {
            return (0, 0);
        }

        long windows = (input + (stride - 1L)) / stride;
        long padded = Math.Max(((windows - 1) * stride) + Reach(op, window, dilation), input);
        int total = Lengths.Of(op, padded) - input;
        return (total / 2, total - (total / 2));
    }

    /// <summary>The same for every spatial axis.</summary>
    internal static (Axes Low, Axes High) Explicit(string op, string padding, int[] input, int[] window, int[] strides, int[] dilation)
    {
        (int Low, int High)[] both = [.. input.Select((n, i) => Explicit(op, padding, n, window[i], strides[i], dilation[i]))];
        return (Axes.Of(both.Select(p => p.Low)), Axes.Of(both.Select(p => p.High)));
    }

    /// <summary>Length of a spatial axis that a transposed convolution makes; unknown if the input is.</summary>
    internal static int? TransposedOutput(string op, string padding, int? input, int window, int stride, int dilation, int? outputPadding)
    {
        int reach = Reach(op, window, dilation);
        long? between = (input - 1L) * stride;
        return Lengths.Of(op, padding == "valid" ? between + reach + (outputPadding ?? (Math.Max(reach, stride) - reach))
            : outputPadding is { } extra ? between + (reach % 2) + extra
            : between + stride);
    }

    /// <summary>One number for every spatial axis, or one each, all at least 1.</summary>
    internal static int[] PerAxis(string op, string argument, Shape? value, int spatial, int orElse = 1)
    {
        int?[] given = value is { } v ? v.AsGiven.ToArray() : [orElse];
        int?[] all = given.Length == 1 ? [.. Enumerable.Repeat(given[0], spatial)] : given;
        return all.Length == spatial && System.Array.TrueForAll(all, static n => n >= 1)
            ? System.Array.ConvertAll(all, static n => n!.Value)
            : throw new KerasArgumentException($"{op}: {argument} must be one number or {spatial}, each at least 1. Received: {value}.");
    }

    /// <summary>Whether channels come first.</summary>
    /// <exception cref="ArgumentException">The string is unknown.</exception>
    internal static bool ChannelsFirst(string op, string? dataFormat) => dataFormat?.ToLowerInvariant() switch
    {
        null or "channels_last" => false,
        "channels_first" => true,
        _ => throw new KerasArgumentException($"{op}: dataFormat must be 'channels_last' or 'channels_first'. Received: '{dataFormat}'."),
    };

    /// <summary>Runs a function of channels-last tensors, with the axes moved there and back where channels come first.</summary>
    internal static Tensor Run(string op, string? dataFormat, Tensor inputs, Func<Tensor, Tensor> channelsLast)
    {
        if (Guard.NotNull(inputs, op).Rank is < 3 or > 5)
        {
            throw new ShapeException($"{op}: inputs must have 1 to 3 spatial axes beside batch and channels. Received shape: {inputs.Shape}.");
        }

        return ChannelsFirst(op, dataFormat)
            ? Ops.Moveaxis(channelsLast(Ops.Moveaxis(inputs, 1, -1)), -1, 1)
            : channelsLast(inputs);
    }
}

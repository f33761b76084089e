using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NeuralOpt.Keras.Peer;

/// <summary>Channels last by strides: TorchSharp has no parameter for it.</summary>
internal static class Layout
{
    internal static Tensor ChannelsLast(Tensor t) => t.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);

    internal static Parameter ChannelsLast(Parameter weight) => nn.Parameter(ChannelsLast(weight.detach()));
}

using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace NeuralOpt.Keras.Peer;

/// <summary>Digits, images of 28 x 28.</summary>
internal sealed class MnistNet : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d _conv1 = nn.Conv2d(1, 32, 3);
    private readonly Conv2d _conv2 = nn.Conv2d(32, 64, 3);
    private readonly Linear _dense1 = nn.Linear(9216, 128);
    private readonly Linear _dense2 = nn.Linear(128, 10);
    private readonly bool _channelsLast;

    internal MnistNet(bool channelsLast)
        : base("mnist")
    {
        _channelsLast = channelsLast;
        RegisterComponents();
        if (channelsLast)
        {
            _conv1.weight = Layout.ChannelsLast(_conv1.weight!);
            _conv2.weight = Layout.ChannelsLast(_conv2.weight!);
        }
    }

    public override Tensor forward(Tensor x)
    {
        x = _conv1.call(x).relu_();
        x = F.max_pool2d(_conv2.call(x).relu_(), 2);
        x = F.dropout(x, 0.25, training);

        // Channels last: flattening in the order of memory is free.
        x = (_channelsLast ? x.permute(0, 2, 3, 1) : x).flatten(1);
        x = F.dropout(_dense1.call(x).relu_(), 0.5, training);
        return _dense2.call(x);
    }
}

/// <summary>Reviews of 400 words out of 5,000.</summary>
internal sealed class ImdbNet : nn.Module<Tensor, Tensor>
{
    private readonly Embedding _embedding = nn.Embedding(5000, 50);
    private readonly Conv1d? _conv;
    private readonly Conv2d? _wide;
    private readonly Linear _dense1 = nn.Linear(250, 250);
    private readonly Linear _dense2 = nn.Linear(250, 1);
    private readonly string _pool;

    internal ImdbNet(string pool, bool channelsLast)
        : base("imdb")
    {
        _pool = pool;
        if (channelsLast)
        {
            _wide = nn.Conv2d(50, 250, (1, 3));
        }
        else
        {
            _conv = nn.Conv1d(50, 250, 3);
        }

        RegisterComponents();
        if (_wide is not null)
        {
            _wide.weight = Layout.ChannelsLast(_wide.weight!);
        }
    }

    public override Tensor forward(Tensor x)
    {
        x = F.dropout(_embedding.call(x), 0.2, training);
        x = _conv is not null ? _conv.call(x.transpose(1, 2)) : _wide!.call(x.unsqueeze(1).permute(0, 3, 1, 2)).squeeze(2);
        x = x.relu_();
        x = _pool switch
        {
            "max" => x.max(2).values,
            "amax" => x.amax([2L]),
            _ => F.max_pool1d(x, x.shape[2]).squeeze(2),
        };
        x = F.dropout(_dense1.call(x), 0.2, training).relu();
        return _dense2.call(x);
    }
}

/// <summary>Flowers of four measures, with batch normalisation.</summary>
internal sealed class Iris : nn.Module<Tensor, Tensor>
{
    private readonly Linear _dense1 = nn.Linear(4, 64);
    private readonly Linear _dense2 = nn.Linear(64, 128);
    private readonly Linear _dense3 = nn.Linear(128, 3);
    private readonly BatchNorm1d _norm1 = nn.BatchNorm1d(64);
    private readonly BatchNorm1d _norm2 = nn.BatchNorm1d(128);

    internal Iris()
        : base("iris") => RegisterComponents();

    public override Tensor forward(Tensor x)
    {
        x = _norm1.call(_dense1.call(x)).relu_();
        x = _norm2.call(_dense2.call(x)).relu_();
        return _dense3.call(x);
    }
}

using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace NeuralOpt.Keras.Peer;

/// <summary>What can be asked for, in one or several ways to write it.</summary>
internal static class Works
{
    /// <summary>The fastest of the ways: where there are several, each is tried some times.</summary>
    internal static Work Best(string name, bool tuned)
    {
        Work[] works = [.. Ways(name, tuned).Select(static make => make())];
        double[] best = new double[works.Length];
        Array.Fill(best, double.MaxValue);
        for (int round = 0; round < (works.Length > 1 ? 4 : 1); round++)
        {
            for (int i = 0; i < works.Length; i++)
            {
                double time = works[i].Run(2);
                best[i] = round == 0 && works.Length > 1 ? best[i] : Math.Min(best[i], time);
            }
        }

        return works[Array.IndexOf(best, best.Min())];
    }

    internal static IEnumerable<Func<Work>> Ways(string name, bool tuned) => name switch
    {
        "mnist" or "mnist-predict" => Each([false, true], last => Image(last, name == "mnist")),
        "imdb" => Each([("max", false), ("amax", false), ("max", true), ("amax", true), ("max_pool1d", false)], way => Words(way.Item1, way.Item2)),
        "iris" => [() => Training("plain", new Iris(), rand(40, 4), randint(0, 3, [40], ScalarType.Int64), static (y, t) => F.cross_entropy(y, t))],
        "product-1" => [Product],
        _ => [() => Eager.Make(name)],
    } is var ways && tuned ? ways : ways.Take(1);

    private static IEnumerable<Func<Work>> Each<T>(T[] ways, Func<T, Work> make) => ways.Select(way => (Func<Work>)(() => make(way)));

    private static Work Image(bool channelsLast, bool train)
    {
        Tensor x = rand(128, 1, 28, 28);
        MnistNet net = new(channelsLast);
        (x, string way) = channelsLast ? (Layout.ChannelsLast(x), "channels_last") : (x, "nchw");
        return train
            ? Training(way, net, x, randint(0, 10, [128], ScalarType.Int64), static (y, t) => F.cross_entropy(y, t))
            : Prediction(way, net, x);
    }

    private static Work Words(string pool, bool channelsLast)
        => Training(
            $"{(channelsLast ? "conv2d_channels_last" : "conv1d")}+{pool}", new ImdbNet(pool, channelsLast), randint(0, 5000, [32, 400], ScalarType.Int64),
            randint(0, 2, [32, 1], ScalarType.Int64).to(ScalarType.Float32), static (y, t) => F.binary_cross_entropy_with_logits(y, t));

    /// <summary>Gradients to null, forward, loss, backward, Adam, the loss read; one fixed batch again and again.</summary>
    private static Work Training(string way, nn.Module<Tensor, Tensor> net, Tensor x, Tensor y, Func<Tensor, Tensor, Tensor> loss)
    {
        net.train();
        optim.Optimizer adam = optim.Adam(net.parameters(), 1e-3);
        return new(way, () =>
        {
            using DisposeScope scope = NewDisposeScope();
            net.zero_grad(set_to_none: true);
            Tensor value = loss(net.call(x), y);
            value.backward();
            adam.step();
            value.item<float>();
        });
    }

    private static Work Prediction(string way, nn.Module<Tensor, Tensor> net, Tensor x)
    {
        net.eval();
        return new(way, () =>
        {
            using DisposeScope scope = NewDisposeScope();
            using IDisposable mode = inference_mode(true);
            net.call(x).softmax(1)[0, 0].item<float>();
        });
    }

    /// <summary>A product of 512 x 512 x 512 on one thread: whether there is a fast BLAS beneath.</summary>
    private static Work Product()
    {
        Tensor a = rand(512, 512), b = rand(512, 512);
        return new("one_thread", () =>
        {
            int threads = get_num_threads();
            set_num_threads(1);
            a.matmul(b).Dispose();
            set_num_threads(threads);
        });
    }
}

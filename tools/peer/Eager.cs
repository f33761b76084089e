using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace NeuralOpt.Keras.Peer;

/// <summary>Single ops on 16 elements, each result disposed at once, which is the fastest way; and a step of a small net. On one thread.</summary>
internal static class Eager
{
    internal static Work Make(string name)
    {
        // Waking a second thread costs more than all the arithmetic.
        set_num_threads(1);
        Tensor a = rand(16), b = rand(16), m = rand(4, 4);
        return new("eager", name switch
        {
            "add" => () => (a + b).Dispose(),
            "multiply" => () => (a * b).Dispose(),
            "exp" => () => a.exp().Dispose(),
            "relu" => () => a.relu().Dispose(),
            "sum" => () => a.sum().Dispose(),
            "matmul" => () => m.matmul(m).Dispose(),
            "element" => () => m[1, 2].Dispose(),
            "step" => Step(),
            _ => throw new ArgumentException($"peer: there must be work of that name. Received: '{name}'."),
        });
    }

    /// <summary>8-30-1, batch 32, tanh, mean squared error, stochastic gradient descent; the loss is read.</summary>
    private static Action Step()
    {
        Linear hidden = nn.Linear(8, 30), output = nn.Linear(30, 1);
        optim.Optimizer sgd = optim.SGD([.. hidden.parameters(), .. output.parameters()], 0.01);
        Tensor x = rand(32, 8), y = rand(32, 1);
        return () =>
        {
            using DisposeScope scope = NewDisposeScope();
            sgd.zero_grad();
            Tensor loss = F.mse_loss(output.call(hidden.call(x).tanh()), y);
            loss.backward();
            sgd.step();
            loss.item<float>();
        };
    }
}

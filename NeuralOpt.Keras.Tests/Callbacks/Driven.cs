using System.Text.Json.Nodes;
using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Optimizers;
using NeuralOpt.Keras.Tests.Models;

namespace NeuralOpt.Keras.Tests.Callbacks;

/// <summary>A callback driven by hand with the values of a recorded case, as the goldens' protocol says.</summary>
internal sealed class Driven
{
    private Driven(JsonObject golden, Func<JsonObject, Callback> make)
    {
        JsonObject config = golden["config"] as JsonObject ?? [];
        string monitor = (string?)config["monitor"] ?? "val_loss";
        Callback = make(config);
        Model.Compile(new SGD(0.1), "mse");
        Written = Printed.By(() =>
        {
            Callback.SetModel(Model);
            Callback.SetParams(new Dictionary<string, int> { ["epochs"] = 12, ["verbose"] = 0 });
            Callback.OnTrainBegin([]);
            foreach (JsonNode? node in golden["sequence"]!.AsArray())
            {
                double v = node!.GetValueKind() == System.Text.Json.JsonValueKind.String ? double.NaN : (double)node;
                Callback.OnEpochBegin(Epochs, []);
                Model.SetWeights([Ops.Full((1, 1), Epochs + 1)]);
                Callback.OnEpochEnd(Epochs++, new Logs { ["loss"] = 0.9 * v, [monitor] = v });
                Rates.Add(Model.Optimizer!.LearningRate);
                if (Model.StopTraining)
                {
                    break;
                }
            }

            Callback.OnTrainEnd([]);
        });
    }

    internal Callback Callback { get; }

    internal Sequential Model { get; } = new([new Input(1), new Dense(1, useBias: false, kernelInitializer: "zeros")]);

    internal int Epochs { get; private set; }

    internal List<double> Rates { get; } = [];

    internal string Written { get; }

    /// <summary>Every recorded case of a callback, compared with what comes of it here.</summary>
    internal static void All(string name, Func<JsonObject, Callback> make)
    {
        JsonObject[] cases = [.. JsonNode.Parse(File.ReadAllText(Fixture.PathOf("goldens/callbacks.json")))!.AsArray()
            .Select(c => (JsonObject)c!).Where(c => (string?)c["callback"] == name)];
        Assert.IsNotEmpty(cases);
        foreach (JsonObject golden in cases)
        {
            string id = (string)golden["id"]!;
            Driven run = new(golden, make);
            JsonNode expect = golden["expect"]!;
            Assert.AreEqual((int)expect["epochs_run"]!, run.Epochs, id);
            Assert.AreEqual((double)expect["final_weight"]!, run.Model.GetWeights()[0].Item(), id);
            Assert.AreEqual((string)expect["stdout"]!, run.Written, id);
            double[] rates = [.. expect["learning_rates"]!.AsArray().Select(r => (double)r!)];
            Assert.HasCount(rates.Length, run.Rates);
            for (int i = 0; i < rates.Length; i++)
            {
                Assert.AreEqual(rates[i], run.Rates[i], 1e-6 * rates[i], $"{id}, rate {i}");
            }

            if (run.Callback is MonitorCallback monitor && expect["best"] is { } best)
            {
                Assert.AreEqual((double)best, monitor.Best, id);
            }

            if (run.Callback is EarlyStopping early)
            {
                Assert.AreEqual((int)expect["stopped_epoch"]!, early.StoppedEpoch, id);
                Assert.AreEqual((int)expect["best_epoch"]!, early.BestEpoch, id);
            }
        }
    }
}

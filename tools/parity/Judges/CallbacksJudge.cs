using System.Globalization;
using System.Text.Json.Nodes;
using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Parity;

/// <summary>Callbacks driven by hand with a given sequence of a monitored value; and the order of all hooks in a program.</summary>
internal sealed class CallbacksJudge : Judge
{
    internal override IReadOnlyList<string> Families => ["callbacks"];

    protected override void Replay(GoldenCase golden, Comparison comparison)
    {
        if (golden.Text("program") is { } program)
        {
            Order(golden, program, comparison);
            return;
        }

        string folder = Directory.CreateTempSubdirectory("parity").FullName;
        try
        {
            Drive(golden, folder, comparison);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Drive(GoldenCase golden, string folder, Comparison comparison)
    {
        double[] sequence = [.. ((JsonArray)golden["sequence"]!).Select(static v => (double)new ObjectReader().Read(v, typeof(double), "sequence")!)];
        string monitor = golden["config"]?["monitor"]?.GetValue<string>() ?? golden.Text("monitor") ?? "val_loss";
        Callback callback = Make(golden, folder);
        Sequential model = Net();
        List<double> rates = [];
        int epoch = 0;
        string written = CapturedOutput.Of(() =>
        {
            callback.SetModel(model);
            callback.SetParams(new Dictionary<string, int> { ["epochs"] = sequence.Length, ["verbose"] = 0 });
            callback.OnTrainBegin([]);
            while (epoch < sequence.Length && !model.StopTraining)
            {
                callback.OnEpochBegin(epoch, []);
                model.SetWeights([Tensor.From([epoch + 1f], (1, 1))]);
                callback.OnEpochEnd(epoch, new Logs { ["loss"] = 0.9 * sequence[epoch], [monitor] = sequence[epoch] });
                rates.Add(model.Optimizer!.LearningRate);
                epoch++;
            }

            callback.OnTrainEnd([]);
        });

        if (golden.Text("content") is { } content)
        {
            string file = Directory.GetFiles(folder).Single();
            comparison.Equal("the file", content, File.ReadAllText(file));
        }

        Compare(golden["expect"] as JsonObject ?? [], new(callback, model, epoch, rates, written, folder), comparison);
    }

    private static void Compare(JsonObject expect, Outcomes outcomes, Comparison comparison)
    {
        foreach ((string key, JsonNode? expected) in expect)
        {
            if (expected is null)
            {
                continue;
            }

            switch (key)
            {
                case "epochs_run":
                    comparison.Equal(key, expected.GetValue<int>(), outcomes.Epochs);
                    break;
                case "learning_rates":
                    JsonArray rates = expected.AsArray();
                    comparison.Equal("number of learning rates", rates.Count, outcomes.Rates.Count);
                    for (int i = 0; i < Math.Min(rates.Count, outcomes.Rates.Count); i++)
                    {
                        comparison.Close($"learning rate {i}", rates[i]!.GetValue<double>(), outcomes.Rates[i], Tolerance.Elementwise);
                    }

                    break;
                case "final_weight":
                    comparison.Close(key, expected.GetValue<double>(), outcomes.Model.GetWeights()[0].Item(), Tolerance.Exact);
                    break;
                case "stdout":
                    comparison.Equal(key, expected.GetValue<string>(), outcomes.Written.Replace(outcomes.Folder + Path.DirectorySeparatorChar, "DIR/", StringComparison.Ordinal));
                    break;
                case "files":
                    comparison.Equal(key, string.Join(" ", expected.AsArray()), string.Join(" ", Directory.GetFileSystemEntries(outcomes.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
                    break;
                default:
                    object? actual = outcomes.Callback.GetType().GetProperty(NamingRule.Pascal(key))?.GetValue(outcomes.Callback);
                    double number = actual is null ? double.NaN : Convert.ToDouble(actual, CultureInfo.InvariantCulture);
                    comparison.Close(key, expected.GetValue<double>(), number, Tolerance.Elementwise);
                    break;
            }
        }
    }

    private static Callback Make(GoldenCase golden, string folder)
    {
        string name = golden.Required("callback");
        Type type = Registry.Find("keras.callbacks", name) ?? throw new MissingException($"the callback {name}");
        List<Argument> arguments = [];
        foreach ((string key, JsonNode? value) in golden["config"] as JsonObject ?? new JsonObject { ["filename"] = "log.csv" })
        {
            object? plain = Saving.DeserializeKerasObject(value);
            arguments.Add(new(key, key is "filepath" or "filename" ? Path.Combine(folder, (string)plain!)
                : key == "schedule" ? new PythonFunction(x => Evaluator.Run((string)plain!, new Dictionary<string, object?> { ["epoch"] = x[0], ["lr"] = x.ElementAtOrDefault(1) }))
                : plain));
        }

        return (Callback)Binder.Call(type.GetConstructors(), [.. arguments])!;
    }

    private static Sequential Net()
    {
        Type dense = Registry.Find("keras.layers", "Dense") ?? throw new MissingException("the layer Dense");
        Layer layer = (Layer)Binder.Call(dense.GetConstructors(), [new("units", 1), new("use_bias", false), new("kernel_initializer", "zeros")])!;
        Sequential model = new([new Input(1), layer]);
        model.Compile(new SGD(0.1), "mse");
        return model;
    }

    private static void Order(GoldenCase golden, string program, Comparison comparison)
    {
        Model model = Training.Build(golden);
        Training.Compile(model, golden["compile"]);
        Recorder recorder = new();
        Dictionary<string, object?> names = new() { ["ones"] = new Callable(static a => Ops.Ones((Shape)((object?[])a[0].Value!).Select(static d => (int?)d).ToArray())) };
        foreach (string method in (string[])["fit", "evaluate", "predict"])
        {
            names[method] = new Callable(a => Binder.Call(
                [.. typeof(Model).GetMethods().Where(m => m.Name == NamingRule.Pascal(method))],
                [.. a, new("verbose", 0), new("callbacks", new Callback[] { recorder })],
                model) is not null);
        }

        foreach (string statement in program.Split(';', StringSplitOptions.TrimEntries))
        {
            int equals = statement.IndexOf(" = ", StringComparison.Ordinal);
            object? value = Evaluator.Run(equals < 0 ? statement : statement[(equals + 3)..], names);
            string[] targets = equals < 0 ? [] : statement[..equals].Split(',', StringSplitOptions.TrimEntries);
            for (int i = 0; i < targets.Length; i++)
            {
                names[targets[i]] = targets.Length == 1 ? value : ((object?[])value!)[i];
            }
        }

        string[] expected = [.. ((JsonArray)golden["calls"]!).Select(static c => c!.ToJsonString())];
        comparison.Equal("number of calls", expected.Length, recorder.Calls.Count);
        for (int i = 0; i < Math.Min(expected.Length, recorder.Calls.Count); i++)
        {
            comparison.Equal($"call {i}", expected[i], recorder.Calls[i]);
        }
    }

    private sealed record Outcomes(Callback Callback, Model Model, int Epochs, List<double> Rates, string Written, string Folder);
}

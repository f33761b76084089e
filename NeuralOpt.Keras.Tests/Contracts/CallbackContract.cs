using System.Reflection;
using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Tests;

/// <summary>What every callback does.</summary>
internal static class CallbackContract
{
    internal static void Check(Func<Callback> make)
    {
        WorksInFitTwice(make());
        WorksInEvaluateAndPredict(make());
        SaysWhatItMissesWhenDrivenByHand(make);
    }

    private static void WorksInFitTwice(Callback callback)
    {
        Sequential model = Net();
        for (int run = 0; run < 2; run++)
        {
            History history = model.Fit(Ops.Ones((4, 1)), Ops.Ones((4, 1)), batchSize: 2, epochs: 2, validationSplit: 0.5, verbose: 0, callbacks: [callback]);
            Assert.HasCount(2, history.Epoch);
            Assert.AreSame(model, callback.Model);
        }
    }

    private static void WorksInEvaluateAndPredict(Callback callback)
    {
        Sequential model = Net();
        Assert.IsTrue(double.IsFinite(model.Evaluate(Ops.Ones((4, 1)), Ops.Ones((4, 1)), verbose: 0, callbacks: [callback])[0]));
        Assert.AreEqual((Shape)(4, 1), model.Predict(Ops.Ones((4, 1)), verbose: 0, callbacks: [callback]).Shape);
    }

    // Before it knows a model and its parameters a hook does nothing, or says in a sentence of ours what is missing.
    private static void SaysWhatItMissesWhenDrivenByHand(Func<Callback> make)
    {
        foreach (MethodInfo hook in typeof(Callback).GetMethods().Where(m => m.Name.StartsWith("On", StringComparison.Ordinal)))
        {
            object[] arguments = hook.GetParameters().Length == 2 ? [0, new Logs { ["loss"] = 1, ["val_loss"] = 1 }] : [new Logs { ["loss"] = 1 }];
            try
            {
                hook.Invoke(make(), arguments);
            }
            catch (TargetInvocationException e)
            {
                Assert.IsInstanceOfType<IKerasException>(e.InnerException, $"{hook.Name}: {e.InnerException}");
            }
        }
    }

    private static Sequential Net()
    {
        Sequential model = new([new Input(1), new Dense(1)]);
        model.Compile(new SGD(0.1), "mse");
        return model;
    }
}

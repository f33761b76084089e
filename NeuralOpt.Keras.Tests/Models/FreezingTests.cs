using System.Text.Json.Nodes;
using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Optimizers;

namespace NeuralOpt.Keras.Tests.Models;

[TestClass]
public class FreezingTests
{
    [TestMethod]
    public void Transfer_learning_gives_the_numbers_of_Keras()
    {
        Replay replay = new("transfer_freeze_then_finetune");
        Model model = replay.Model("initial");
        string[] histories = ["history_frozen", "history_unfrozen"];
        for (int i = 0; i < replay.Phases.Count; i++)
        {
            JsonNode phase = replay.Phases[i]!;
            model.GetLayer("base").Trainable = (bool)phase["set"]!["base.trainable"]!;
            model.CompileFromConfig((JsonObject)phase["compile"]!);
            History history = replay.Fit(model, replay["fit"]);
            replay.Compare(histories[i], history);
            replay.CompareWeights(model, (string)phase["weights_after"]!);
        }
    }

    [TestMethod]
    public void Freezing_a_model_freezes_what_is_inside()
    {
        Sequential inner = new([new Input(3), new Dense(2), new Dense(2)], name: "inner");
        Sequential outer = new([new Input(3), inner, new Dense(1)]);
        inner.Trainable = false;
        Assert.HasCount(2, outer.TrainableWeights);
        Assert.HasCount(4, outer.NonTrainableWeights);
        Assert.IsFalse(inner.Layers[0].Trainable);
        inner.Layers[1].Trainable = true;
        Assert.HasCount(2, outer.TrainableWeights);
        inner.Trainable = true;
        Assert.HasCount(6, outer.TrainableWeights);
    }

    [TestMethod]
    public void A_layer_that_was_frozen_before_it_was_built_stays_so()
    {
        Dense dense = new(2);
        dense.Trainable = false;
        dense.Apply(Ops.Ones((1, 3)));
        Assert.HasCount(0, dense.TrainableWeights);
        dense.Trainable = true;
        Assert.HasCount(2, dense.TrainableWeights);
    }

    [TestMethod]
    public void A_frozen_weight_does_not_move()
    {
        Sequential model = new([new Input(3), new Dense(2), new Dense(1)]);
        model.Layers[0].Trainable = false;
        model.Compile(new SGD(0.5), "mse");
        Tensor[] before = model.GetWeights();
        model.Fit(Ops.Ones((4, 3)), Ops.Ones((4, 1)) * 9, epochs: 2, verbose: 0);
        Tensor[] after = model.GetWeights();
        Assert.IsTrue((bool)Ops.All(Ops.Equal(before[0], after[0])));
        Assert.IsFalse((bool)Ops.All(Ops.Equal(before[2], after[2])));
    }

    [TestMethod]
    public void A_change_after_the_first_step_takes_effect_with_the_next_Compile()
    {
        Sequential model = new([new Input(3), new Dense(2), new Dense(1)]);
        model.Compile(new SGD(0.01), "mse");
        model.Fit(Ops.Ones((4, 3)), Ops.Ones((4, 1)), verbose: 0);
        model.Layers[0].Trainable = false;
        Tensor before = model.GetWeights()[0];

        // Another batch size traces the step again.
        model.Fit(Ops.Ones((5, 3)), Ops.Ones((5, 1)) * 9, verbose: 0);
        Tensor between = model.GetWeights()[0];
        Assert.IsFalse((bool)Ops.All(Ops.Equal(before, between)));
        model.Compile(new SGD(0.01), "mse");
        model.Fit(Ops.Ones((5, 3)), Ops.Ones((5, 1)) * 9, verbose: 0);
        Assert.IsTrue((bool)Ops.All(Ops.Equal(between, model.GetWeights()[0])));
    }

    [TestMethod]
    public void A_model_with_nothing_to_train_is_still_evaluated_by_Fit()
    {
        Sequential model = new([new Input(1), new Dense(1, kernelInitializer: "ones")]);
        model.Trainable = false;
        model.Compile("adam", "mse");
        Assert.AreEqual(1, model.Fit(Ops.Ones((4, 1)), Ops.Zeros((4, 1)), verbose: 0)["loss"][0], 1e-6);
    }

    [TestMethod]
    public void Penalties_of_frozen_weights_do_not_count()
    {
        Sequential model = new([new Input(1), new Dense(1, kernelInitializer: "ones", kernelRegularizer: new Keras.Regularizers.L2(0.5))]);
        Assert.AreEqual(0.5, model.Losses.Single().Item(), 1e-6);
        model.Trainable = false;
        Assert.HasCount(0, model.Losses);
    }
}

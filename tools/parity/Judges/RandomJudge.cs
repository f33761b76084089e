using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Parity;

/// <summary>keras.random: the same seed, the same numbers.</summary>
internal sealed class RandomJudge : Judge
{
    internal override IReadOnlyList<string> Families => ["random"];

    protected override void Replay(GoldenCase golden, Comparison comparison)
    {
        if (golden.Has("draw"))
        {
            Generator(golden, comparison);
        }
        else if (golden.Has("dropout_output"))
        {
            Program(golden, comparison);
        }
        else
        {
            Tensor value = Evaluator.Run(golden.Required("call"), new Dictionary<string, object?>()) as Tensor ?? throw new MissingException("a draw that is no tensor");
            comparison.Close("value", golden.Array("value"), value, Tolerance.Exact);
        }
    }

    // Its state, then what is drawn from it, several times.
    private static void Generator(GoldenCase golden, Comparison comparison)
    {
        SeedGenerator generator = new(golden["seed"]!.GetValue<int>());
        Tensor[] draws = golden.Given("draw");
        for (int i = 0; i < draws.Length; i++)
        {
            comparison.Close($"state {i}", golden.All("state")[i], generator.Next(), Tolerance.Exact);
            object? draw = Binder.Call(Functions.Find("keras.random.uniform"), [new(null, new object?[] { draws[i].Size }), new("seed", generator)]);
            comparison.Close($"draw {i}", draws[i], (Tensor)draw!, Tolerance.Exact);
        }
    }

    private static void Program(GoldenCase golden, Comparison comparison)
    {
        Utils.SetRandomSeed(golden["seed"]!.GetValue<long>());
        Model model = Training.Build(golden);
        IReadOnlyList<Tensor?> weights = golden.All("weight");
        for (int i = 0; i < Math.Min(weights.Count, model.Weights.Count); i++)
        {
            comparison.Close($"weight {i}", weights[i], model.Weights[i].Value, Tolerance.Exact);
        }

        int[] permutation = new NumpyRandom((uint)golden["seed"]!.GetValue<long>()).Permutation(17);
        comparison.Close("permutation", golden.Given("permutation")[0], Tensor.From<int>(permutation, 17), Tolerance.Exact);

        Tensor[] outputs = golden.Given("dropout_output");
        Tensor input = Ops.Ones(model.Inputs[0].Shape.With(0, outputs[0].Shape.At(0)));
        for (int i = 0; i < outputs.Length; i++)
        {
            comparison.Close($"output {i}", outputs[i], model.Apply(input, training: true), Tolerance.Sum(model.CountParams()));
        }
    }
}

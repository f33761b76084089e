using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras.Tests.Training;

[TestClass]
public sealed class SampleOrderTests
{
    [TestMethod]
    [DataRow(1L, new[] { 2, 4, 0, 8, 9, 1, 5, 6, 3, 7 })]
    [DataRow(42L, new[] { 3, 8, 7, 5, 2, 0, 1, 6, 9, 4 })]
    [DataRow(0L, new[] { 2, 0, 5, 8, 7, 1, 9, 6, 3, 4 })]
    [DataRow(2147483647L, new[] { 2, 0, 5, 8, 7, 1, 9, 6, 3, 4 })]
    [DataRow(4294967295L, new[] { 2, 4, 0, 8, 9, 1, 5, 6, 3, 7 })]
    public void Under_a_seed_every_pass_has_the_order_of_TensorFlow(long seed, int[] expected)
    {
        using IDisposable session = Session.Enter();
        Utils.SetRandomSeed(seed);
        CollectionAssert.AreEqual(expected, SampleOrder.Next(10, true, 4));
        _ = Session.Current.NextSeed();
        CollectionAssert.AreEqual(expected, SampleOrder.Next(10, true, 3));
    }

    [TestMethod]
    public void A_long_order_is_that_of_TensorFlow()
    {
        using IDisposable session = Session.Enter();
        Utils.SetRandomSeed(1);
        ulong sum = 0;
        int[] order = SampleOrder.Next(100_000, true, 32)!;
        for (int i = 0; i < order.Length; i++)
        {
            sum += (ulong)(i + 1) * (ulong)order[i];
        }

        Assert.AreEqual(0x0000e3e719f94826ul, sum);
    }

    [TestMethod]
    [DataRow(1L, 20, 6, new[] { 4, 2, 1, 0, 5, 3, 6, 8, 10, 11, 9, 7, 12, 17, 15, 13, 16, 14, 19, 18 })]
    [DataRow(42L, 10, 4, new[] { 3, 2, 0, 1, 7, 5, 6, 4, 9, 8 })]
    public void Batches_are_shuffled_in_themselves_by_one_generator(long seed, int count, int batchSize, int[] expected)
    {
        using IDisposable session = Session.Enter();
        Utils.SetRandomSeed(seed);
        CollectionAssert.AreEqual(expected, SampleOrder.Next(count, "batch", batchSize));
    }

    [TestMethod]
    public void Without_a_seed_every_pass_has_another_order()
    {
        using IDisposable session = Session.Enter();
        CollectionAssert.AreNotEqual(SampleOrder.Next(1000, true, 4), SampleOrder.Next(1000, true, 4));
        Assert.IsNull(SampleOrder.Next(1000, false, 4));
    }

    [TestMethod]
    public void Short_epochs_go_on_in_the_same_order_and_start_anew_at_its_end()
    {
        using IDisposable session = Session.Enter();
        Utils.SetRandomSeed(1);
        TrainingBatches batches = new(new(Ops.Arange(10), null, null, "Fit"), 4, 2, true, "Fit");
        List<string> warnings = [];
        using IDisposable redirection = KerasWarnings.Redirect(warnings.Add);
        CollectionAssert.AreEqual(new[] { 2, 4, 0, 8, 9, 1, 5, 6 }, Epoch());
        Assert.HasCount(0, warnings);
        CollectionAssert.AreEqual(new[] { 3, 7 }, Epoch());
        CollectionAssert.AreEqual(new[] { 2, 4, 0, 8, 9, 1, 5, 6 }, Epoch());
        CollectionAssert.AreEqual(new[] { 3, 7 }, Epoch());
        Assert.AreEqual(
            "Fit: the input ran out of data after 1 of 2 steps, which ends the epoch there. Give as many steps as there are batches (3), or leave the number out.", warnings.Single());

        int[] Epoch()
        {
            batches.StartEpoch();
            List<int> seen = [];
            for (int b = 0; b < batches.Steps && batches.Next(b) is { } batch; b++)
            {
                seen.AddRange(batch[0].ToArray<int>());
            }

            return [.. seen];
        }
    }

    [TestMethod]
    public void The_part_for_validation_is_cut_off_before_the_shuffle()
    {
        (ArrayData training, ArrayData validation) = new ArrayData(Ops.Arange(10), null, null, "Fit").Split(0.25, "Fit");
        CollectionAssert.AreEqual(new[] { 0, 1, 2, 3, 4, 5, 6 }, training.X[0].ToArray<int>());
        CollectionAssert.AreEqual(new[] { 7, 8, 9 }, validation.X[0].ToArray<int>());
    }
}

using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras.Tests.Training;

[TestClass]
public class BatchFeedTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(60_000)]
    public void Every_row_comes_once_in_its_order(int width)
    {
        Tensor x = Ops.BroadcastTo(Ops.Reshape(Ops.Arange(10), (10, 1)), (10, width));
        int[] order = [9, 0, 8, 1, 7, 2, 6, 3, 5, 4];
        using BatchFeed feed = new([x, Ops.Arange(10, dtype: DType.Int32)], 10, order, batchSize: 3);
        Assert.AreEqual(4, feed.Steps);
        List<int> rows = [];
        List<int> labels = [];
        for (int i = 0; i < feed.Steps; i++)
        {
            Tensor[] batch = feed.Next();
            float[] values = batch[0].ToArray<float>();
            rows.AddRange(Enumerable.Range(0, values.Length / width).Select(r => (int)values[(r * width) + width - 1]));
            labels.AddRange(batch[1].ToArray<int>());
        }

        CollectionAssert.AreEqual(order, rows);
        CollectionAssert.AreEqual(order, labels);
    }

    [TestMethod]
    public void It_ends_before_all_was_taken()
    {
        Tensor x = Ops.Ones((50, 60_000));
        BatchFeed feed = new([x], 50, order: null, batchSize: 5);
        feed.Next();
        feed.Dispose();
        Assert.AreEqual(10, feed.Steps);
    }
}

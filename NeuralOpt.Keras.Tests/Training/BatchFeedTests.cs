using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras.Tests.Training;

[TestClass]
public class BatchFeedTests
{
    [TestMethod]
    public void Every_row_comes_once_in_its_order()
    {
        const int width = 7;
        Tensor x = Ops.BroadcastTo(Ops.Reshape(Ops.Arange(10), (10, 1)), (10, width));
        int[] order = [9, 0, 8, 1, 7, 2, 6, 3, 5, 4];
        BatchFeed feed = new([x, Ops.Arange(10, dtype: DType.Int32)], 10, order, batchSize: 3);
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
}

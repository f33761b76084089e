using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests;

[TestClass]
public sealed class MemoryPlanTests
{
    [TestMethod]
    [DataRow(40, 5, 1)]
    [DataRow(300, 20, 2)]
    [DataRow(2000, 8, 3)]
    [DataRow(2000, 400, 4)]
    public void Blocks_lie_at_the_lowest_place_that_is_free_for_their_whole_life(int count, int life, int seed)
    {
        Random random = new(seed);
        MemoryPlan plan = new();
        MemoryPlan.Block[] blocks = [.. Enumerable.Range(0, count).Select(i => plan.Request(random.Next(1, 4000), i, i + random.Next(0, life)))];
        plan.Place();

        // Every byte's users one after the other, and nobody higher than needed.
        List<MemoryPlan.Block> placed = [];
        foreach (MemoryPlan.Block block in blocks.OrderByDescending(b => b.Bytes))
        {
            long offset = 0;
            foreach (MemoryPlan.Block other in placed.Where(o => o.Last >= block.First && o.First <= block.Last).OrderBy(o => o.Offset))
            {
                if (other.Offset - offset >= block.Bytes)
                {
                    break;
                }

                offset = Math.Max(offset, other.Offset + other.Bytes);
            }

            Assert.AreEqual(offset, block.Offset);
            placed.Add(block);
        }

        Assert.AreEqual(blocks.Max(b => b.Offset + b.Bytes), plan.Bytes);
    }
}

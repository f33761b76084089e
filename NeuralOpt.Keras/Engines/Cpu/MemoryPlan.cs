namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Places buffers in one arena so that those alive at the same time do not overlap.</summary>
internal sealed class MemoryPlan
{
    private const long Alignment = 64;

    private static readonly Comparer<Block> s_byOffset = Comparer<Block>.Create(static (a, b) => a.Offset.CompareTo(b.Offset));

    private readonly List<Block> _blocks = [];

    /// <summary>Bytes of the whole arena.</summary>
    internal long Bytes { get; private set; }

    /// <summary>Number of buffers in the arena.</summary>
    internal int Count => _blocks.Count;

    /// <summary>Bytes if each buffer had memory of its own.</summary>
    internal long BytesUnshared => _blocks.Sum(b => b.Bytes);

    /// <summary>Asks for memory from step <paramref name="first"/> to step <paramref name="last"/>, both included.</summary>
    internal Block Request(long bytes, int first, int last)
    {
        Block block = new(Math.Max(Alignment, (bytes + Alignment - 1) / Alignment * Alignment), first, last);
        _blocks.Add(block);
        return block;
    }

    /// <summary>Greatest first, each at the lowest place that is free for its whole life.</summary>
    internal void Place()
    {
        // In the order of their offsets, so that one walk finds the first gap.
        List<Block> placed = [];
        foreach (Block block in _blocks.OrderByDescending(b => b.Bytes))
        {
            long offset = 0;
            foreach (Block other in placed)
            {
                if (other.Last < block.First || block.Last < other.First)
                {
                    continue;
                }

                if (other.Offset - offset >= block.Bytes)
                {
                    break;
                }

                offset = Math.Max(offset, other.Offset + other.Bytes);
            }

            block.Offset = offset;
            Bytes = Math.Max(Bytes, offset + block.Bytes);
            int at = placed.BinarySearch(block, s_byOffset);
            placed.Insert(at < 0 ? ~at : at, block);
        }
    }

    /// <summary>A place in the arena.</summary>
    internal sealed class Block(long bytes, int first, int last)
    {
        internal long Bytes { get; } = bytes;

        internal int First { get; } = first;

        internal int Last { get; } = last;

        internal long Offset { get; set; }
    }
}

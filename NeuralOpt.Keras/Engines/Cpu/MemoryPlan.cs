using System.Numerics;

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

    /// <summary>Largest first, each at the lowest place that is free for its whole life.</summary>
    internal void Place()
    {
        // In the order of their offsets, so that one walk finds the first gap.
        List<Block> placed = [];
        Lifetimes lives = new(_blocks);
        List<Block> meeting = [];
        foreach (Block block in _blocks.OrderByDescending(b => b.Bytes))
        {
            // Of a long program most blocks are dead most of the time: then the few that meet this one are put in order instead.
            long offset = lives.TryFind(block, placed.Count / 16, meeting) ? FirstGap(block, Sorted(meeting)) : FirstGap(block, placed);
            block.Offset = offset;
            Bytes = Math.Max(Bytes, offset + block.Bytes);
            int at = placed.BinarySearch(block, s_byOffset);
            placed.Insert(at < 0 ? ~at : at, block);
            lives.Add(block);
        }
    }

    private static List<Block> Sorted(List<Block> blocks)
    {
        blocks.Sort(s_byOffset);
        return blocks;
    }

    private static long FirstGap(Block block, List<Block> byOffset)
    {
        long offset = 0;
        foreach (Block other in byOffset)
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

        return offset;
    }

    /// <summary>A place in the arena.</summary>
    internal sealed class Block(long bytes, int first, int last)
    {
        internal long Bytes { get; } = bytes;

        internal int First { get; } = first;

        internal int Last { get; } = last;

        internal long Offset { get; set; }
    }

    /// <summary>Which placed blocks live at the same time as another, found without looking at all of them.</summary>
    private sealed class Lifetimes
    {
        private readonly int _leaves;
        private readonly List<Block>?[] _beginning;

        // A tree over the steps: a block stands at the few nodes that together cover its life.
        private readonly List<Block>?[] _covering;

        internal Lifetimes(List<Block> blocks)
        {
            int steps = blocks.Count == 0 ? 1 : blocks.Max(static b => b.Last) + 1;
            _leaves = (int)BitOperations.RoundUpToPowerOf2((uint)steps);
            _beginning = new List<Block>?[steps];
            _covering = new List<Block>?[2 * _leaves];
        }

        internal void Add(Block block)
        {
            (_beginning[block.First] ??= []).Add(block);
            for (int left = block.First + _leaves, right = block.Last + _leaves + 1; left < right; left >>= 1, right >>= 1)
            {
                if ((left & 1) == 1)
                {
                    (_covering[left++] ??= []).Add(block);
                }

                if ((right & 1) == 1)
                {
                    (_covering[--right] ??= []).Add(block);
                }
            }
        }

        /// <summary>The blocks that meet another, each once, unless there are more than <paramref name="most"/>.</summary>
        internal bool TryFind(Block block, int most, List<Block> found)
        {
            found.Clear();
            for (int node = block.First + _leaves; node >= 1; node >>= 1)
            {
                found.AddRange(_covering[node] ?? []);
            }

            for (int step = block.First + 1; step <= block.Last && found.Count <= most; step++)
            {
                found.AddRange(_beginning[step] ?? []);
            }

            return found.Count <= most;
        }
    }
}

using NeuralOpt.Keras.Engines;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests.Engines.Cpu.Randomness;

[TestClass]
public sealed class PhiloxWordsTests
{
    [TestMethod]
    [DataRow(1u)]
    [DataRow(256u)]
    public unsafe void Blocks_made_together_are_those_made_one_by_one(uint stride)
    {
        const int Blocks = 61;
        Philox stream = Philox.FromSeeds(42, 7);
        foreach (SimdLevel level in Simd.Levels)
        {
            foreach (ulong first in new[] { 0ul, 5ul, (1ul << 32) - 13, (3ul << 32) - 8, ulong.MaxValue - 40 })
            {
                uint[] words = new uint[4 * Blocks];
                fixed (uint* to = words)
                {
                    PhiloxWords.Fill(stream, first, Blocks, to, level, stride);
                }

                uint[] expected = new uint[4];
                for (int i = 0; i < Blocks; i++)
                {
                    stream.Block(first + ((ulong)i * stride), expected);
                    CollectionAssert.AreEqual(expected, words[(4 * i)..(4 * (i + 1))], $"{level}: block {first} + {i} * {stride}");
                }
            }
        }
    }
}

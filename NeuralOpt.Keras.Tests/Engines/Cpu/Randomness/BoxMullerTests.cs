using NeuralOpt.Keras.Engines;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests.Engines.Cpu.Randomness;

[TestClass]
public sealed class BoxMullerTests
{
    [TestMethod]
    [DataRow(0u, 0u, 0x00000000u, 0x40b5afa8u)]
    [DataRow(0x12345678u, 0x9abcdef0u, 0x3e5187bdu, 0xbfa92bc8u)]
    public void Two_words_give_the_published_pair(uint x0, uint x1, uint first, uint second)
    {
        (float a, float b) = BoxMuller.Pair(x0, x1);
        Assert.AreEqual((first, second), (BitConverter.SingleToUInt32Bits(a), BitConverter.SingleToUInt32Bits(b)));
    }

    [TestMethod]
    public void Logarithm_sine_and_cosine_are_the_C_librarys_for_every_argument()
    {
        (ulong sin, ulong cos, ulong r) = (0, 0, 0);
        for (uint m = 0; m < 1 << 23; m++)
        {
            float u = BoxMuller.Unit(m);
            (float s, float c) = BoxMuller.SinCos((float)(2 * Math.PI * u));
            sin += (m + 1ul) * BitConverter.SingleToUInt32Bits(s);
            cos += (m + 1ul) * BitConverter.SingleToUInt32Bits(c);
            r += (m + 1ul) * BitConverter.SingleToUInt32Bits(MathF.Sqrt(-2f * BoxMuller.Log(Math.Max(u, 1e-7f))));
        }

        Assert.AreEqual((0x36d22a0a18fe3cc3ul, 0x36ceab8c7efd0548ul, 0x6b46320afd5af4c5ul), (sin, cos, r));
    }

    [TestMethod]
    public unsafe void Blocks_made_together_are_those_made_one_by_one()
    {
        Philox stream = Philox.FromSeeds(42, 7);
        foreach (ulong first in new[] { 0ul, 5ul, (1ul << 32) - 13, (3ul << 32) - 8, ulong.MaxValue - 40 })
        {
            uint[] words = new uint[4 * 37];
            fixed (uint* to = words)
            {
                PhiloxWords.Fill(stream, first, 37, to);
            }

            uint[] expected = new uint[4];
            for (int i = 0; i < 37; i++)
            {
                stream.Block(first + (ulong)i, expected);
                CollectionAssert.AreEqual(expected, words[(4 * i)..(4 * (i + 1))], $"block {first} + {i}");
            }
        }
    }
}

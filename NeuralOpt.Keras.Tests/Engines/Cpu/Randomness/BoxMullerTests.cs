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
    public unsafe void Every_register_width_gives_the_same_pairs_for_every_argument()
    {
        const int Tile = 4096;
        uint[] words = new uint[Tile];
        foreach (SimdLevel level in Simd.Levels)
        {
            for (uint m = 0; m < 1 << 23; m += Tile / 2)
            {
                for (uint i = 0; i < Tile; i += 2)
                {
                    // Upper bits that must be ignored; the second word runs the other way.
                    (words[i], words[i + 1]) = (0xA5800000 | (m + (i / 2)), 0x5A000000 | (0x7FFFFF - m - (i / 2)));
                }

                fixed (uint* at = words)
                {
                    BoxMullerLanes.Run(at, Tile, level);
                }

                for (uint i = 0; i < Tile; i += 2)
                {
                    (float first, float second) = BoxMuller.Pair(m + (i / 2), 0x7FFFFF - m - (i / 2));
                    if (BitConverter.SingleToUInt32Bits(first) != words[i] || BitConverter.SingleToUInt32Bits(second) != words[i + 1])
                    {
                        Assert.Fail($"{level}: argument {m + (i / 2)}");
                    }
                }
            }
        }
    }
}

using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras.Tests.Engines;

[TestClass]
public sealed class PhiloxTests
{
    [TestMethod]
    [DataRow(0, 0, new[] { 0xe79b028eu, 0xa0da5e89u, 0x4de6687au, 0xabe2a952u, 0x2131bd46u })]
    [DataRow(1, 0, new[] { 0xe770724du, 0x98bae0a2u, 0xfeccd658u, 0xebb240a4u, 0x4d2068a3u })]
    [DataRow(1, 1, new[] { 0xe18c9458u, 0xe112006fu, 0x8f3a48b3u, 0x2b0da48fu, 0x309a9299u })]
    [DataRow(42, 0, new[] { 0x48a426c5u, 0x3cbfcc20u, 0x715b9425u, 0x9e0295fbu, 0x9c0a0f81u })]
    public void A_pair_of_seeds_gives_the_words_of_TensorFlow(int seed0, int seed1, uint[] expected)
    {
        uint[] words = new uint[8];
        Philox stream = Philox.FromSeeds(seed0, seed1);
        stream.Block(0, words);
        stream.Block(1, words.AsSpan(4));
        CollectionAssert.AreEqual(expected, words[..5]);
    }

    [TestMethod]
    public void The_published_vectors_hold()
    {
        uint[] words = new uint[4];
        Philox.FromKey(0, 0).Block(0, words);
        CollectionAssert.AreEqual(new[] { 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u }, words);
        Philox.FromKey(-1, -1).Block(ulong.MaxValue, words);
        CollectionAssert.AreEqual(new[] { 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu }, words);
    }
}

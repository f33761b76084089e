using NeuralOpt.Keras.Engines;
using NeuralOpt.Keras.Engines.Cpu;
using Random = NeuralOpt.Keras.Engines.Random;

namespace NeuralOpt.Keras.Tests.Engines.Cpu.Randomness;

[TestClass]
public sealed class RandomTests
{
    [TestMethod]
    public void Uniform_gives_the_numbers_of_TensorFlow()
        => Bits([0x3e909b14, 0x3eff3080, 0x3f37284a, 0x3ca57ec0, 0x3da0f810], Draw(new(RandomKind.Uniform, 0, 1), new(5), 42));

    [TestMethod]
    public void Normal_gives_the_numbers_of_TensorFlow()
        => Bits([0x3c8192d0, 0xbfcb87f8, 0x3dd42955, 0x3f4fce95, 0xbfce201d], Draw(new(RandomKind.Normal), new(5), 42));

    [TestMethod]
    public void Truncated_normal_gives_the_numbers_of_TensorFlow()
        => Bits(
            [0x3c8192d0, 0xbfcb87f8, 0x3dd42955, 0x3f4fce95, 0xbcaf5f84, 0x3df1d255, 0xbbb76f58, 0xbe1445d5, 0xbd415945],
            Draw(new(RandomKind.TruncatedNormal), new(9), 42));

    [TestMethod]
    public void Integers_are_the_numbers_of_TensorFlow()
        => CollectionAssert.AreEqual(new[] { 381, 592, 109, 595, 25 }, Draw(new(RandomKind.Integer, 0, 1000), new(5, DType.Int32), 42).ToArray<int>());

    [TestMethod]
    [DataRow("Uniform", 0x8924c8d405e2a82eul)]
    [DataRow("Normal", 0xc7320ce8f4285120ul)]
    [DataRow("TruncatedNormal", 0xba660abf6df3b838ul)]
    [DataRow("Integer", 0x0000e339bf49c946ul)]
    public void A_million_numbers_are_those_of_TensorFlow(string kind, ulong sum)
    {
        const int Count = 1_000_000;
        RandomKind k = Enum.Parse<RandomKind>(kind);
        Random random = new(k, 0, k == RandomKind.Integer ? 1000 : 1);
        TensorSpec spec = new(Count, k == RandomKind.Integer ? DType.Int32 : DType.Float32);
        using NativeArray<long> seed = new([1, 0]);
        using NativeArray<float> y = new(Count);
        foreach (SimdLevel level in Simd.Levels)
        {
            foreach (int threads in new[] { 1, 2, 3 })
            {
                y.Span.Clear();
                using WorkerPool pool = new(threads);
                new RandomKernel(random, new([new(2, DType.Int64)], [seed.Operand], spec, y.Operand), level).Run(pool);
                ulong total = 0;
                for (int i = 0; i < Count; i++)
                {
                    total += (ulong)(i + 1) * BitConverter.SingleToUInt32Bits(y.Span[i]);
                }

                Assert.AreEqual(sum, total, $"{level}, {threads} threads");
                y.CheckGuards(kind);
            }
        }
    }

    [TestMethod]
    public void Every_register_width_gives_the_same_tail()
    {
        using NativeArray<long> seed = new([42, 3]);
        foreach (int length in new[] { 1, 2, 3, 5, 8, 63, 1023, 1029, 8193 })
        {
            foreach (RandomKind kind in new[] { RandomKind.Uniform, RandomKind.Normal, RandomKind.TruncatedNormal })
            {
                using NativeArray<float> y = new(length);
                using WorkerPool pool = new(2);
                float[]? first = null;
                foreach (SimdLevel level in Simd.Levels)
                {
                    new RandomKernel(new(kind, 1, 3), new([new(2, DType.Int64)], [seed.Operand], new(length), y.Operand), level).Run(pool);
                    y.CheckGuards($"{kind} {length} {level}");
                    CollectionAssert.AreEqual(first ??= y.Span.ToArray(), y.Span.ToArray(), $"{kind} {length} {level}");
                }
            }
        }
    }

    [TestMethod]
    public void A_short_array_is_the_start_of_a_long_one()
    {
        foreach (RandomKind kind in Enum.GetValues<RandomKind>())
        {
            Random random = new(kind, 0, kind == RandomKind.Integer ? 1000 : 1);
            DType dtype = kind == RandomKind.Integer ? DType.Int64 : DType.Float64;
            double[] full = Draw(random, new(20_000, dtype), 7).ToArray<double>();
            CollectionAssert.AreEqual(full[..5001], Draw(random, new(5001, dtype), 7).ToArray<double>());
        }
    }

    [TestMethod]
    public void Seeds_are_brought_into_range_by_a_floored_modulo()
    {
        Random random = new(RandomKind.Uniform);
        CollectionAssert.AreEqual(Draw(random, new(9), 2147483643).ToArray<float>(), Draw(random, new(9), -3).ToArray<float>());
        CollectionAssert.AreEqual(Draw(random, new(9), 0).ToArray<float>(), Draw(random, new(9), int.MaxValue - 1).ToArray<float>());
        CollectionAssert.AreEqual(Draw(random, new(9), 1027).ToArray<float>(), Draw(random, new(9), (1L << 40) + 3).ToArray<float>());
    }

    [TestMethod]
    public void Every_dtype_draws_within_its_range()
    {
        foreach (DType dtype in new[] { DType.Float16, DType.Float32, DType.Float64 })
        {
            double[] uniform = Draw(new(RandomKind.Uniform, -1, 3), new(999, dtype), 5).ToArray<double>();
            Assert.IsTrue(uniform.All(v => v is >= -1 and <= 3) && Math.Abs(uniform.Average() - 1) < 0.15, dtype.Name());
            double[] normal = Draw(new(RandomKind.Normal, 1, 2), new(999, dtype), 5).ToArray<double>();
            Assert.AreEqual(1, normal.Average(), 0.3);
            double[] truncated = Draw(new(RandomKind.TruncatedNormal, 0, 1), new(999, dtype), 5).ToArray<double>();
            Assert.IsTrue(truncated.All(v => Math.Abs(v) <= 2));
        }

        foreach (DType dtype in new[] { DType.UInt8, DType.Int64, DType.Int16 })
        {
            double[] integers = Draw(new(RandomKind.Integer, 3, 7), new(400, dtype), 5).ToArray<double>();
            CollectionAssert.AreEquivalent(new double[] { 3, 4, 5, 6 }, integers.Distinct().ToArray());
        }
    }

    private static Tensor Draw(Random random, TensorSpec spec, long seed) => Primitives.Run(random, spec, Primitives.Of<long>(2, seed, 0));

    private static void Bits(uint[] expected, Tensor actual)
        => CollectionAssert.AreEqual(expected, actual.ToArray<float>().Select(BitConverter.SingleToUInt32Bits).ToArray());
}

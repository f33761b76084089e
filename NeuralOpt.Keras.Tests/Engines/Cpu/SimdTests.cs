using System.Runtime.Intrinsics;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests.Engines.Cpu;

[TestClass]
public sealed unsafe class SimdTests
{
    private static readonly float[] s_values =
        [0f, -0f, 1f, -1f, 0.5f, 1.5f, 2.5f, -2.5f, 1e-3f, 3e7f, -7.9f, 100.25f, float.PositiveInfinity, float.NegativeInfinity, float.NaN, 1e-40f];

    public static IEnumerable<object[]> Levels => Simd.Levels.Select(level => new object[] { (int)level });

    [TestMethod]
    [DynamicData(nameof(Levels))]
    public void Every_member_agrees_with_scalar_arithmetic(int level) => OnLevel(level, new MembersCheck());

    [TestMethod]
    [DynamicData(nameof(Levels))]
    public void Partial_loads_and_stores_touch_only_their_lanes(int level) => OnLevel(level, new PartialCheck());

    private static void OnLevel(int level, ICheck check)
    {
        switch ((SimdLevel)level)
        {
            case SimdLevel.V128:
                check.Run<Simd128, Vector128<float>>();
                break;
            case SimdLevel.V256:
                check.Run<Simd256, Vector256<float>>();
                break;
            default:
                check.Run<Simd512, Vector512<float>>();
                break;
        }
    }

    private interface ICheck
    {
        void Run<S, V>() where S : struct, ISimd<V> where V : struct;
    }

    private sealed class MembersCheck : ICheck
    {
        public void Run<S, V>() where S : struct, ISimd<V> where V : struct
        {
            foreach (float x in s_values)
            {
                V a = S.Broadcast(x);
                Same<S, V>(-x, S.Negate(a), $"-{x}");
                Same<S, V>(MathF.Abs(x), S.Abs(a), $"abs {x}");
                Same<S, V>(MathF.Sqrt(x), S.Sqrt(a), $"sqrt {x}");
                Same<S, V>(MathF.Floor(x), S.Floor(a), $"floor {x}");
                Same<S, V>(MathF.Ceiling(x), S.Ceiling(a), $"ceiling {x}");
                Same<S, V>(MathF.Round(x), S.Round(a), $"round {x}");
                Same<S, V>(MathF.Truncate(x), S.Truncate(a), $"truncate {x}");
                Same<S, V>(float.IsNaN(x) ? 1 : 0, Flag<S, V>(S.IsNaN(a)), $"isnan {x}");
                Assert.AreEqual(float.IsNaN(x), S.Any(S.IsNaN(a)));
                foreach (float y in s_values)
                {
                    V b = S.Broadcast(y);
                    Same<S, V>(x + y, S.Add(a, b), $"{x} + {y}");
                    Same<S, V>(x - y, S.Sub(a, b), $"{x} - {y}");
                    Same<S, V>(x * y, S.Mul(a, b), $"{x} * {y}");
                    Same<S, V>(x / y, S.Div(a, b), $"{x} / {y}");
                    Same<S, V>(MathF.Max(x, y), S.Max(a, b), $"max {x} {y}");
                    Same<S, V>(MathF.Min(x, y), S.Min(a, b), $"min {x} {y}");
                    Same<S, V>(x == y ? 1 : 0, Flag<S, V>(S.Equal(a, b)), $"{x} == {y}");
                    Same<S, V>(x < y ? 1 : 0, Flag<S, V>(S.LessThan(a, b)), $"{x} < {y}");
                    Same<S, V>(x <= y ? 1 : 0, Flag<S, V>(S.LessThanOrEqual(a, b)), $"{x} <= {y}");
                    if (!float.IsNaN(x) && !float.IsNaN(y) && x != y)
                    {
                        Same<S, V>(MathF.Max(x, y), S.MaxNative(a, b), $"native max {x} {y}");
                        Same<S, V>(MathF.Min(x, y), S.MinNative(a, b), $"native min {x} {y}");
                    }
                }
            }

            Same<S, V>(7f, S.Fma(S.Broadcast(2f), S.Broadcast(3f), S.Broadcast(1f)), "fma");
            Same<S, V>(float.NaN, S.MaxNative(S.Zero, S.Broadcast(float.NaN)), "a ReLU keeps NaN");
            Same<S, V>(-3f, S.FromInt32(S.ToInt32(S.Broadcast(-3.7f))), "to int and back");
            Same<S, V>(8f, S.ShiftLeftInt32(S.AddInt32(S.BroadcastInt32(3), S.BroadcastInt32(127)), 23), "2^3 by bits");
            Same<S, V>(-2f, S.FromInt32(S.ShiftRightInt32(S.BroadcastInt32(-8), 2)), "arithmetic shift");
            Same<S, V>(1f, S.FromInt32(S.ShiftRightUInt32(S.BroadcastInt32(-8), 31)), "logical shift");
            Same<S, V>(5f, S.FromInt32(S.SubInt32(S.BroadcastInt32(8), S.BroadcastInt32(3))), "integer difference");
            Same<S, V>(-1f, S.Or(S.And(S.Broadcast(-0f), S.Broadcast(-5f)), S.Broadcast(1f)), "and, or");
            Same<S, V>(5f, S.AndNot(S.Broadcast(-5f), S.Broadcast(-0f)), "and not");
            Same<S, V>(5f, S.Xor(S.Broadcast(-5f), S.Broadcast(-0f)), "xor");
            Assert.AreEqual(S.Width * (S.Width - 1) / 2f, S.Sum(S.Indices));
        }

        private static V Flag<S, V>(V mask) where S : struct, ISimd<V> where V : struct =>
            S.Select(mask, S.Broadcast(1f), S.Zero);

        private static void Same<S, V>(float expected, V actual, string what) where S : struct, ISimd<V> where V : struct
        {
            float* lanes = stackalloc float[S.Width];
            S.Store(lanes, actual);
            for (int i = 0; i < S.Width; i++)
            {
                Assert.AreEqual(expected, lanes[i], what);
            }
        }
    }

    private sealed class PartialCheck : ICheck
    {
        public void Run<S, V>() where S : struct, ISimd<V> where V : struct
        {
            float* source = stackalloc float[16];
            float* lanes = stackalloc float[16];
            for (int i = 0; i < 16; i++)
            {
                source[i] = i + 1;
            }

            for (int count = 0; count <= S.Width; count++)
            {
                S.Store(lanes, S.LoadPartial(source, count));
                for (int i = 0; i < S.Width; i++)
                {
                    Assert.AreEqual(i < count ? i + 1 : 0, lanes[i]);
                }

                S.Store(lanes, S.Broadcast(-1f));
                S.StorePartial(lanes, S.Load(source), count);
                for (int i = 0; i < S.Width; i++)
                {
                    Assert.AreEqual(i < count ? i + 1 : -1, lanes[i]);
                }
            }
        }
    }
}

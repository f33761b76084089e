using System.Numerics;
using System.Runtime.InteropServices;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests.Engines.Cpu;

/// <summary>Native memory for a kernel under test, at an odd alignment and with a guard on both sides.</summary>
/// <remarks>The guards hold NaN (or a rare integer), so that a stray read spoils a result and a stray write is seen.</remarks>
internal sealed unsafe class NativeArray<T> : IDisposable where T : unmanaged, INumber<T>
{
    private const int Guard = 67;
    private static readonly T s_guard = IsFloating ? T.CreateChecked(double.NaN) : T.CreateTruncating(123456789);
    private readonly byte* _memory;

    internal NativeArray(int length)
    {
        Length = length;
        _memory = (byte*)NativeMemory.AlignedAlloc((nuint)((length + 2 * Guard) * sizeof(T)), 64);
        All.Fill(s_guard);
        Operand = new Operand { Address = _memory + Guard * sizeof(T) };
    }

    internal NativeArray(T[] values) : this(values.Length) => values.CopyTo(Span);

    internal int Length { get; }

    internal Operand Operand { get; }

    internal Span<T> Span => new(Operand.Address, Length);

    private static bool IsFloating => typeof(T) == typeof(float) || typeof(T) == typeof(double);

    private Span<T> All => new(_memory, Length + 2 * Guard);

    internal static NativeArray<T> Random(int length, int seed)
    {
        var random = new Random(seed);
        var array = new NativeArray<T>(length);
        foreach (ref T value in array.Span)
        {
            value = IsFloating
                ? T.CreateChecked(random.NextDouble() * 2 - 1)
                : T.CreateChecked(random.Next(-9, 10));
        }

        return array;
    }

    internal void CheckGuards(string what)
    {
        Assert.IsTrue(Untouched(All[..Guard]), $"{what}: wrote before the array");
        Assert.IsTrue(Untouched(All[^Guard..]), $"{what}: wrote past the array");
    }

    public void Dispose() => NativeMemory.AlignedFree(_memory);

    private static bool Untouched(Span<T> guard)
    {
        foreach (T value in guard)
        {
            if (T.IsNaN(s_guard) ? !T.IsNaN(value) : value != s_guard)
            {
                return false;
            }
        }

        return true;
    }
}

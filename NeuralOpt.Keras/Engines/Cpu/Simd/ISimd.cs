namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Single-precision vector arithmetic of one register width; kernels are written once over it.</summary>
/// <typeparam name="V">The register: <c>Vector128&lt;float&gt;</c>, <c>Vector256&lt;float&gt;</c> or <c>Vector512&lt;float&gt;</c>.</typeparam>
/// <remarks>
/// Every member inlines to one or two instructions. A comparison gives a mask: all bits of a lane set or none,
/// to be used with <see cref="Select"/> and the bitwise members. Members named Int32 read the bits of a lane as an integer.
/// A kernel class is generic over both parameters, <c>class K&lt;S, V&gt; where S : struct, ISimd&lt;V&gt; where V : struct</c>,
/// and is made through <see cref="Simd.Level"/>.
/// </remarks>
internal unsafe interface ISimd<V> where V : struct
{
    /// <summary>Floats in a register.</summary>
    static abstract int Width { get; }

    /// <summary>Vector registers that the kernels may count on; tile sizes follow it.</summary>
    static abstract int Registers { get; }

    static abstract V Zero { get; }

    /// <summary>Lane i holds i.</summary>
    static abstract V Indices { get; }

    static abstract V Load(float* source);

    static abstract void Store(float* target, V value);

    /// <summary>The first <paramref name="count"/> lanes, 0 to <see cref="Width"/>, and zeros; memory beyond them is not touched.</summary>
    static abstract V LoadPartial(float* source, int count);

    /// <summary>Writes the first <paramref name="count"/> lanes, 0 to <see cref="Width"/>; memory beyond them is not touched.</summary>
    static abstract void StorePartial(float* target, V value, int count);

    static abstract V Broadcast(float value);

    /// <summary>The float at an address in every lane: in inner loops instead of <see cref="Broadcast"/>, for one instruction on every width.</summary>
    static abstract V LoadBroadcast(float* source);

    static abstract V Add(V a, V b);

    static abstract V Sub(V a, V b);

    static abstract V Mul(V a, V b);

    static abstract V Div(V a, V b);

    /// <summary><c>a * b + c</c>, rounded once where the hardware has it, twice elsewhere.</summary>
    static abstract V Fma(V a, V b, V c);

    /// <summary>The larger of each pair as one instruction: where either is NaN, x86 gives <paramref name="b"/>.</summary>
    /// <remarks>So <c>MaxNative(Zero, x)</c> is a ReLU that keeps the NaNs of x.</remarks>
    static abstract V MaxNative(V a, V b);

    /// <summary>The smaller of each pair as one instruction: where either is NaN, x86 gives <paramref name="b"/>.</summary>
    static abstract V MinNative(V a, V b);

    /// <summary>The larger of each pair; NaN where either is NaN. Some instructions longer than <see cref="MaxNative"/>.</summary>
    static abstract V Max(V a, V b);

    /// <summary>The smaller of each pair; NaN where either is NaN. Some instructions longer than <see cref="MinNative"/>.</summary>
    static abstract V Min(V a, V b);

    static abstract V Negate(V a);

    static abstract V Abs(V a);

    static abstract V Sqrt(V a);

    static abstract V Floor(V a);

    static abstract V Ceiling(V a);

    /// <summary>To the nearest integer, halves to even.</summary>
    static abstract V Round(V a);

    static abstract V Truncate(V a);

    static abstract V Equal(V a, V b);

    static abstract V LessThan(V a, V b);

    static abstract V LessThanOrEqual(V a, V b);

    static abstract V IsNaN(V a);

    /// <summary><paramref name="yes"/> where the mask is set, <paramref name="no"/> elsewhere.</summary>
    static abstract V Select(V mask, V yes, V no);

    static abstract V And(V a, V b);

    static abstract V Or(V a, V b);

    static abstract V Xor(V a, V b);

    /// <summary>The bits of <paramref name="a"/> that <paramref name="b"/> has not.</summary>
    static abstract V AndNot(V a, V b);

    /// <summary>Whether any lane of a mask is set.</summary>
    static abstract bool Any(V mask);

    static abstract V BroadcastInt32(int value);

    static abstract V AddInt32(V a, V b);

    static abstract V SubInt32(V a, V b);

    static abstract V ShiftLeftInt32(V a, int bits);

    /// <summary>Arithmetic: the sign is copied in.</summary>
    static abstract V ShiftRightInt32(V a, int bits);

    /// <summary>Logical: zeros come in.</summary>
    static abstract V ShiftRightUInt32(V a, int bits);

    /// <summary>Towards zero; the value of lanes beyond the range of an integer is not defined.</summary>
    static abstract V ToInt32(V a);

    static abstract V FromInt32(V a);

    /// <summary>As many bytes as there are lanes, each widened to a 32-bit integer without sign.</summary>
    static abstract V LoadBytes(byte* source);

    /// <summary>The low byte of each lane's integer.</summary>
    static abstract void StoreBytes(byte* target, V value);

    /// <summary>All lanes added; the order is fixed for a width.</summary>
    static abstract float Sum(V a);
}

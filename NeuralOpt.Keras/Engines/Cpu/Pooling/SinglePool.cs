using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Float32 pooling and its gradient: vectors run over channels.</summary>
/// <remarks>
/// The gradient of a maximum finds the winner again from the input instead of storing it: the first of equals, and the
/// first NaN if there is one, as the maximum is then NaN.
/// </remarks>
internal sealed unsafe class SinglePool<S, V> : PoolKernel
    where S : struct, ISimd<V>
    where V : struct
{
    private readonly PoolKind _kind;
    private readonly bool _gradient;
    private readonly bool _disjoint;
    private readonly bool _covering;
    private readonly Operand? _x;
    private readonly Operand _y;
    private readonly Operand? _dx;

    private SinglePool(PoolKind kind, PoolGeometry geometry, Operand? x, Operand y, Operand? dx)
        : base(geometry, dx is not null, S.Width)
    {
        (_kind, _x, _y, _dx) = (kind, x, y, dx);
        _gradient = dx is not null;
        _disjoint = geometry.AreWindowsDisjoint;
        _covering = geometry.DoWindowsCover;
    }

    internal static SinglePool<S, V> Forward(PoolKind kind, PoolGeometry geometry, Operand x, Operand y) =>
        new(kind, geometry, x, y, null);

    internal static SinglePool<S, V> Gradient(PoolKind kind, PoolGeometry geometry, Operand? x, Operand dy, Operand dx) =>
        new(kind, geometry, x, dy, dx);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Window(nint* taps, int count, nint output, int from, int to)
    {
        for (int channel = from; channel < to; channel += S.Width)
        {
            int lanes = Math.Min(S.Width, to - channel);
            float* y = _y.Float + output + channel;
            switch (_gradient, _kind)
            {
                case (false, PoolKind.Max):
                    S.StorePartial(y, Maximum(taps, count, channel, lanes), lanes);
                    break;
                case (false, _):
                    S.StorePartial(y, Mean(taps, count, channel, lanes), lanes);
                    break;
                case (true, PoolKind.Max):
                    GiveToWinner(taps, count, channel, lanes, S.LoadPartial(y, lanes));
                    break;
                default:
                    GiveToAll(taps, count, channel, lanes, S.LoadPartial(y, lanes));
                    break;
            }
        }
    }

    protected override void Clear(int sample, int from, int to)
    {
        // Each window then writes all that it owns.
        if (_covering)
        {
            return;
        }

        float* end = _dx!.Float + (sample + 1) * InputLength;
        for (float* pixel = _dx.Float + sample * InputLength; pixel < end; pixel += Channels)
        {
            new Span<float>(pixel + from, to - from).Clear();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private V Maximum(nint* taps, int count, int channel, int lanes)
    {
        float* x = _x!.Float + channel;
        V most = S.Broadcast(float.NegativeInfinity);
        if (lanes == S.Width)
        {
            for (int i = 0; i < count; i++)
            {
                most = S.Max(most, S.Load(x + taps[i]));
            }

            return most;
        }

        for (int i = 0; i < count; i++)
        {
            most = S.Max(most, S.LoadPartial(x + taps[i], lanes));
        }

        return most;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private V Mean(nint* taps, int count, int channel, int lanes)
    {
        float* x = _x!.Float + channel;
        V sum = S.Zero;
        for (int i = 0; i < count; i++)
        {
            sum = S.Add(sum, S.LoadPartial(x + taps[i], lanes));
        }

        return S.Div(sum, S.Broadcast(Math.Max(1, count)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void GiveToWinner(nint* taps, int count, int channel, int lanes, V dy)
    {
        float* x = _x!.Float + channel;
        float* dx = _dx!.Float + channel;
        if (_disjoint && lanes == S.Width)
        {
            GiveToOnlyWinner(taps, count, x, dx, dy);
            return;
        }

        V winner = S.Zero;
        V most = count == 0 ? S.Zero : S.LoadPartial(x + taps[0], lanes);
        for (int i = 1; i < count; i++)
        {
            V value = S.LoadPartial(x + taps[i], lanes);
            V better = S.Or(S.LessThan(most, value), S.AndNot(S.IsNaN(value), S.IsNaN(most)));
            most = S.Select(better, value, most);
            winner = S.Select(better, S.Broadcast(i), winner);
        }

        for (int i = 0; i < count; i++)
        {
            V share = S.And(S.Equal(winner, S.Broadcast(i)), dy);
            V sum = _disjoint ? share : S.Add(S.LoadPartial(dx + taps[i], lanes), share);
            S.StorePartial(dx + taps[i], sum, lanes);
        }
    }

    /// <summary>The same where no other window gives to these elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GiveToOnlyWinner(nint* taps, int count, float* x, float* dx, V dy)
    {
        V winner = S.Zero;
        V most = count == 0 ? S.Zero : S.Load(x + taps[0]);
        for (int i = 1; i < count; i++)
        {
            V value = S.Load(x + taps[i]);
            V better = S.Or(S.LessThan(most, value), S.AndNot(S.IsNaN(value), S.IsNaN(most)));
            most = S.Select(better, value, most);
            winner = S.Select(better, S.Broadcast(i), winner);
        }

        for (int i = 0; i < count; i++)
        {
            S.Store(dx + taps[i], S.And(S.Equal(winner, S.Broadcast(i)), dy));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void GiveToAll(nint* taps, int count, int channel, int lanes, V dy)
    {
        float* dx = _dx!.Float + channel;
        V share = S.Div(dy, S.Broadcast(Math.Max(1, count)));
        for (int i = 0; i < count; i++)
        {
            V sum = _disjoint ? share : S.Add(S.LoadPartial(dx + taps[i], lanes), share);
            S.StorePartial(dx + taps[i], sum, lanes);
        }
    }
}

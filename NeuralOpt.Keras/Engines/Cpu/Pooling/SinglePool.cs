using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Float32 pooling and its gradient: vectors run over channels.</summary>
/// <remarks>
/// The gradient of a maximum goes to the winner: the first of equals, and the first NaN if there is one, as the maximum is
/// then NaN. A forward pass may write down the winners, which saves its gradient from reading the input again.
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
    private readonly Operand? _winners;
    private readonly int _winnersWidth;

    private SinglePool(PoolKind kind, PoolGeometry geometry, Operand? x, Operand y, Operand? dx, Operand? winners)
        : base(geometry, dx is not null, S.Width)
    {
        (_kind, _x, _y, _dx, _winners) = (kind, x, y, dx, winners);
        _gradient = dx is not null;
        _disjoint = geometry.AreWindowsDisjoint;
        _covering = geometry.DoWindowsCover;
        _winnersWidth = Pooling.WinnersWidth(geometry.Channels);
    }

    internal static SinglePool<S, V> Forward(PoolKind kind, PoolGeometry geometry, Operand x, Operand y, Operand? winners) =>
        new(kind, geometry, x, y, null, winners);

    internal static SinglePool<S, V> Gradient(PoolKind kind, PoolGeometry geometry, Operand? x, Operand dy, Operand dx, Operand? winners) =>
        new(kind, geometry, x, dy, dx, winners);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Window(int sample, nint* taps, int count, nint corner, int window, int from, int to)
    {
        float* y = (float*)_y.At(((nint)sample * Windows * Channels) * sizeof(float)) + (nint)window * Channels;
        float* x = _x is null ? null : Input(_x, sample) + corner;
        float* dx = _dx is null ? null : Input(_dx, sample) + corner;
        byte* winners = _winners is null ? null : _winners.At((nint)sample * Windows * _winnersWidth) + (nint)window * _winnersWidth;
        int first = from;
        if (!_gradient && _kind == PoolKind.Max && count > 0)
        {
            first = TakeNumbers(taps, count, x, y, winners, from, to);
        }
        else if (_gradient && winners is not null && _disjoint)
        {
            first = GiveToWinners(taps, count, dx, y, winners, from, to);
        }

        for (int channel = first; channel < to; channel += S.Width)
        {
            int lanes = Math.Min(S.Width, to - channel);
            switch (_gradient, _kind)
            {
                case (false, PoolKind.Max):
                    V winner = Winner(taps, count, x + channel, lanes, out V most);
                    S.StorePartial(y + channel, most, lanes);
                    if (winners is not null)
                    {
                        S.StoreBytes(winners + channel, S.ToInt32(winner));
                    }

                    break;
                case (false, _):
                    S.StorePartial(y + channel, Mean(taps, count, x + channel, lanes), lanes);
                    break;
                case (true, PoolKind.Max):
                    V given = winners is null ? Winner(taps, count, x + channel, lanes, out _) : S.FromInt32(S.LoadBytes(winners + channel));
                    GiveToWinner(taps, count, dx + channel, lanes, given, S.LoadPartial(y + channel, lanes));
                    break;
                default:
                    GiveToAll(taps, count, dx + channel, lanes, S.LoadPartial(y + channel, lanes));
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

        float* first = Input(_dx!, sample), end = first + InputLength;
        for (float* pixel = first; pixel < end; pixel += Channels)
        {
            new Span<float>(pixel + from, to - from).Clear();
        }
    }

    private float* Input(Operand operand, int sample) => (float*)operand.At(sample * InputLength * sizeof(float));

    /// <summary>Maxima of whole vectors while all are numbers: short instructions, which would lose a NaN.</summary>
    /// <returns>The first channel that is left to do.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int TakeNumbers(nint* taps, int count, float* x, float* y, byte* winners, int from, int to)
    {
        int channel = from;
        for (; channel + S.Width <= to; channel += S.Width)
        {
            V most = S.Load(x + channel + taps[0]), sum = most;
            for (int i = 1; i < count; i++)
            {
                V value = S.Load(x + channel + taps[i]);
                most = S.MaxNative(most, value);
                sum = S.Add(sum, value);
            }

            if (S.Any(S.IsNaN(sum)))
            {
                break;
            }

            S.Store(y + channel, most);
            if (winners is not null)
            {
                V winner = S.Zero;
                for (int i = count - 1; i > 0; i--)
                {
                    winner = S.Select(S.Equal(S.Load(x + channel + taps[i]), most), S.BroadcastInt32(i), winner);
                }

                winner = S.Select(S.Equal(S.Load(x + channel + taps[0]), most), S.Zero, winner);
                S.StoreBytes(winners + channel, winner);
            }
        }

        return channel;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static V Mean(nint* taps, int count, float* x, int lanes)
    {
        V sum = S.Zero;
        for (int i = 0; i < count; i++)
        {
            sum = S.Add(sum, S.LoadPartial(x + taps[i], lanes));
        }

        return S.Div(sum, S.Broadcast(Math.Max(1, count)));
    }

    /// <summary>Which element of the window is the maximum, and the maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static V Winner(nint* taps, int count, float* x, int lanes, out V maximum)
    {
        V winner = S.Zero;
        V most = count == 0 ? S.Broadcast(float.NegativeInfinity) : S.LoadPartial(x + taps[0], lanes);
        for (int i = 1; i < count; i++)
        {
            V value = S.LoadPartial(x + taps[i], lanes);
            V better = S.Or(S.LessThan(most, value), S.AndNot(S.IsNaN(value), S.IsNaN(most)));
            most = S.Select(better, value, most);
            winner = S.Select(better, S.Broadcast(i), winner);
        }

        maximum = most;
        return winner;
    }

    /// <summary>Gives whole vectors to known winners in elements of no other window.</summary>
    /// <returns>The first channel that is left to do.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int GiveToWinners(nint* taps, int count, float* dx, float* dy, byte* winners, int from, int to)
    {
        int channel = from;
        for (; channel + S.Width <= to; channel += S.Width)
        {
            V winner = S.FromInt32(S.LoadBytes(winners + channel)), share = S.Load(dy + channel);
            for (int i = 0; i < count; i++)
            {
                S.Store(dx + channel + taps[i], S.Select(S.Equal(winner, S.Broadcast(i)), share, S.Zero));
            }
        }

        return channel;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void GiveToWinner(nint* taps, int count, float* dx, int lanes, V winner, V dy)
    {
        for (int i = 0; i < count; i++)
        {
            V share = S.And(S.Equal(winner, S.Broadcast(i)), dy);
            V sum = _disjoint ? share : S.Add(S.LoadPartial(dx + taps[i], lanes), share);
            S.StorePartial(dx + taps[i], sum, lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void GiveToAll(nint* taps, int count, float* dx, int lanes, V dy)
    {
        V share = S.Div(dy, S.Broadcast(Math.Max(1, count)));
        for (int i = 0; i < count; i++)
        {
            V sum = _disjoint ? share : S.Add(S.LoadPartial(dx + taps[i], lanes), share);
            S.StorePartial(dx + taps[i], sum, lanes);
        }
    }
}

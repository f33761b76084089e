using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Makes the pooling kernels of a dtype: tuned for float32 and up to three axes, plain for the rest.</summary>
internal static class PlainPool
{
    internal static Kernel Make(PoolKind kind, PoolSpec spec, bool gradient, KernelArguments arguments, Shape y) => arguments.OutputSpec.DType switch
    {
        DType.Float32 when y.Rank <= 5 => Tuned(kind, spec, gradient, arguments, y),
        DType.Float32 => new PlainPool<float>(kind, spec, gradient, arguments, y),
        DType.Float64 => new PlainPool<double>(kind, spec, gradient, arguments, y),
        DType.Float16 => new PlainPool<Half>(kind, spec, gradient, arguments, y),
        DType.Int64 => new PlainPool<long>(kind, spec, gradient, arguments, y),
        DType.UInt8 => new PlainPool<byte>(kind, spec, gradient, arguments, y),
        DType.Int32 => new PlainPool<int>(kind, spec, gradient, arguments, y),
        DType other => throw new EngineException($"cpu engine: pooling must be of numbers. Received: {other.Name()}."),
    };

    private static Kernel Tuned(PoolKind kind, PoolSpec spec, bool gradient, KernelArguments arguments, Shape y)
    {
        PoolGeometry geometry = PoolGeometry.Of(spec, arguments.InputSpecs[0].Shape, y);
        return gradient
            ? Pooling.Gradient(kind, geometry, arguments.Inputs[0], arguments.Inputs[1], arguments.Output)
            : Pooling.Forward(kind, geometry, arguments.Inputs[0], arguments.Output);
    }
}

/// <summary>Pooling and its gradient as their definition says it.</summary>
internal sealed unsafe class PlainPool<T> : Kernel where T : unmanaged, INumber<T>
{
    private readonly PoolKind _kind;
    private readonly bool _gradient;
    private readonly KernelArguments _arguments;
    private readonly Windows _windows;
    private readonly int _channels;
    private readonly int _chunks;
    private readonly Job _job;

    internal PlainPool(PoolKind kind, PoolSpec spec, bool gradient, KernelArguments arguments, Shape y)
    {
        (_kind, _gradient, _arguments) = (kind, gradient, arguments);
        Shape x = arguments.InputSpecs[0].Shape;
        _windows = new(x, y, spec.Window, spec.Strides, spec.PadLow, null);
        _channels = x[^1];
        long work = (long)_windows.Batch * _windows.OutputSize * _windows.WindowSize * _channels;
        _chunks = work < Split.SerialWork ? 1 : Math.Min(_windows.Batch, Split.Chunks);
        _job = new ChunkJob(this);
    }

    internal override void Run(WorkerPool pool) => pool.Run(_job, _chunks);

    private void RunChunk(int chunk)
    {
        int end = (int)Split.Start(_windows.Batch, _chunks, chunk + 1);
        for (int n = (int)Split.Start(_windows.Batch, _chunks, chunk); n < end; n++)
        {
            T* x = _arguments.Inputs[0].As<T>() + ((long)n * _windows.InputSize * _channels);
            if (_gradient)
            {
                T* dx = _arguments.Output.As<T>() + ((long)n * _windows.InputSize * _channels);
                new Span<T>(dx, _windows.InputSize * _channels).Clear();
                T* dy = _arguments.Inputs[1].As<T>() + ((long)n * _windows.OutputSize * _channels);
                for (int pixel = 0; pixel < _windows.OutputSize; pixel++)
                {
                    Gradient(x, dx, dy + ((long)pixel * _channels), pixel);
                }

                continue;
            }

            T* y = _arguments.Output.As<T>() + ((long)n * _windows.OutputSize * _channels);
            for (int pixel = 0; pixel < _windows.OutputSize; pixel++)
            {
                Forward(x, y + ((long)pixel * _channels), pixel);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Forward(T* x, T* y, int pixel)
    {
        int count = 0;
        for (int tap = 0; tap < _windows.WindowSize; tap++)
        {
            int under = _windows.Under(pixel, tap);
            if (under < 0)
            {
                continue;
            }

            T* from = x + ((long)under * _channels);
            for (int c = 0; c < _channels; c++)
            {
                y[c] = count == 0 ? from[c] : _kind == PoolKind.Max ? T.Max(y[c], from[c]) : y[c] + from[c];
            }

            count++;
        }

        if (count == 0)
        {
            new Span<T>(y, _channels).Clear();
        }
        else if (_kind == PoolKind.Average)
        {
            T divisor = T.CreateTruncating(count);
            for (int c = 0; c < _channels; c++)
            {
                y[c] /= divisor;
            }
        }
    }

    private void Gradient(T* x, T* dx, T* dy, int pixel)
    {
        int count = 0;
        for (int tap = 0; tap < _windows.WindowSize; tap++)
        {
            count += _windows.Under(pixel, tap) >= 0 ? 1 : 0;
        }

        for (int c = 0; c < _channels && count > 0; c++)
        {
            int winner = -1;
            for (int tap = 0; tap < _windows.WindowSize; tap++)
            {
                int under = _windows.Under(pixel, tap);
                if (under < 0)
                {
                    continue;
                }

                if (_kind == PoolKind.Average)
                {
                    dx[((long)under * _channels) + c] += dy[c] / T.CreateTruncating(count);
                }
                else if (winner < 0 || x[((long)under * _channels) + c] > x[((long)winner * _channels) + c])
                {
                    winner = under;
                }
            }

            if (winner >= 0)
            {
                dx[((long)winner * _channels) + c] += dy[c];
            }
        }
    }

    private sealed class ChunkJob(PlainPool<T> kernel) : Job
    {
        internal override void Run(int chunk) => kernel.RunChunk(chunk);
    }
}

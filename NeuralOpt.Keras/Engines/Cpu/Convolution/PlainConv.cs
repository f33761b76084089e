using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Makes the convolutions of a dtype: tuned for float32 and up to three axes, plain for the rest.</summary>
internal static class PlainConv
{

    /// <summary>Which of the three tensors of a convolution is computed from the other two.</summary>
    internal enum Result
    {
        Output, Input, Filter,
    }

    internal static Kernel Make(ConvSpec spec, Result result, KernelArguments arguments, Shape x, Shape filter, Shape y) => arguments.OutputSpec.DType switch
    {
        DType.Float32 when x.Rank <= 5 => Tuned(spec, result, arguments, x, filter, y),
        DType.Float32 => new PlainConv<float>(spec, result, arguments, x, filter, y),
        DType.Float64 => new PlainConv<double>(spec, result, arguments, x, filter, y),
        DType.Float16 => new PlainConv<Half>(spec, result, arguments, x, filter, y),
        DType other => throw new EngineException($"cpu engine: a convolution must be of floating-point numbers. Received: {other.Name()}."),
    };

    /// <summary>The tuned float32 kernel; a forward pass can end with a bias and a ReLU.</summary>
    internal static Kernel Tuned(
        ConvSpec spec, Result result, KernelArguments arguments, Shape x, Shape filter, Shape y, Operand? bias = null, Epilogue epilogue = Epilogue.None)
    {
        ConvGeometry geometry = ConvGeometry.Of(spec, x, filter, y);
        (Operand first, Operand second, Operand output) = (arguments.Inputs[0], arguments.Inputs[1], arguments.Output);
        return result switch
        {
            Result.Output => Convolution.Forward(geometry, first, second, output, bias, epilogue),
            Result.Input => Convolution.InputGradient(geometry, first, second, output),
            _ => Convolution.FilterGradient(geometry, first, second, output),
        };
    }
}

/// <summary>A convolution and its gradients as their definition says it: for dtypes without a tuned kernel.</summary>
internal sealed unsafe class PlainConv<T> : Kernel where T : unmanaged, INumber<T>
{
    private readonly PlainConv.Result _result;
    private readonly KernelArguments _arguments;
    private readonly Windows _windows;
    private readonly int _groups;
    private readonly int _cin;
    private readonly int _cout;
    private readonly int _chunks;
    private readonly Job _job;

    internal PlainConv(ConvSpec spec, PlainConv.Result result, KernelArguments arguments, Shape x, Shape filter, Shape y)
    {
        (_result, _arguments, _groups) = (result, arguments, spec.Groups);
        _windows = new(x, y, Axes.Of(filter[..^2].ToArray()), spec.Strides, spec.PadLow, spec.Dilation);
        _cin = filter[^2];
        _cout = filter[^1] / _groups;
        long work = (long)_windows.Batch * _windows.OutputSize * _windows.WindowSize * _cin * _cout * _groups;
        int parts = result == PlainConv.Result.Filter ? _windows.WindowSize : _windows.Batch;
        _chunks = work < Split.SerialWork ? 1 : Math.Min(parts, Split.Chunks);
        _job = new ChunkJob(this);
    }

    internal override void Run(WorkerPool pool)
    {
        new Span<byte>(_arguments.Output.Address, checked((int)_arguments.OutputSpec.Bytes)).Clear();
        pool.Run(_job, _chunks);
    }

    private void RunChunk(int chunk)
    {
        bool filter = _result == PlainConv.Result.Filter;
        int firstSample = filter ? 0 : (int)Split.Start(_windows.Batch, _chunks, chunk);
        int endSample = filter ? _windows.Batch : (int)Split.Start(_windows.Batch, _chunks, chunk + 1);
        int firstTap = filter ? (int)Split.Start(_windows.WindowSize, _chunks, chunk) : 0;
        int endTap = filter ? (int)Split.Start(_windows.WindowSize, _chunks, chunk + 1) : _windows.WindowSize;
        for (int n = firstSample; n < endSample; n++)
        {
            for (int pixel = 0; pixel < _windows.OutputSize; pixel++)
            {
                for (int tap = firstTap; tap < endTap; tap++)
                {
                    int under = _windows.Under(pixel, tap);
                    if (under >= 0)
                    {
                        Tap(((long)n * _windows.InputSize) + under, tap, ((long)n * _windows.OutputSize) + pixel);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Tap(long x, int tap, long y)
    {
        T* output = _arguments.Output.As<T>();
        T* first = _arguments.Inputs[0].As<T>();
        T* second = _arguments.Inputs[1].As<T>();
        int stride = _cout * _groups;
        for (int g = 0; g < _groups; g++)
        {
            long atX = (x * _cin * _groups) + (g * _cin);
            long atY = (y * stride) + (g * _cout);
            for (int i = 0; i < _cin; i++)
            {
                long atW = (((long)tap * _cin) + i) * stride;
                atW += g * _cout;
                switch (_result)
                {
                    case PlainConv.Result.Output:
                        T value = first[atX + i];
                        for (int o = 0; o < _cout; o++)
                        {
                            output[atY + o] += value * second[atW + o];
                        }

                        break;
                    case PlainConv.Result.Input:
                        T sum = output[atX + i];
                        for (int o = 0; o < _cout; o++)
                        {
                            sum += first[atY + o] * second[atW + o];
                        }

                        output[atX + i] = sum;
                        break;
                    default:
                        T factor = first[atX + i];
                        for (int o = 0; o < _cout; o++)
                        {
                            output[atW + o] += factor * second[atY + o];
                        }

                        break;
                }
            }
        }
    }

    private sealed class ChunkJob(PlainConv<T> kernel) : Job
    {
        internal override void Run(int chunk) => kernel.RunChunk(chunk);
    }
}

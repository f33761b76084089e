using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

internal sealed class MatMulFactory : KernelFactory<MatMul>
{
    protected override Kernel Create(MatMul primitive, KernelArguments arguments) => arguments.OutputSpec.DType switch
    {
        DType.Float64 => new PlainMatMul<double>(primitive, arguments),
        DType.Float16 => new PlainMatMul<Half>(primitive, arguments),
        DType.Int32 or DType.UInt32 => new PlainMatMul<int>(primitive, arguments),
        DType.Int64 => new PlainMatMul<long>(primitive, arguments),
        DType.UInt8 or DType.Int8 => new PlainMatMul<byte>(primitive, arguments),
        DType.Int16 or DType.UInt16 => new PlainMatMul<short>(primitive, arguments),
        DType.Float32 => new PlainMatMul<float>(primitive, arguments),
        DType other => throw new EngineException($"cpu engine: a matrix product must be of numbers. Received: {other.Name()}."),
    };
}

/// <summary>The matrix product as its definition says it: for dtypes without a tuned kernel, and as the tuned one's oracle.</summary>
internal sealed unsafe class PlainMatMul<T> : Kernel where T : unmanaged, INumber<T>
{
    private readonly MatMul _primitive;
    private readonly KernelArguments _arguments;
    private readonly int _rows;
    private readonly int _columns;
    private readonly int _depth;
    private readonly int _batch;
    private readonly bool _oneRight;
    private readonly int _chunks;
    private readonly Job _job;

    internal PlainMatMul(MatMul primitive, KernelArguments arguments)
    {
        (_primitive, _arguments) = (primitive, arguments);
        Shape a = arguments.InputSpecs[0].Shape;
        Shape y = arguments.OutputSpec.Shape;
        _rows = y[^2]!.Value;
        _columns = y[^1]!.Value;
        _depth = (primitive.TransposeA ? a[^2] : a[^1])!.Value;
        _batch = y[..^2].Size();
        _oneRight = arguments.InputSpecs[1].Shape.Rank == 2;
        _chunks = (long)_batch * _rows * _columns * _depth < Split.SerialWork ? 1 : (int)Math.Min((long)_batch * _rows, Split.Chunks);
        _job = new ChunkJob(this);
    }

    internal override void Run(WorkerPool pool) => pool.Run(_job, _chunks);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunChunk(int chunk)
    {
        long end = Split.Start((long)_batch * _rows, _chunks, chunk + 1);
        nint stepA = _primitive.TransposeA ? _rows : 1;
        for (long line = Split.Start((long)_batch * _rows, _chunks, chunk); line < end; line++)
        {
            (long batch, long row) = (line / _rows, line % _rows);
            T* a = _arguments.Inputs[0].As<T>() + (batch * _rows * _depth) + (row * (_primitive.TransposeA ? 1 : _depth));
            T* b = _arguments.Inputs[1].As<T>() + (_oneRight ? 0 : batch * _depth * _columns);
            T* y = _arguments.Output.As<T>() + (line * _columns);
            if (_primitive.TransposeB)
            {
                for (int j = 0; j < _columns; j++, b += _depth)
                {
                    T sum = T.Zero;
                    for (int k = 0; k < _depth; k++)
                    {
                        sum += a[k * stepA] * b[k];
                    }

                    y[j] = sum;
                }

                continue;
            }

            new Span<T>(y, _columns).Clear();
            for (int k = 0; k < _depth; k++, b += _columns)
            {
                T factor = a[k * stepA];
                for (int j = 0; j < _columns; j++)
                {
                    y[j] += factor * b[j];
                }
            }
        }
    }

    private sealed class ChunkJob(PlainMatMul<T> kernel) : Job
    {
        internal override void Run(int chunk) => kernel.RunChunk(chunk);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NeuralOpt.Keras.Engines.Cpu;

internal sealed class DropoutFactory : KernelFactory<Dropout>
{
    protected override Kernel Create(Dropout primitive, KernelArguments arguments) => new DropoutKernel(primitive.Rate, arguments, Simd.Level);
}

/// <summary>Dropout of float32: the random words are compared as integers, no number and no mask is written.</summary>
internal sealed unsafe class DropoutKernel : Kernel
{
    private const long SerialElements = 8192;
    private const uint Mantissa = 0x7FFFFF;
    private const int TileWords = 256;

    private readonly KernelArguments _arguments;
    private readonly long _length;
    private readonly int _chunks;
    private readonly Job _job;
    private readonly int _threshold;
    private readonly float _scale;
    private readonly SimdLevel _level;
    private Philox _stream;

    internal DropoutKernel(double rate, KernelArguments arguments, SimdLevel level)
    {
        _arguments = arguments;
        _level = level;
        _length = arguments.OutputSpec.Shape.Size();
        _chunks = _length < SerialElements ? 1 : Split.Chunks;
        _job = new ChunkJob(this);

        // u >= rate, where u is m 2^-23, holds from this m on.
        _threshold = (int)Math.Ceiling((double)(float)rate * (1 << 23));
        _scale = (float)(1.0 / (1.0 - rate));
    }

    internal override void Run(WorkerPool pool)
    {
        _stream = RandomKernel.Stream(_arguments.Inputs[1]);
        pool.Run(_job, _chunks);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunChunk(int chunk)
    {
        long start = Split.Start(_length, _chunks, chunk, TileWords);
        long end = Split.Start(_length, _chunks, chunk + 1, TileWords);
        float* x = _arguments.Inputs[0].Float;
        float* y = _arguments.Output.Float;
        uint* words = stackalloc uint[TileWords];
        Vector256<int> threshold = Vector256.Create(_threshold - 1);
        Vector256<uint> mantissa = Vector256.Create(Mantissa);
        Vector256<float> scale = Vector256.Create(_scale);
        for (long at = start; at < end; at += TileWords)
        {
            PhiloxWords.Fill(_stream, (ulong)at / 4, TileWords / 4, words, _level);
            int k = 0;
            for (; k < TileWords && at + k + 8 <= end; k += 8)
            {
                Vector256<int> keep = Vector256.GreaterThan((Vector256.Load(words + k) & mantissa).AsInt32(), threshold);
                ((Vector256.Load(x + at + k) * scale).AsInt32() & keep).AsSingle().Store(y + at + k);
            }

            for (; k < TileWords && at + k < end; k++)
            {
                y[at + k] = (int)(words[k] & Mantissa) >= _threshold ? x[at + k] * _scale : 0;
            }
        }
    }

    private sealed class ChunkJob(DropoutKernel kernel) : Job
    {
        internal override void Run(int chunk) => kernel.RunChunk(chunk);
    }
}

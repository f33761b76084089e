using System.Numerics;
using System.Runtime.Intrinsics;

namespace NeuralOpt.Keras.Engines.Cpu;

internal sealed class RandomFactory : KernelFactory<Random>
{
    protected override Kernel Create(Random primitive, KernelArguments arguments)
        => new RandomKernel(primitive, arguments, Simd.Level);
}

/// <summary>TensorFlow's stateless random numbers: the same seed, the same numbers.</summary>
/// <remarks>A number depends on its place in the array alone, so chunks are free to be anywhere.</remarks>
internal sealed unsafe class RandomKernel : Kernel
{
    private const uint GroupBlocks = 256;
    private const long SerialElements = 8192;
    private const int TileWords = 1024;

    private readonly Random _primitive;
    private readonly KernelArguments _arguments;
    private readonly DType _dtype;
    private readonly long _length;
    private readonly int _chunks;
    private readonly Job _job;
    private readonly SimdLevel _level;
    private readonly UnitLoop _units;
    private Philox _stream;

    internal RandomKernel(Random primitive, KernelArguments arguments, SimdLevel level)
    {
        (_primitive, _arguments, _dtype) = (primitive, arguments, arguments.OutputSpec.DType);
        _length = arguments.OutputSpec.Shape.Size();
        _chunks = _length < SerialElements ? 1 : Split.Chunks;
        _job = new ChunkJob(this);
        _level = level;
        _units = UnitLoop.Of(level);
    }

    internal override void Run(WorkerPool pool)
    {
        _stream = Stream(_arguments.Inputs[0]);
        pool.Run(_job, _chunks);
    }

    /// <summary>The stream of a seed pair.</summary>
    internal static Philox Stream(Operand pair)
    {
        long* seed = pair.As<long>();
        return Philox.FromSeeds(Seed(seed[0]), Seed(seed[1]));
    }

    private void RunChunk(int chunk)
    {
        long start = Split.Start(_length, _chunks, chunk, 64);
        long end = Split.Start(_length, _chunks, chunk + 1, 64);
        byte* y = _arguments.Output.Address;
        (double a, double b) = (_primitive.A, _primitive.B);
        switch (_primitive.Kind, _dtype)
        {
            case (RandomKind.Uniform, DType.Float32):
                Uniform((float*)y, start, end, (float)a, (float)b);
                break;
            case (RandomKind.Uniform, DType.Float64):
                Doubles((double*)y, start, end, static (block, k) => k == 0 ? BoxMuller.Unit(block.X0, block.X1) : BoxMuller.Unit(block.X2, block.X3), b - a, a);
                break;
            case (RandomKind.Uniform, _):
                HalfUniform((Half*)y, start, end, (Half)a, (Half)b);
                break;
            case (RandomKind.Normal, DType.Float32):
                Normal((float*)y, start, end, (float)a, (float)b);
                break;
            case (RandomKind.Normal, DType.Float64):
                Doubles((double*)y, start, end, static (block, k) => Pick(BoxMuller.Pair(block.X0, block.X1, block.X2, block.X3), k), b, a);
                break;
            case (RandomKind.Normal, _):
                HalfNormal((Half*)y, start, end, (Half)a, (Half)b);
                break;
            case (RandomKind.TruncatedNormal, DType.Float32):
                TruncatedNormal((float*)y, start, end, (float)a, (float)b);
                break;
            case (RandomKind.TruncatedNormal, _):
                Truncated(y, start, end);
                break;
            default:
                Integers(y, start, end);
                break;
        }
    }

    private void Uniform(float* y, long start, long end, float low, float high)
    {
        float range = high - low;
        uint* words = (uint*)ThreadScratch.Get(TileWords * sizeof(uint));
        for (long at = start; at < end; at += TileWords)
        {
            int n = (int)Math.Min(TileWords, end - at);
            PhiloxWords.Fill(_stream, (ulong)at / 4, (n + 3) / 4, words, _level);
            _units.Run(words, y + at, n, range, low);
        }
    }

    private void Normal(float* y, long start, long end, float mean, float deviation)
    {
        uint* words = (uint*)ThreadScratch.Get(TileWords * sizeof(uint));
        for (long at = start; at < end; at += TileWords)
        {
            int n = (int)Math.Min(TileWords, end - at);
            PhiloxWords.Fill(_stream, (ulong)at / 4, (n + 3) / 4, words, _level);
            BoxMullerLanes.Run(words, (n + 3) / 4 * 4, _level);
            Scale((float*)words, y + at, n, deviation, mean);
        }
    }

    /// <summary>Groups of four from blocks of their own; of each the first block at once, the others for the sixth of the groups that need them.</summary>
    private void TruncatedNormal(float* y, long start, long end, float mean, float deviation)
    {
        uint* words = (uint*)ThreadScratch.Get(TileWords * sizeof(uint));
        float* numbers = (float*)words;
        for (long at = start; at < end; at += TileWords)
        {
            int n = (int)Math.Min(TileWords, end - at);
            int groups = (n + 3) / 4;
            ulong first = (ulong)at / 4 * GroupBlocks;
            PhiloxWords.Fill(_stream, first, groups, words, _level, GroupBlocks);
            BoxMullerLanes.Run(words, 4 * groups, _level);
            for (int g = 0; g < groups; g++)
            {
                if (!Vector128.LessThanAll(Vector128.Abs(Vector128.Load(numbers + (4 * g))), Vector128.Create(2f)))
                {
                    Complete(numbers + (4 * g), first + ((ulong)g * GroupBlocks));
                }
            }

            Scale(numbers, y + at, n, deviation, mean);
        }
    }

    private void Complete(float* group, ulong block)
    {
        int found = 0;
        for (int k = 0; k < 4; k++)
        {
            Keep(group, ref found, group[k]);
        }

        while (found < 4)
        {
            (uint x0, uint x1, uint x2, uint x3) = Block(++block);
            (float a, float b) = BoxMuller.Pair(x0, x1);
            (float c, float d) = BoxMuller.Pair(x2, x3);
            Keep(group, ref found, a);
            Keep(group, ref found, b);
            Keep(group, ref found, c);
            Keep(group, ref found, d);
        }
    }

    // Two roundings, as TensorFlow does.
    private static void Scale(float* numbers, float* y, int n, float scale, float offset)
    {
        int i = 0;
        for (; i + 8 <= n; i += 8)
        {
            ((Vector256.Load(numbers + i) * Vector256.Create(scale)) + Vector256.Create(offset)).Store(y + i);
        }

        for (; i < n; i++)
        {
            y[i] = (numbers[i] * scale) + offset;
        }
    }

    private void HalfUniform(Half* y, long start, long end, Half low, Half high)
    {
        Half range = high - low;
        for (long at = start; at < end; at++)
        {
            Half unit = (Half)((Word(at) & 0x3FF) / 1024f);
            y[at] = (Half)(unit * range) + low;
        }
    }

    private void HalfNormal(Half* y, long start, long end, Half mean, Half deviation)
    {
        for (long at = start; at < end; at++)
        {
            (uint x0, uint x1, uint x2, uint x3) = Block((ulong)at / 4);
            (float first, float second) = (at & 2) == 0 ? BoxMuller.Pair(x0, x1) : BoxMuller.Pair(x2, x3);
            y[at] = ((Half)((at & 1) == 0 ? first : second) * deviation) + mean;
        }
    }

    private void Doubles(double* y, long start, long end, Func<(uint X0, uint X1, uint X2, uint X3), int, double> draw, double scale, double offset)
    {
        for (long at = start; at < end; at++)
        {
            double number = draw(Block((ulong)at / 2), (int)(at & 1));
            y[at] = (number * scale) + offset;
        }
    }

    /// <summary>Groups of four, each from blocks of its own, numbers beyond two deviations thrown away.</summary>
    private void Truncated(byte* y, long start, long end)
    {
        double* numbers = stackalloc double[4];
        for (long at = start; at < end; at += 4)
        {
            int found = 0;
            for (ulong block = (ulong)at / 4 * GroupBlocks; found < 4; block++)
            {
                (uint x0, uint x1, uint x2, uint x3) = Block(block);
                if (_dtype == DType.Float64)
                {
                    (double first, double second) = BoxMuller.Pair(x0, x1, x2, x3);
                    Keep(numbers, ref found, first);
                    Keep(numbers, ref found, second);
                    continue;
                }

                (float a, float b) = BoxMuller.Pair(x0, x1);
                (float c, float d) = BoxMuller.Pair(x2, x3);
                Keep(numbers, ref found, a);
                Keep(numbers, ref found, b);
                Keep(numbers, ref found, c);
                Keep(numbers, ref found, d);
            }

            for (int k = 0; k < Math.Min(4, end - at); k++)
            {
                switch (_dtype)
                {
                    case DType.Float64:
                        ((double*)y)[at + k] = (numbers[k] * _primitive.B) + _primitive.A;
                        break;
                    default:
                        ((Half*)y)[at + k] = ((Half)numbers[k] * (Half)_primitive.B) + (Half)_primitive.A;
                        break;
                }
            }
        }
    }

    private static void Keep<T>(T* numbers, ref int found, T number) where T : unmanaged, INumber<T>
    {
        if (found < 4 && T.Abs(number) < T.CreateTruncating(2))
        {
            numbers[found++] = number;
        }
    }

    private void Integers(byte* y, long start, long end)
    {
        (long low, long high) = ((long)_primitive.A, (long)_primitive.B);
        if (_dtype == DType.Int32)
        {
            ShortIntegers((int*)y, start, end, (int)low, (uint)(high - low));
            return;
        }

        for (long at = start; at < end; at++)
        {
            (uint x0, uint x1, uint x2, uint x3) = Block((ulong)at / 2);
            ulong word = (at & 1) == 0 ? x0 | ((ulong)x1 << 32) : x2 | ((ulong)x3 << 32);
            long value = low + (long)(word % (ulong)(high - low));
            switch (_dtype)
            {
                case DType.Int64:
                    ((long*)y)[at] = value;
                    break;
                case DType.Float64:
                    ((double*)y)[at] = value;
                    break;
                case DType.Float32:
                    ((float*)y)[at] = value;
                    break;
                case DType.Float16:
                    ((Half*)y)[at] = (Half)value;
                    break;
                case DType.UInt32:
                    ((uint*)y)[at] = (uint)value;
                    break;
                case DType.Int16 or DType.UInt16:
                    ((ushort*)y)[at] = (ushort)value;
                    break;
                case DType.Bool:
                    y[at] = value != 0 ? (byte)1 : (byte)0;
                    break;
                default:
                    y[at] = (byte)value;
                    break;
            }
        }
    }

    /// <summary>Keras brings both seeds into the range of int32 by a floored modulo.</summary>
    private static long Seed(long seed)
    {
        const long Modulus = 2147483646;
        return ((seed % Modulus) + Modulus) % Modulus;
    }

    private (uint X0, uint X1, uint X2, uint X3) Block(ulong index)
    {
        Span<uint> words = stackalloc uint[4];
        _stream.Block(index, words);
        return (words[0], words[1], words[2], words[3]);
    }

    private uint Word(long at)
    {
        (uint x0, uint x1, uint x2, uint x3) = Block((ulong)at / 4);
        return (at & 3) switch { 0 => x0, 1 => x1, 2 => x2, _ => x3 };
    }

    private static double Pick((double First, double Second) pair, int k) => k == 0 ? pair.First : pair.Second;

    private void ShortIntegers(int* y, long start, long end, int low, uint range)
    {
        uint* words = (uint*)ThreadScratch.Get(TileWords * sizeof(uint));
        for (long at = start; at < end; at += TileWords)
        {
            int n = (int)Math.Min(TileWords, end - at);
            PhiloxWords.Fill(_stream, (ulong)at / 4, (n + 3) / 4, words, _level);
            for (int i = 0; i < n; i++)
            {
                y[at + i] = low + (int)(words[i] % range);
            }
        }
    }

    private sealed class ChunkJob(RandomKernel kernel) : Job
    {
        internal override void Run(int chunk) => kernel.RunChunk(chunk);
    }
}

using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Copies elements from one regular walk through memory to another: what transposing, slicing, padding, joining and repeating are.</summary>
/// <remarks>Axes that both walks cross in one go are joined, so that runs are long; an axis that only the source crosses fast is copied in blocks.</remarks>
internal sealed unsafe class StridedCopy : Job
{
    private const long SerialBytes = 128 * 1024;
    private const int BlockSide = 16;

    private readonly Operand _from;
    private readonly Operand _to;
    private readonly long _fromOffset;
    private readonly long _toOffset;
    private readonly int[] _lengths;
    private readonly long[] _fromStrides;
    private readonly long[] _toStrides;
    private readonly int _size;
    private readonly bool _blocked;
    private readonly int _inner;
    private readonly long _outer;
    private readonly int _chunks;

    /// <param name="from">Source.</param>
    /// <param name="to">Target.</param>
    /// <param name="size">Bytes of an element.</param>
    /// <param name="lengths">Elements of each axis.</param>
    /// <param name="fromOffset">First element read.</param>
    /// <param name="fromStrides">Strides of the source, in elements; 0 repeats, negative walks back.</param>
    /// <param name="toOffset">First element written.</param>
    /// <param name="toStrides">Strides of the target, in elements.</param>
    /// <param name="fromCount">Elements of the source.</param>
    /// <param name="toCount">Elements of the target.</param>
    /// <exception cref="EngineException">A walk leaves its memory.</exception>
    internal StridedCopy(
        Operand from, Operand to, int size, int[] lengths, long fromOffset, long[] fromStrides, long toOffset, long[] toStrides, long fromCount, long toCount)
    {
        Bounds.Walk(lengths, fromOffset, fromStrides, fromCount);
        Bounds.Walk(lengths, toOffset, toStrides, toCount);
        (_from, _to, _size, _fromOffset, _toOffset) = (from, to, size, fromOffset, toOffset);
        (_lengths, _fromStrides, _toStrides) = Join(lengths, fromStrides, toStrides);
        int rank = _lengths.Length;
        _inner = 1;
        if (rank >= 2 && _fromStrides[^1] != 1 && _toStrides[^1] == 1 && Array.IndexOf(_fromStrides, 1L) is var fast and >= 0)
        {
            // The source runs along another axis than the target: these two become the block.
            _blocked = true;
            MoveToEnd(fast, rank - 2);
            _inner = 2;
        }

        _outer = 1;
        for (int i = 0; i < rank - _inner; i++)
        {
            _outer *= _lengths[i];
        }

        long bytes = lengths.Aggregate((long)size, static (a, b) => a * b);
        _chunks = bytes < SerialBytes ? 1 : _outer == 1 ? Split.Chunks : (int)Math.Min(_outer, Split.Chunks);
    }

    internal void Run(WorkerPool pool) => pool.Run(this, _chunks);

    internal override void Run(int chunk)
    {
        if (_lengths.Contains(0))
        {
            return;
        }

        if (_outer == 1)
        {
            int axis = _lengths.Length - _inner;
            int start = (int)Split.Start(_lengths[axis], _chunks, chunk, BlockSide);
            int end = (int)Split.Start(_lengths[axis], _chunks, chunk + 1, BlockSide);
            Inner(_fromOffset + (start * _fromStrides[axis]), _toOffset + (start * _toStrides[axis]), end - start);
            return;
        }

        Rows(Split.Start(_outer, _chunks, chunk), Split.Start(_outer, _chunks, chunk + 1));
    }

    private void Rows(long start, long end)
    {
        int rank = _lengths.Length - _inner;
        int* index = stackalloc int[rank];
        long from = _fromOffset;
        long to = _toOffset;
        long rest = start;
        for (int i = rank - 1; i >= 0; i--)
        {
            index[i] = (int)(rest % _lengths[i]);
            rest /= _lengths[i];
            from += index[i] * _fromStrides[i];
            to += index[i] * _toStrides[i];
        }

        for (long row = start; row < end; row++)
        {
            Inner(from, to, _lengths[rank]);
            for (int i = rank - 1; i >= 0; i--)
            {
                from += _fromStrides[i];
                to += _toStrides[i];
                if (++index[i] < _lengths[i])
                {
                    break;
                }

                index[i] = 0;
                from -= _lengths[i] * _fromStrides[i];
                to -= _lengths[i] * _toStrides[i];
            }
        }
    }

    private void Inner(long from, long to, int length)
    {
        byte* source = _from.Address + (from * _size);
        byte* target = _to.Address + (to * _size);
        if (!_blocked && _fromStrides[^1] == 1 && _toStrides[^1] == 1)
        {
            long bytes = (long)length * _size;
            System.Buffer.MemoryCopy(source, target, bytes, bytes);
            return;
        }

        switch (_size)
        {
            case 1:
                Inner(source, target, length);
                break;
            case 2:
                Inner((ushort*)source, (ushort*)target, length);
                break;
            case 4:
                Inner((uint*)source, (uint*)target, length);
                break;
            default:
                Inner((ulong*)source, (ulong*)target, length);
                break;
        }
    }

    private void Inner<T>(T* source, T* target, int length) where T : unmanaged
    {
        if (_blocked)
        {
            Block(source, target, length, _lengths[^1], _toStrides[^2], _fromStrides[^1]);
        }
        else if (_fromStrides[^1] == 0 && _toStrides[^1] == 1)
        {
            new Span<T>(target, length).Fill(*source);
        }
        else
        {
            Walk(source, target, length, (nint)_fromStrides[^1], (nint)_toStrides[^1]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Walk<T>(T* source, T* target, int length, nint fromStride, nint toStride) where T : unmanaged
    {
        for (int i = 0; i < length; i++, source += fromStride, target += toStride)
        {
            *target = *source;
        }
    }

    /// <summary>A transposed matrix, in blocks that touch few cache lines at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block<T>(T* source, T* target, int rows, int columns, long toStride, long fromStride) where T : unmanaged
    {
        for (int i = 0; i < rows; i += BlockSide)
        {
            int height = Math.Min(BlockSide, rows - i);
            for (int j = 0; j < columns; j += BlockSide)
            {
                int width = Math.Min(BlockSide, columns - j);
                for (int r = 0; r < height; r++)
                {
                    T* a = source + i + r + (j * fromStride);
                    T* b = target + ((i + r) * toStride) + j;
                    for (int c = 0; c < width; c++, a += fromStride)
                    {
                        b[c] = *a;
                    }
                }
            }
        }
    }

    private void MoveToEnd(int axis, int place)
    {
        (int length, long from, long to) = (_lengths[axis], _fromStrides[axis], _toStrides[axis]);
        for (int i = axis; i < place; i++)
        {
            (_lengths[i], _fromStrides[i], _toStrides[i]) = (_lengths[i + 1], _fromStrides[i + 1], _toStrides[i + 1]);
        }

        (_lengths[place], _fromStrides[place], _toStrides[place]) = (length, from, to);
    }

    private static (int[] Lengths, long[] From, long[] To) Join(int[] lengths, long[] from, long[] to)
    {
        List<int> n = [];
        List<long> a = [];
        List<long> b = [];
        for (int i = 0; i < lengths.Length; i++)
        {
            if (lengths[i] == 1)
            {
                continue;
            }

            if (n.Count > 0 && a[^1] == from[i] * lengths[i] && b[^1] == to[i] * lengths[i])
            {
                n[^1] *= lengths[i];
                (a[^1], b[^1]) = (from[i], to[i]);
            }
            else
            {
                n.Add(lengths[i]);
                a.Add(from[i]);
                b.Add(to[i]);
            }
        }

        return n.Count == 0 ? ([1], [1], [1]) : ([.. n], [.. a], [.. b]);
    }
}

/// <summary>Copies one after the other, after filling the output where they leave gaps.</summary>
internal sealed unsafe class MovementKernel(Operand? fill, Operand output, TensorSpec spec, StridedCopy[] copies) : Kernel
{
    internal override void Run(WorkerPool pool)
    {
        if (fill is not null)
        {
            int n = spec.Shape.Size();
            switch (spec.DType.Size())
            {
                case 1:
                    new Span<byte>(output.Address, n).Fill(*fill.Address);
                    break;
                case 2:
                    new Span<ushort>(output.Address, n).Fill(*fill.As<ushort>());
                    break;
                case 4:
                    new Span<uint>(output.Address, n).Fill(*fill.As<uint>());
                    break;
                default:
                    new Span<ulong>(output.Address, n).Fill(*fill.As<ulong>());
                    break;
            }
        }

        foreach (StridedCopy copy in copies)
        {
            copy.Run(pool);
        }
    }
}

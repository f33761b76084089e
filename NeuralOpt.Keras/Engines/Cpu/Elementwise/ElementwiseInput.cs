namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>An input of an elementwise kernel, and how it is broadcast to the kernel's shape.</summary>
internal sealed unsafe class ElementwiseInput
{
    // Axes of the output with this input's stride, neighbours joined where one walk covers both.
    private readonly int[] _lengths;
    private readonly int[] _strides;

    internal ElementwiseInput(Operand operand, TensorSpec spec, Shape output)
    {
        Operand = operand;
        Size = spec.DType.Size();
        (_lengths, _strides) = Walk(spec.Shape, output);
        int rank = _lengths.Length;
        IsSingle = rank == 0 || (rank == 1 && _strides[0] == 0);
        NeedsTile = rank > 1;
        Period = rank == 2 && _strides is [0, 1] ? _lengths[1] : 0;
    }

    internal Operand Operand { get; }

    /// <summary>Bytes of an element.</summary>
    internal int Size { get; }

    /// <summary>Whether it is one element for all.</summary>
    internal bool IsSingle { get; }

    /// <summary>Whether a run of it has to be put together: it is neither the whole shape nor one element.</summary>
    internal bool NeedsTile { get; }

    /// <summary>After how many elements it repeats, where it is a vector along the last axes; else 0.</summary>
    internal int Period { get; }

    /// <summary>Writes elements <paramref name="at"/> to <paramref name="at"/> + <paramref name="n"/> - 1 of the broadcast input.</summary>
    internal void Expand(long at, nint n, byte* to)
    {
        int rank = _lengths.Length;
        int* index = stackalloc int[rank];
        long offset = 0;
        for (int i = rank - 1; i >= 0; i--)
        {
            index[i] = (int)(at % _lengths[i]);
            at /= _lengths[i];
            offset += (long)index[i] * _strides[i];
        }

        int last = rank - 1;
        while (n > 0)
        {
            int run = (int)Math.Min(n, _lengths[last] - index[last]);
            byte* from = Operand.Address + (offset * Size);
            if (_strides[last] == 1)
            {
                System.Buffer.MemoryCopy(from, to, (long)run * Size, (long)run * Size);
            }
            else
            {
                Fill(from, to, run);
            }

            to += (long)run * Size;
            n -= run;
            offset += (long)run * _strides[last];
            index[last] += run;
            for (int i = last; i > 0 && index[i] == _lengths[i]; i--)
            {
                index[i] = 0;
                offset += _strides[i - 1] - ((long)_lengths[i] * _strides[i]);
                index[i - 1]++;
            }
        }
    }

    private void Fill(byte* from, byte* to, int n)
    {
        switch (Size)
        {
            case 1:
                new Span<byte>(to, n).Fill(*from);
                break;
            case 2:
                new Span<ushort>(to, n).Fill(*(ushort*)from);
                break;
            case 4:
                new Span<uint>(to, n).Fill(*(uint*)from);
                break;
            default:
                new Span<ulong>(to, n).Fill(*(ulong*)from);
                break;
        }
    }

    private static (int[] Lengths, int[] Strides) Walk(Shape input, Shape output)
    {
        int[] x = input.ToArray();
        int[] y = output.ToArray();
        List<int> lengths = [];
        List<int> strides = [];
        int stride = 1;
        for (int i = 1; i <= y.Length; i++)
        {
            int own = i <= x.Length ? x[^i] : 1;
            int step = own == 1 ? 0 : stride;
            stride *= own;
            if (y[^i] == 1)
            {
                continue;
            }

            if (lengths.Count > 0 && step == strides[^1] * lengths[^1])
            {
                lengths[^1] *= y[^i];
            }
            else
            {
                lengths.Add(y[^i]);
                strides.Add(step);
            }
        }

        lengths.Reverse();
        strides.Reverse();
        return ([.. lengths], [.. strides]);
    }
}

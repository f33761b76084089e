using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Float32 product of a matrix and a vector (M = 1 or N = 1), which only reads its matrix once: no packing.</summary>
/// <remarks>
/// Where a result's terms are neighbours in memory it is a dot product. Where they are a row apart, rows are scaled and
/// added, in parts if there are many, whose sums are added in order.
/// </remarks>
internal sealed unsafe class MatVec<S, V> : Kernel
    where S : struct, ISimd<V>
    where V : struct
{
    private readonly Operand _matrix;
    private readonly long _matrixOffset;
    private readonly Operand _vector;
    private readonly long _vectorOffset;
    private readonly Operand _c;
    private readonly Operand? _bias;
    private readonly bool _biasEach;
    private readonly Epilogue _epilogue;
    private readonly bool _accumulate;
    private readonly bool _dot;
    private readonly int _length;
    private readonly int _terms;
    private readonly int _chunks;
    private readonly Job _job;

    internal MatVec(
        MatMulShape shape, Operand a, Operand b, Operand c, Operand? bias, Epilogue epilogue, bool accumulate)
    {
        // With one row the matrix is B, with one column it is A; a vector lies the same way transposed or not.
        bool oneRow = shape.M == 1;
        (_matrix, _vector) = oneRow ? (b, a) : (a, b);
        (_matrixOffset, _vectorOffset) = oneRow
            ? (shape.OffsetB(0), shape.OffsetA(0))
            : (shape.OffsetA(0), shape.OffsetB(0));
        (_c, _bias, _epilogue, _accumulate) = (c, bias, epilogue, accumulate);
        _biasEach = oneRow;
        _dot = oneRow ? shape.TransposeB : !shape.TransposeA;
        _length = oneRow ? shape.N : shape.M;
        _terms = shape.K;
        int chunks = Split.Count(shape.Work, Split.SerialWork);
        _chunks = Math.Min(chunks, _dot ? Math.Max(_length, 1) : _terms);
        _job = _dot ? new DotJob(this) : new RowsJob(this);
    }

    internal override nuint ScratchBytes => _dot ? 0 : (nuint)_chunks * (nuint)_length * sizeof(float);

    internal override void Run(WorkerPool pool)
    {
        pool.Run(_job, _chunks);
        if (!_dot)
        {
            AddParts();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddParts()
    {
        nint length = _length;
        float* parts = (float*)Scratch;
        float* c = _c.Float;
        float* bias = _bias is null ? null : _bias.Float;
        for (nint j = 0; j < length; j += S.Width)
        {
            int count = (int)Math.Min(S.Width, length - j);
            V sum = S.LoadPartial(parts + j, count);
            for (int part = 1; part < _chunks; part++)
            {
                sum = S.Add(sum, S.LoadPartial(parts + part * length + j, count));
            }

            sum = _accumulate ? S.Add(sum, S.LoadPartial(c + j, count)) : sum;
            if (bias is not null)
            {
                sum = S.Add(sum, _biasEach ? S.LoadPartial(bias + j, count) : S.Broadcast(*bias));
            }

            sum = _epilogue == Epilogue.Relu ? S.MaxNative(S.Zero, sum) : sum;
            S.StorePartial(c + j, sum, count);
        }
    }

    private sealed class DotJob(MatVec<S, V> kernel) : Job
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal override void Run(int chunk)
        {
            int row = (int)Split.Start(kernel._length, kernel._chunks, chunk);
            int end = (int)Split.Start(kernel._length, kernel._chunks, chunk + 1);
            int terms = kernel._terms;
            float* x = kernel._vector.Float + kernel._vectorOffset;
            float* matrix = kernel._matrix.Float + kernel._matrixOffset;
            for (; row < end; row++)
            {
                float sum = Dot(matrix + (nint)row * terms, x, terms);
                float* c = kernel._c.Float + row;
                sum += kernel._accumulate ? *c : 0;
                sum += kernel._bias is null ? 0 : kernel._bias.Float[kernel._biasEach ? row : 0];
                *c = kernel._epilogue == Epilogue.Relu && sum < 0 ? 0 : sum;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static float Dot(float* a, float* b, int length)
        {
            int w = S.Width, i = 0;
            V sum0 = S.Zero, sum1 = S.Zero, sum2 = S.Zero, sum3 = S.Zero;
            for (; i + 4 * w <= length; i += 4 * w)
            {
                sum0 = S.Fma(S.Load(a + i), S.Load(b + i), sum0);
                sum1 = S.Fma(S.Load(a + i + w), S.Load(b + i + w), sum1);
                sum2 = S.Fma(S.Load(a + i + 2 * w), S.Load(b + i + 2 * w), sum2);
                sum3 = S.Fma(S.Load(a + i + 3 * w), S.Load(b + i + 3 * w), sum3);
            }

            for (; i < length; i += w)
            {
                int count = Math.Min(w, length - i);
                sum0 = S.Fma(S.LoadPartial(a + i, count), S.LoadPartial(b + i, count), sum0);
            }

            return S.Sum(S.Add(S.Add(sum0, sum1), S.Add(sum2, sum3)));
        }
    }

    private sealed class RowsJob(MatVec<S, V> kernel) : Job
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal override void Run(int chunk)
        {
            int from = (int)Split.Start(kernel._terms, kernel._chunks, chunk);
            int end = (int)Split.Start(kernel._terms, kernel._chunks, chunk + 1);
            nint length = kernel._length;
            float* x = kernel._vector.Float + kernel._vectorOffset;
            float* sums = (float*)kernel.Scratch + chunk * length;
            new Span<float>(sums, (int)length).Clear();
            int row = from;
            for (; row + 4 <= end; row += 4)
            {
                float* matrix = kernel._matrix.Float + kernel._matrixOffset + row * length;
                V x0 = S.Broadcast(x[row]), x1 = S.Broadcast(x[row + 1]), x2 = S.Broadcast(x[row + 2]), x3 = S.Broadcast(x[row + 3]);
                nint j = 0;
                for (; j + S.Width <= length; j += S.Width)
                {
                    float* m = matrix + j;
                    V even = S.Fma(x0, S.Load(m), S.Load(sums + j));
                    V odd = S.Mul(x1, S.Load(m + length));
                    even = S.Fma(x2, S.Load(m + 2 * length), even);
                    odd = S.Fma(x3, S.Load(m + 3 * length), odd);
                    S.Store(sums + j, S.Add(even, odd));
                }

                if (j < length)
                {
                    int count = (int)(length - j);
                    float* m = matrix + j;
                    V even = S.Fma(x0, S.LoadPartial(m, count), S.LoadPartial(sums + j, count));
                    V odd = S.Mul(x1, S.LoadPartial(m + length, count));
                    even = S.Fma(x2, S.LoadPartial(m + 2 * length, count), even);
                    odd = S.Fma(x3, S.LoadPartial(m + 3 * length, count), odd);
                    S.StorePartial(sums + j, S.Add(even, odd), count);
                }
            }

            for (; row < end; row++)
            {
                float* matrix = kernel._matrix.Float + kernel._matrixOffset + row * length;
                V x0 = S.Broadcast(x[row]);
                for (nint j = 0; j < length; j += S.Width)
                {
                    int count = (int)Math.Min(S.Width, length - j);
                    V sum = S.Fma(x0, S.LoadPartial(matrix + j, count), S.LoadPartial(sums + j, count));
                    S.StorePartial(sums + j, sum, count);
                }
            }
        }
    }
}

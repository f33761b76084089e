using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Matrix product of any number type by plain loops: for checks in double precision and for integers.</summary>
internal sealed unsafe class SimpleMatMul<T> : Kernel where T : unmanaged, INumber<T>
{
    private readonly MatMulShape _shape;
    private readonly Operand _a;
    private readonly Operand _b;
    private readonly Operand _c;
    private readonly Operand? _bias;
    private readonly Epilogue _epilogue;
    private readonly bool _accumulate;
    private readonly RowsJob _job;
    private readonly int _chunks;

    internal SimpleMatMul(
        MatMulShape shape, Operand a, Operand b, Operand c, Operand? bias, Epilogue epilogue, bool accumulate)
    {
        _shape = shape;
        _a = a;
        _b = b;
        _c = c;
        _bias = bias;
        _epilogue = epilogue;
        _accumulate = accumulate;
        long rows = (long)shape.Batch * shape.M;
        _chunks = (int)Math.Min(Math.Max(rows, 1), Split.Count(shape.Batch * shape.Work, Split.SerialWork));
        _job = new RowsJob(this, rows, _chunks);
    }

    internal override void Run(WorkerPool pool) => pool.Run(_job, _chunks);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Row(int entry, int m)
    {
        (int n, int k) = (_shape.N, _shape.K);
        T* a = _a.As<T>() + _shape.OffsetA(entry) + (_shape.TransposeA ? m : (long)m * k);
        nint aStep = _shape.TransposeA ? _shape.M : 1;
        T* b = _b.As<T>() + _shape.OffsetB(entry);
        T* c = _c.As<T>() + ((long)entry * _shape.M + m) * n;
        T* bias = _bias is null ? null : _bias.As<T>();
        for (int j = 0; j < n; j++)
        {
            c[j] = (_accumulate ? c[j] : T.Zero) + (bias is null ? T.Zero : bias[j]);
        }

        if (_shape.TransposeB)
        {
            for (int j = 0; j < n; j++, b += k)
            {
                T sum = T.Zero;
                for (nint i = 0; i < k; i++)
                {
                    sum += a[i * aStep] * b[i];
                }

                c[j] += sum;
            }
        }
        else
        {
            for (nint i = 0; i < k; i++, b += n)
            {
                T x = a[i * aStep];
                for (nint j = 0; j < n; j++)
                {
                    c[j] += x * b[j];
                }
            }
        }

        if (_epilogue == Epilogue.Relu)
        {
            for (int j = 0; j < n; j++)
            {
                c[j] = T.Max(c[j], T.Zero);
            }
        }
    }

    private sealed class RowsJob(SimpleMatMul<T> kernel, long rows, int chunks) : Job
    {
        internal override void Run(int chunk)
        {
            long end = Split.Start(rows, chunks, chunk + 1);
            for (long row = Split.Start(rows, chunks, chunk); row < end; row++)
            {
                kernel.Row((int)(row / kernel._shape.M), (int)(row % kernel._shape.M));
            }
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>What plain loops over a convolution work out.</summary>
internal static class SimpleConvolution
{
    internal enum Pass
    {
        Forward,
        InputGradient,
        FilterGradient,
    }
}

/// <summary>Convolution of any floating type by plain loops, for checks in double precision.</summary>
/// <remarks>One thread: the loops scatter into what they work out.</remarks>
internal sealed unsafe class SimpleConvolution<T> : Kernel where T : unmanaged, INumber<T>
{
    private readonly SimpleConvolution.Pass _pass;
    private readonly ConvGeometry _geometry;
    private readonly TapPlan _plan;
    private readonly Operand _x;
    private readonly Operand _filters;
    private readonly Operand _y;
    private readonly Operand? _bias;
    private readonly Epilogue _epilogue;

    internal SimpleConvolution(
        SimpleConvolution.Pass pass, ConvGeometry geometry, Operand x, Operand filters, Operand y, Operand? bias, Epilogue epilogue)
    {
        (_pass, _geometry, _x, _filters, _y, _bias, _epilogue) = (pass, geometry, x, filters, y, bias, epilogue);
        _plan = TapPlan.Forward(geometry);
    }

    internal override void Run(WorkerPool pool)
    {
        TapPlan plan = _plan;
        nint outputs = (nint)_geometry.Batch * _geometry.OutputSize * _geometry.Cout;
        switch (_pass)
        {
            case SimpleConvolution.Pass.Forward:
                new Span<T>(_y.As<T>(), checked((int)outputs)).Clear();
                break;
            case SimpleConvolution.Pass.InputGradient:
                new Span<T>(_x.As<T>(), checked(_geometry.Batch * _geometry.InputSize * _geometry.Cin)).Clear();
                break;
            default:
                new Span<T>(_filters.As<T>(), _geometry.Taps * _geometry.CinGroup * _geometry.Cout).Clear();
                break;
        }

        nint pixel = 0;
        for (int sample = 0; sample < _geometry.Batch; sample++)
        {
            for (int d = 0; d < plan.Count[0]; d++)
            {
                for (int h = 0; h < plan.Count[1]; h++)
                {
                    for (int w = 0; w < plan.Count[2]; w++, pixel++)
                    {
                        Pixel(sample, d * plan.Step[0], h * plan.Step[1], w * plan.Step[2], _y.As<T>() + pixel * _geometry.Cout);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pixel(int sample, int d0, int h0, int w0, T* y)
    {
        TapPlan plan = _plan;
        int cin = plan.SourceGroup, cout = plan.TargetGroup, outputs = plan.TargetChannels;
        foreach (Tap tap in plan.Taps)
        {
            int d = d0 + tap.D, h = h0 + tap.H, w = w0 + tap.W;
            if (d < 0 || d >= plan.Source[0] || h < 0 || h >= plan.Source[1] || w < 0 || w >= plan.Source[2])
            {
                continue;
            }

            T* x = _x.As<T>() + ((((nint)sample * plan.Source[0] + d) * plan.Source[1] + h) * plan.Source[2] + w) * plan.SourceChannels;
            T* filters = _filters.As<T>() + (nint)tap.Index * cin * outputs;
            for (int group = 0; group < plan.Groups; group++, x += cin)
            {
                for (int i = 0; i < cin; i++)
                {
                    T* filter = filters + (nint)i * outputs + group * cout;
                    T* dy = y + group * cout;
                    switch (_pass)
                    {
                        case SimpleConvolution.Pass.Forward:
                            for (int o = 0; o < cout; o++)
                            {
                                dy[o] += x[i] * filter[o];
                            }

                            break;
                        case SimpleConvolution.Pass.InputGradient:
                            for (int o = 0; o < cout; o++)
                            {
                                x[i] += dy[o] * filter[o];
                            }

                            break;
                        default:
                            for (int o = 0; o < cout; o++)
                            {
                                filter[o] += x[i] * dy[o];
                            }

                            break;
                    }
                }
            }
        }

        if (_pass == SimpleConvolution.Pass.Forward)
        {
            for (int o = 0; o < outputs; o++)
            {
                T sum = y[o] + (_bias is null ? T.Zero : _bias.As<T>()[o]);
                y[o] = _epilogue == Epilogue.Relu ? T.Max(sum, T.Zero) : sum;
            }
        }
    }
}

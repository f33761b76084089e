namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Evenly spaced numbers from one end to the other.</summary>
    /// <param name="start">The first; may have axes.</param>
    /// <param name="stop">The last, or what would come next if <paramref name="endpoint"/> is false; broadcasts with <paramref name="start"/>.</param>
    /// <param name="num">How many.</param>
    /// <param name="endpoint">Whether <paramref name="stop"/> belongs to them.</param>
    /// <param name="retstep">Must be false: the form with <c>retstep: out Tensor step</c> gives the step too.</param>
    /// <param name="dtype">Type of the result; floating point by default.</param>
    /// <param name="axis">Place of the new axis.</param>
    /// <returns>The broadcast shape with a new axis of length <paramref name="num"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#linspace-function"/>
    public static Tensor Linspace(Tensor start, Tensor stop, int num = 50, bool endpoint = true, bool retstep = false, DTypeLike? dtype = null, int axis = 0)
    {
        if (retstep)
        {
            throw new KerasArgumentException("Linspace: retstep must be false here; write retstep: out Tensor step to be given the step. Received: true.");
        }

        if (num < 0)
        {
            throw new KerasArgumentException($"Linspace: num must be at least 0. Received: {num}.");
        }

        (Tensor first, Tensor last) = Promotion.Common(start, stop);
        (first, last) = (Promotion.Floating(first), Promotion.Floating(last));
        Shape common = ShapeRules.Broadcast(first.Shape, last.Shape)
            ?? throw new ShapeException($"Linspace: start and stop must broadcast. Received shapes: {start.Shape}, {stop.Shape}.");
        axis = Axis.One("Linspace", axis, common.Rank + 1);

        // Weights of both ends, so that both are exact.
        double steps = Math.Max(1, endpoint ? num - 1 : num);
        Shape line = common.Select((_, i) => 1).Append(1).ToArray();
        line = line.With(axis, num);
        Tensor weight = Reshape(Computed(num, i => i / steps), line);
        Tensor other = Reshape(Computed(num, i => 1 - (i / steps)), line);
        Tensor from = ExpandDims(BroadcastTo(first, common), axis);
        Tensor to = ExpandDims(BroadcastTo(last, common), axis);
        return Cast(Add(Multiply(from, Cast(other, from.DType)), Multiply(to, Cast(weight, to.DType))), dtype ?? from.DType);
    }

    /// <summary>(count), float64: a function of the index.</summary>
    private static Tensor Computed(int count, Func<int, double> at)
    {
        Tensor t = Tensor.Uninitialized(new(count, DType.Float64));
        for (int i = 0; i < count; i++)
        {
            t.WriteDouble(i, at(i));
        }

        return t;
    }

    /// <summary>Evenly spaced numbers from one end to the other, and their distance: <c>Linspace(0, 1, num: 5, retstep: out Tensor step)</c>.</summary>
    /// <param name="start">The first; may have axes.</param>
    /// <param name="stop">The last, or what would come next if <paramref name="endpoint"/> is false; broadcasts with <paramref name="start"/>.</param>
    /// <param name="retstep">The distance from one to the next, NaN where there is but one; the broadcast shape.</param>
    /// <param name="num">How many.</param>
    /// <param name="endpoint">Whether <paramref name="stop"/> belongs to them.</param>
    /// <param name="dtype">Type of the result; floating point by default.</param>
    /// <param name="axis">Place of the new axis.</param>
    /// <returns>The broadcast shape with a new axis of length <paramref name="num"/>.</returns>
    public static Tensor Linspace(
        Tensor start, Tensor stop, out Tensor retstep, int num = 50, bool endpoint = true, DTypeLike? dtype = null, int axis = 0)
    {
        Tensor numbers = Linspace(start, stop, num, endpoint, dtype: dtype, axis: axis);
        Tensor way = Promotion.Floating(stop - start);
        double steps = endpoint ? num - 1 : num;
        retstep = steps > 0 ? way / steps : way * double.NaN;
        return numbers;
    }

    /// <summary>Numbers evenly spaced in their logarithm: <c>base ** linspace(start, stop)</c>.</summary>
    /// <param name="start">Exponent of the first.</param>
    /// <param name="stop">Exponent of the last, or of what would come next if <paramref name="endpoint"/> is false.</param>
    /// <param name="num">How many.</param>
    /// <param name="endpoint">Whether the end belongs to them.</param>
    /// <param name="base">The base.</param>
    /// <param name="dtype">Type of the result; floating point by default.</param>
    /// <param name="axis">Place of the new axis.</param>
    /// <returns>The broadcast shape with a new axis of length <paramref name="num"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#logspace-function"/>
    public static Tensor Logspace(Tensor start, Tensor stop, int num = 50, bool endpoint = true, double @base = 10, DTypeLike? dtype = null, int axis = 0)
    {
        Tensor exponents = Linspace(start, stop, num, endpoint, axis: axis);
        return Cast(Power(@base, exponents), dtype ?? exponents.DType);
    }

    /// <summary>Numbers each of which is the same multiple of the one before.</summary>
    /// <param name="start">The first; not 0.</param>
    /// <param name="stop">The last, or what would come next if <paramref name="endpoint"/> is false; of the sign of <paramref name="start"/>.</param>
    /// <param name="num">How many.</param>
    /// <param name="endpoint">Whether <paramref name="stop"/> belongs to them.</param>
    /// <param name="dtype">Type of the result; floating point by default.</param>
    /// <param name="axis">Place of the new axis.</param>
    /// <returns>The broadcast shape with a new axis of length <paramref name="num"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#geomspace-function"/>
    public static Tensor Geomspace(Tensor start, Tensor stop, int num = 50, bool endpoint = true, DTypeLike? dtype = null, int axis = 0)
    {
        Tensor ratio = Divide(stop, start);
        Tensor powers = Linspace(Zeros(Shape.Scalar, ratio.DType), Ones(Shape.Scalar, ratio.DType), num, endpoint);
        axis = Axis.One("Geomspace", axis, ratio.Rank + 1);
        Shape line = ratio.Shape.Select(_ => 1).Append(1).ToArray();
        Tensor spaced = Power(ExpandDims(ratio, axis), Reshape(powers, line.With(axis, num)));
        return Cast(Multiply(ExpandDims(BroadcastTo(start, ratio.Shape), axis), spaced), dtype ?? ratio.DType);
    }
}

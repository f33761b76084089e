using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>The one place that knows real tensors from symbolic ones, and tape on from tape off.</summary>
internal static class Dispatcher
{
    internal static Tensor Run(Op op, Tensor[] x)
    {
        bool symbolic = false;
        bool traced = false;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] is null)
            {
                throw new KerasArgumentNullException($"{op.Name}: every input must be given. Received: null.");
            }

            if (x[i] is IndexedSlices slices)
            {
                x = [.. x];
                x[i] = slices.ToDense();
            }

            symbolic |= x[i] is KerasTensor;
            traced |= x[i] is TracedTensor;
        }

        TensorSpec[] specs = Array.ConvertAll(x, static t => t.Spec);
        TensorSpec spec = op.Infer(specs);
        if (symbolic)
        {
            KerasTensor[] inputs = [.. x.OfType<KerasTensor>()];
            return !SymbolicScope.IsActive && inputs[0].Source is { } source
                ? source.Call.Describe(op, inputs, spec, x)
                : new KerasTensor(spec.Shape, spec.DType);
        }

        if (op is CompositeOp composite && !Device.Current.Supports(composite.Block, specs))
        {
            return composite.Decompose(x);
        }

        Tensor y = traced
            ? Trace.Required(op).Add(op.Lower(specs, spec), x, spec)
            : Execute(op.Lower(specs, spec), x, spec);
        Tape.Record(op, x, y);
        return y;
    }

    /// <summary>One primitive on real tensors. A reshape shares its input's memory.</summary>
    internal static Tensor Execute(Primitive primitive, Tensor[] x, TensorSpec spec)
    {
        if (primitive is Reshape)
        {
            return x[0].View(spec.Shape);
        }

        Tensor y = Tensor.Uninitialized(spec);
        if (y.Size > 0)
        {
            Device.Current.Execute(primitive, x, y);
        }

        return y;
    }
}

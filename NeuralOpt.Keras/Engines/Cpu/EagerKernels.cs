using System.Diagnostics.CodeAnalysis;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>The kernels of one thread's eager calls: the same primitive on the same shapes finds its kernel made.</summary>
/// <remarks>
/// Making a kernel costs more than running it on a few elements. It belongs to the thread because it holds the addresses of the
/// call that runs; nothing else of a call is kept, so no tensor lives longer.
/// </remarks>
internal sealed unsafe class EagerKernels
{
    /// <summary>Calls that are told apart before all are forgotten: more than a training loop makes.</summary>
    internal const int Capacity = 256;

    // Making the kernel is little beside the work on more elements; and some kernels have tables as long as their tensors.
    private const long LargestCall = 1 << 16;
    private const long MostElements = 1 << 20;

    // Working memory that the thread keeps; a call that needs more takes its own.
    private const nuint LargestScratch = 1 << 20;

    [ThreadStatic]
    private static EagerKernels? t_current;

    private readonly Dictionary<Call, Bound> _kernels = new(new CallComparer());
    private readonly ThreadBlock _scratch = new();
    private long _elements;

    /// <summary>Those of the running thread.</summary>
    internal static EagerKernels Current => t_current ??= new();

    /// <summary>Kernels kept.</summary>
    internal int Count => _kernels.Count;

    /// <summary>Runs one primitive. The caller keeps the tensors alive.</summary>
    internal void Run(Primitive primitive, Tensor[] inputs, Tensor output)
    {
        Bound bound = Find(new(primitive, inputs, output));
        for (int i = 0; i < inputs.Length; i++)
        {
            bound.Inputs[i].Address = inputs[i].Buffer.Address;
        }

        bound.Output.Address = output.Buffer.Address;
        Kernel kernel = bound.Kernel;
        nuint bytes = kernel.ScratchBytes;
        Buffer? large = bytes > LargestScratch ? Buffer.Uninitialized((long)bytes) : null;
        kernel.Scratch = large is not null ? large.Address : bytes > 0 ? _scratch.Get(bytes) : null;
        kernel.Run(WorkerPool.Shared);
        GC.KeepAlive(large);
    }

    private Bound Find(NewCall call)
    {
        var known = _kernels.GetAlternateLookup<NewCall>();
        if (known.TryGetValue(call, out Bound? bound))
        {
            return bound;
        }

        Operand[] inputs = Array.ConvertAll(call.Inputs, static _ => new Operand());
        Operand output = new();
        TensorSpec[] specs = Array.ConvertAll(call.Inputs, static t => t.Spec);
        bound = new(KernelFactories.Create(call.Primitive, new(specs, inputs, call.Output.Spec, output)), inputs, output);
        long elements = call.Output.Size;
        foreach (TensorSpec spec in specs)
        {
            elements += spec.Shape.Size();
        }

        if (elements <= LargestCall)
        {
            _elements += elements;
            if (_kernels.Count == Capacity || _elements > MostElements)
            {
                _kernels.Clear();
                _elements = elements;
            }

            known[call] = bound;
        }

        return bound;
    }

    private sealed record Bound(Kernel Kernel, Operand[] Inputs, Operand Output);

    /// <summary>What tells calls apart.</summary>
    private readonly record struct Call(Primitive Primitive, TensorSpec[] Inputs, TensorSpec Output);

    /// <summary>A call to be looked up.</summary>
    private readonly record struct NewCall(Primitive Primitive, Tensor[] Inputs, Tensor Output);

    private sealed class CallComparer : IEqualityComparer<Call>, IAlternateEqualityComparer<NewCall, Call>
    {
        public Call Create(NewCall call) => new(call.Primitive, Array.ConvertAll(call.Inputs, static t => t.Spec), call.Output.Spec);

        public bool Equals(NewCall a, Call b)
        {
            if (a.Inputs.Length != b.Inputs.Length || !a.Output.Spec.Equals(b.Output) || !a.Primitive.Equals(b.Primitive))
            {
                return false;
            }

            for (int i = 0; i < a.Inputs.Length; i++)
            {
                if (!a.Inputs[i].Spec.Equals(b.Inputs[i]))
                {
                    return false;
                }
            }

            return true;
        }

        public int GetHashCode(NewCall call)
        {
            int hash = HashCode.Combine(call.Primitive.GetHashCode(), call.Output.Spec.GetHashCode());
            foreach (Tensor input in call.Inputs)
            {
                hash = HashCode.Combine(hash, input.Spec.GetHashCode());
            }

            return hash;
        }

        public bool Equals(Call a, Call b)
            => a.Primitive.Equals(b.Primitive) && a.Output.Equals(b.Output) && a.Inputs.AsSpan().SequenceEqual(b.Inputs);

        public int GetHashCode([DisallowNull] Call call)
        {
            int hash = HashCode.Combine(call.Primitive.GetHashCode(), call.Output.GetHashCode());
            foreach (TensorSpec input in call.Inputs)
            {
                hash = HashCode.Combine(hash, input.GetHashCode());
            }

            return hash;
        }
    }
}

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Makes the kernel of one kind of primitive. One class a primitive; found by reflection, listed nowhere.</summary>
internal abstract class KernelFactory<TPrimitive> : IKernelFactory where TPrimitive : Primitive
{
    public Type Primitive => typeof(TPrimitive);

    public Kernel Create(Primitive primitive, KernelArguments arguments) => Create((TPrimitive)primitive, arguments);

    /// <summary>Everything that depends on shapes and dtypes is decided here; addresses are known only when the kernel runs.</summary>
    protected abstract Kernel Create(TPrimitive primitive, KernelArguments arguments);
}

/// <summary>What <see cref="KernelFactories"/> collects.</summary>
internal interface IKernelFactory
{
    Type Primitive { get; }

    Kernel Create(Primitive primitive, KernelArguments arguments);
}

/// <summary>Where a call's tensors are, and what they are.</summary>
internal sealed record KernelArguments(TensorSpec[] InputSpecs, Operand[] Inputs, TensorSpec OutputSpec, Operand Output);

/// <summary>The registry of kernel factories, built once.</summary>
internal static class KernelFactories
{
    private static readonly Dictionary<Type, IKernelFactory> s_factories = typeof(KernelFactories).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(IKernelFactory)))
        .Select(t => (IKernelFactory)Activator.CreateInstance(t)!)
        .ToDictionary(f => f.Primitive);

    internal static bool Knows(Primitive primitive) => s_factories.ContainsKey(primitive.GetType());

    internal static Kernel Create(Primitive primitive, KernelArguments arguments)
        => s_factories.TryGetValue(primitive.GetType(), out IKernelFactory? factory)
            ? factory.Create(primitive, arguments)
            : throw new EngineException($"cpu engine: there must be a kernel for every primitive. Received: {primitive.Name}.");
}

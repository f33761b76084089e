namespace NeuralOpt.Keras.Engines;

/// <summary>The seam: graph in, program out. An engine knows primitives, no op and no layer.</summary>
internal interface IEngine
{
    /// <summary>Short lower-case name, such as <c>cpu</c>.</summary>
    string Name { get; }

    /// <summary>Whether the engine does a block whole, on inputs like these. Every other primitive it must know.</summary>
    bool Supports(Block block, TensorSpec[] inputs);

    /// <summary>Chooses kernels, fuses, lays out memory.</summary>
    /// <param name="graph">What the program does.</param>
    /// <param name="workspace">Where it may keep intermediate results while it runs; it shares that with other programs.</param>
    IProgram Compile(Graph graph, Workspace workspace);

    /// <summary>One primitive at once, on host tensors, for eager code. <paramref name="output"/> is allocated, its contents undefined.</summary>
    void Execute(Primitive primitive, Tensor[] inputs, Tensor output);

    /// <summary>State that lives on the engine, starting as <paramref name="initial"/>.</summary>
    VariableState CreateVariable(Tensor initial);
}

/// <summary>A compiled graph.</summary>
internal interface IProgram
{
    /// <summary>One step. Feeds are in the graph's order, with its shapes and dtypes; what comes back is the caller's to keep.</summary>
    Tensor[] Run(Tensor[] feeds);

    /// <summary>The plan as a table for people: kernels in order, memory, and the median times of some runs. Variables stay as they were.</summary>
    /// <param name="feeds">As for <see cref="Run"/>.</param>
    /// <param name="runs">Runs to time; 0 for the plan alone.</param>
    string Explain(Tensor[] feeds, int runs) => "This engine does not tell its plan.";
}

/// <summary>A variable's value where its engine keeps it.</summary>
internal abstract class VariableState(TensorSpec spec)
{
    internal TensorSpec Spec { get; } = spec;

    /// <summary>The value now; later writes do not change what was returned.</summary>
    internal abstract Tensor Read();

    /// <summary>Replaces the value by one of the same shape and dtype.</summary>
    internal abstract void Write(Tensor value);
}

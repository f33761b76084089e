using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>A step that is traced once for each shape and dtype of its inputs, compiled, and replayed, as <c>tf.function</c> does.</summary>
/// <remarks>
/// The body runs only while it is traced, on symbolic tensors: use ops, variables, layers, a <see cref="GradientTape"/>.
/// C# conditions and loops are decided at that time. Variables are read and written at every run.
/// Called while a <see cref="GradientTape"/> is open, the body runs op by op instead, so that gradients go through it.
/// </remarks>
/// <example>
/// <code>
/// var w = new Variable(0.0);
/// var sgd = new SGD(0.1);
/// sgd.Build([w]);
/// var step = Function.Compile(t =&gt;
/// {
///     using var tape = new GradientTape();
///     Tensor loss = Ops.Mean(Ops.Square(t * w - 1));
///     sgd.ApplyGradients([(tape.Gradient(loss, w), w)]);
///     return loss;
/// });
/// Tensor first = step(Ops.Ones(4));
/// </code>
/// </example>
public sealed class Function
{
    // A model sees a few lengths of batches; more than so many are met where lengths differ with every input.
    private const int MostPrograms = 32;
    private const int MostInside = 256;

    [ThreadStatic]
    private static List<Function>? t_under;

    private readonly Func<Tensor[], Tensor[]> _body;
    private readonly ProgramCache _programs = new(MostPrograms);
    private readonly Workspace _workspace = new();
    private volatile ProgramCache.Entry? _last;

    // The times of all runs are kept, for their median.
    private const int MaxRuns = 100_000;

    private readonly bool _isDifferentiable;

    private Function(Func<Tensor[], Tensor[]> body, bool isDifferentiable = true) => (_body, _isDifferentiable) = (body, isDifferentiable);

    /// <summary>Makes a compiled function of any number of tensors.</summary>
    /// <param name="body">What to do with the inputs; what it returns is returned.</param>
    public static Function Compile(Func<Tensor[], Tensor[]> body) => new(Guard.NotNull(body, "Function.Compile", nameof(body)));

    /// <summary>Makes a step of which no gradient is ever asked, so that it runs compiled under an open tape too.</summary>
    internal static Function CompileStep(Func<Tensor[], Tensor[]> body) => new(body, isDifferentiable: false);

    /// <summary>Makes a compiled function of one tensor.</summary>
    /// <param name="body">What to do with the input.</param>
    public static Func<Tensor, Tensor> Compile(Func<Tensor, Tensor> body)
    {
        Guard.NotNull(body, "Function.Compile", nameof(body));
        Function function = new(x => [body(x[0])]);
        return x => function.Call(x)[0];
    }

    /// <summary>Makes a compiled function of two tensors, such as a training step of x and y.</summary>
    /// <param name="body">What to do with the inputs.</param>
    public static Func<Tensor, Tensor, Tensor> Compile(Func<Tensor, Tensor, Tensor> body)
    {
        Guard.NotNull(body, "Function.Compile", nameof(body));
        Function function = new(x => [body(x[0], x[1])]);
        return (a, b) => function.Call(a, b)[0];
    }

    /// <summary>Runs the step.</summary>
    /// <param name="inputs">Real tensors; a new combination of shapes and dtypes is traced and compiled first.</param>
    /// <returns>What the body returned, with values.</returns>
    public Tensor[] Call(params Tensor[] inputs)
    {
        Guard.NoNulls(inputs, "Function.Call");

        // Inside another trace the body simply belongs to that step.
        if (Trace.Current is not null || Array.Exists(inputs, static t => !t.IsConcrete))
        {
            return Body(inputs);
        }

        // A compiled program leaves nothing on a tape; op by op everything does.
        if (_isDifferentiable && Tape.IsRecording)
        {
            return Body(inputs);
        }

        return Find(inputs).Run(inputs);
    }

    /// <summary>Tells what the step compiles to: a table of kernels in order, what is fused in each, memory, and times if asked for.</summary>
    /// <param name="runs">How many runs to time, with one before them that is not counted; 0 gives the plan alone and runs nothing.</param>
    /// <param name="inputs">Real tensors, as for <see cref="Call"/>.</param>
    /// <returns>Text of one line a kernel. With times: the median of each kernel, its share, and its speed where it is a product or convolution.</returns>
    /// <remarks>The runs leave every variable, and so the model, as it was.</remarks>
    public string Explain(int runs, params Tensor[] inputs)
        => runs is >= 0 and <= MaxRuns
            ? Find([.. Guard.NoNulls(inputs, "Function.Explain")]).Explain(inputs, runs)
            : throw new KerasArgumentOutOfRangeException($"Function.Explain: runs must be at {(runs < 0 ? "least 0" : $"most {MaxRuns}")}. Received: {runs}.");

    private IProgram Find(Tensor[] inputs)
    {
        // A step is nearly always called as the last time.
        ProgramCache.Entry? last = _last;
        if (last is null || !last.Matches(inputs))
        {
            TensorSpec[] specs = Array.ConvertAll(inputs, static t => t.Spec);
            _last = last = _programs.Find(specs) ?? Add(specs);
        }

        return last.Program;
    }

    private ProgramCache.Entry Add(TensorSpec[] specs)
    {
        using (Structure.Enter())
        {
            return _programs.Find(specs) ?? _programs.Add(new(specs, Record(specs), _workspace));
        }
    }

    private Graph Record(TensorSpec[] specs)
    {
        using IDisposable? untaped = Tape.Suspend();
        using Trace trace = new();
        foreach (Tensor output in Body(Array.ConvertAll(specs, s => (Tensor)trace.Feed(s))))
        {
            trace.Graph.AddOutput(trace.ValueOf(IndexedSlices.Dense(output)));
        }

        return trace.Graph;
    }

    // Calls inside one another may end by a condition that is decided while they are traced; where they do not, this does.
    private Tensor[] Body(Tensor[] inputs)
    {
        List<Function> under = t_under ??= [];
        int again = under.Count(f => f == this);
        if (again >= MostInside || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new KerasInvalidOperationException(
                $"Function: a compiled function must not call itself without end. Received: {again} calls of it inside one another. Use Ops.WhileLoop or Ops.Scan.");
        }

        under.Add(this);
        try
        {
            Tensor[]? outputs = _body(inputs);
            return outputs is not null && Array.TrueForAll(outputs, static t => t is not null)
                ? outputs
                : throw new KerasInvalidOperationException("Function: the body must return tensors. Received: null.");
        }
        finally
        {
            under.RemoveAt(under.Count - 1);
        }
    }
}

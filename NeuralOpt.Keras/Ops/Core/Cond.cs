using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>One of two results.</summary>
    /// <param name="pred">One element: which.</param>
    /// <param name="trueFn">The result if it is true.</param>
    /// <param name="falseFn">The result if it is false.</param>
    /// <returns>What the function returns. In a compiled step both are computed and one is selected, so they must have one shape; of what they write to variables, that of the selected one is kept.</returns>
    /// <seealso href="https://keras.io/api/ops/core/#cond-function"/>
    public static Tensor Cond(Tensor pred, Func<Tensor> trueFn, Func<Tensor> falseFn)
    {
        Guard.NotNull(trueFn);
        Guard.NotNull(falseFn);
        return Guard.NotNull(pred).IsConcrete ? ((bool)pred ? trueFn() : falseFn()) : Select(pred, trueFn, falseFn);
    }

    // Both bodies are traced; what either writes to a variable is selected as their results are.
    private static Tensor Select(Tensor pred, Func<Tensor> trueFn, Func<Tensor> falseFn)
    {
        if (Keras.Trace.Current is not { } trace || pred is not TracedTensor)
        {
            return Where(pred, trueFn(), falseFn());
        }

        (Tensor ifTrue, Dictionary<VariableState, TracedTensor> trueWrites) = trace.Branch(trueFn);
        (Tensor ifFalse, Dictionary<VariableState, TracedTensor> falseWrites) = trace.Branch(falseFn);
        foreach (VariableState variable in trueWrites.Keys.Union(falseWrites.Keys))
        {
            Tensor before = trace.Read(variable);
            trace.Write(variable, Where(pred, trueWrites.GetValueOrDefault(variable) ?? before, falseWrites.GetValueOrDefault(variable) ?? before));
        }

        return Where(pred, ifTrue, ifFalse);
    }
}

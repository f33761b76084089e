using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

public static partial class Ops
{
    private static readonly AsyncLocal<bool> s_describesBranch = new();

    /// <summary>Whether a branch is described of which nobody knows yet whether it will be taken.</summary>
    internal static bool DescribesBranch => s_describesBranch.Value;

    /// <summary>One of two results.</summary>
    /// <param name="pred">One element: which.</param>
    /// <param name="trueFn">The result if it is true.</param>
    /// <param name="falseFn">The result if it is false.</param>
    /// <returns>What the function returns. In a compiled step both are computed and one is selected, so they must have one shape; of what they write to variables, that of the selected one is kept.</returns>
    /// <seealso href="https://keras.io/api/ops/core/#cond-function"/>
    /// <exception cref="ShapeException">There are several elements, or the results of a compiled step differ in shape.</exception>
    public static Tensor Cond(Tensor pred, Func<Tensor> trueFn, Func<Tensor> falseFn)
    {
        Guard.NotNull(trueFn);
        Guard.NotNull(falseFn);
        pred = OneElement(Guard.NotNull(pred), "Cond", nameof(pred));
        return pred.IsConcrete ? ((bool)pred ? trueFn() : falseFn()) : Select("Cond", Cast(pred, DType.Bool), trueFn, falseFn);
    }

    // Both bodies are traced; what either writes to a variable is selected as their results are.
    private static Tensor Select(string place, Tensor pred, Func<Tensor> trueFn, Func<Tensor> falseFn)
    {
        if (Keras.Trace.Current is not { } trace || pred is not TracedTensor)
        {
            return Describe(place, pred, trueFn, falseFn);
        }

        (Tensor ifTrue, Dictionary<VariableState, TracedTensor> trueWrites) = trace.Branch(trueFn);
        (Tensor ifFalse, Dictionary<VariableState, TracedTensor> falseWrites) = trace.Branch(falseFn);
        foreach (VariableState variable in trueWrites.Keys.Union(falseWrites.Keys))
        {
            Tensor before = trace.Read(variable);
            trace.Write(variable, Where(pred, trueWrites.GetValueOrDefault(variable) ?? before, falseWrites.GetValueOrDefault(variable) ?? before));
        }

        return OneOf(place, pred, ifTrue, ifFalse);
    }

    // Of a model that is described the values are not known yet, so neither branch may change anything.
    private static Tensor Describe(string place, Tensor pred, Func<Tensor> trueFn, Func<Tensor> falseFn)
    {
        bool outer = s_describesBranch.Value;
        s_describesBranch.Value = true;
        try
        {
            return OneOf(place, pred, trueFn(), falseFn());
        }
        finally
        {
            s_describesBranch.Value = outer;
        }
    }

    private static Tensor OneOf(string place, Tensor pred, Tensor ifTrue, Tensor ifFalse)
    {
        if (ifTrue is null || ifFalse is null)
        {
            throw new KerasInvalidOperationException($"{place}: a branch must return a tensor. Received: null.");
        }

        return ifTrue.Shape.IsCompatibleWith(ifFalse.Shape)
            ? Where(pred, ifTrue, ifFalse)
            : throw new ShapeException($"{place}: the branches of a compiled step must give one shape. Received: {ifTrue.Shape} and {ifFalse.Shape}.");
    }

    private static Tensor OneElement(Tensor x, string place, string argument)
        => !x.Shape.IsKnown || x.Size != 1 ? throw new ShapeException($"{place}: {argument} must have one element. Received shape: {x.Shape}.")
            : x.Rank > 0 ? Reshape(x, Shape.Scalar) : x;
}

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Repeats a function of a tensor while a condition holds.</summary>
    /// <param name="cond">Whether to go on; one element.</param>
    /// <param name="body">The next value.</param>
    /// <param name="loopVars">The first value.</param>
    /// <param name="maximumIterations">Where to stop in any case; null for nowhere.</param>
    /// <returns>The last value.</returns>
    /// <remarks>The condition is asked for its value, so it must be real: in a compiled step it may depend on C# numbers only.</remarks>
    /// <seealso href="https://keras.io/api/ops/core/#while_loop-function"/>
    public static Tensor WhileLoop(Func<Tensor, Tensor> cond, Func<Tensor, Tensor> body, Tensor loopVars, int? maximumIterations = null)
    {
        Guard.NotNull(cond);
        Guard.NotNull(body);
        Guard.NotNull(loopVars);
        for (int i = 0; i < (maximumIterations ?? int.MaxValue) && (bool)cond(loopVars); i++)
        {
            loopVars = body(loopVars);
        }

        return loopVars;
    }

    /// <summary>Repeats a function of two tensors while a condition holds.</summary>
    /// <param name="cond">Whether to go on; one element.</param>
    /// <param name="body">The next values.</param>
    /// <param name="loopVars">The first values.</param>
    /// <param name="maximumIterations">Where to stop in any case; null for nowhere.</param>
    /// <returns>The last values.</returns>
    /// <seealso href="https://keras.io/api/ops/core/#while_loop-function"/>
    public static (Tensor, Tensor) WhileLoop(
        Func<Tensor, Tensor, Tensor> cond, Func<Tensor, Tensor, (Tensor, Tensor)> body, (Tensor, Tensor) loopVars, int? maximumIterations = null)
    {
        Guard.NotNull(cond);
        Guard.NotNull(body);
        for (int i = 0; i < (maximumIterations ?? int.MaxValue) && (bool)cond(loopVars.Item1, loopVars.Item2); i++)
        {
            loopVars = body(loopVars.Item1, loopVars.Item2);
        }

        return loopVars;
    }

    /// <summary>Applies a function for each whole number of a range.</summary>
    /// <param name="lower">The first number.</param>
    /// <param name="upper">The end, which does not belong to them.</param>
    /// <param name="bodyFun">The next value, from the number and the value so far.</param>
    /// <param name="initVal">The first value.</param>
    /// <returns>The last value.</returns>
    /// <seealso href="https://keras.io/api/ops/core/#fori_loop-function"/>
    public static Tensor ForiLoop(int lower, int upper, Func<Tensor, Tensor, Tensor> bodyFun, Tensor initVal)
    {
        Guard.NotNull(bodyFun);
        Guard.NotNull(initVal);
        for (int i = lower; i < upper; i++)
        {
            initVal = bodyFun(i, initVal);
        }

        return initVal;
    }
}

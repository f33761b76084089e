namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>One of several results.</summary>
    /// <param name="index">One element: which; beyond either end the first or last.</param>
    /// <param name="branches">The functions that give them.</param>
    /// <returns>What the function returns. In a compiled step all are computed and one is selected, so they must have one shape; of what they write to variables, that of the selected one is kept.</returns>
    /// <exception cref="ArgumentException">There is no branch.</exception>
    /// <seealso href="https://keras.io/api/ops/core/#switch-function"/>
    public static Tensor Switch(Tensor index, IReadOnlyList<Func<Tensor>> branches)
    {
        if (Guard.NoNulls(branches).Count == 0)
        {
            throw new KerasArgumentException("Switch: there must be at least one branch. Received: none.");
        }

        index = OneElement(Guard.NotNull(index), "Switch", nameof(index));
        if (index.IsConcrete)
        {
            return branches[Math.Clamp((int)index, 0, branches.Count - 1)]();
        }

        Func<Tensor> result = branches[0];
        for (int i = 1; i < branches.Count; i++)
        {
            (int at, Func<Tensor> before) = (i, result);
            result = () => Select("Switch", GreaterEqual(index, at), branches[at], before);
        }

        return result();
    }

    /// <summary>One of several functions of a tensor.</summary>
    /// <param name="index">One element: which; beyond either end the first or last.</param>
    /// <param name="branches">The functions.</param>
    /// <param name="operand">What it is applied to.</param>
    /// <returns>What the function returns. In a compiled step all are computed and one is selected, so they must have one shape; of what they write to variables, that of the selected one is kept.</returns>
    /// <exception cref="ArgumentException">There is no branch.</exception>
    /// <seealso href="https://keras.io/api/ops/core/#switch-function"/>
    public static Tensor Switch(Tensor index, IReadOnlyList<Func<Tensor, Tensor>> branches, Tensor operand)
        => Switch(index, [.. Guard.NoNulls(branches).Select(b => (Func<Tensor>)(() => b(operand)))]);

    /// <summary>One of several functions of two tensors.</summary>
    /// <param name="index">One element: which; beyond either end the first or last.</param>
    /// <param name="branches">The functions.</param>
    /// <param name="operand1">The first that it is applied to.</param>
    /// <param name="operand2">The second that it is applied to.</param>
    /// <returns>What the function returns. In a compiled step all are computed and one is selected, so they must have one shape; of what they write to variables, that of the selected one is kept.</returns>
    /// <exception cref="ArgumentException">There is no branch.</exception>
    /// <seealso href="https://keras.io/api/ops/core/#switch-function"/>
    public static Tensor Switch(Tensor index, IReadOnlyList<Func<Tensor, Tensor, Tensor>> branches, Tensor operand1, Tensor operand2)
        => Switch(index, [.. Guard.NoNulls(branches).Select(b => (Func<Tensor>)(() => b(operand1, operand2)))]);
}

namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Each element from the first choice whose condition holds there.</summary>
    /// <param name="condlist">Conditions, bool.</param>
    /// <param name="choicelist">As many choices; all broadcast.</param>
    /// <param name="default">Where no condition holds; null for 0.</param>
    /// <returns>The common dtype of the choices.</returns>
    /// <exception cref="ArgumentException">There are not as many choices as conditions, or none.</exception>
    /// <seealso href="https://keras.io/api/ops/numpy/#select-function"/>
    public static Tensor Select(IReadOnlyList<Tensor> condlist, IReadOnlyList<Tensor> choicelist, Tensor? @default = null)
    {
        if (Guard.NoNulls(condlist).Count != Guard.NoNulls(choicelist).Count || condlist.Count == 0)
        {
            throw new KerasArgumentException($"Select: there must be as many choices as conditions, at least one. Received: {condlist.Count} conditions, {choicelist.Count} choices.");
        }

        Tensor result = @default ?? 0;
        for (int i = condlist.Count - 1; i >= 0; i--)
        {
            result = Where(condlist[i], choicelist[i], result);
        }

        return result;
    }
}

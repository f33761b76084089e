namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Turns a tensor by right angles in the plane of two axes, from the first towards the second.</summary>
    /// <param name="array">Any tensor of at least two axes.</param>
    /// <param name="k">How many right angles; negative turns back.</param>
    /// <param name="axes">The two axes, <c>(0, 1)</c> by default.</param>
    /// <returns>The dtype of <paramref name="array"/>; the axes exchange their lengths if <paramref name="k"/> is odd.</returns>
    /// <remarks>As in NumPy. Keras on TensorFlow mixes up the elements where <paramref name="k"/> is 2 and the lengths differ.</remarks>
    /// <seealso href="https://keras.io/api/ops/numpy/#rot90-function"/>
    public static Tensor Rot90(Tensor array, int k = 1, Axis? axes = null)
    {
        int[] plane = [.. (axes ?? (0, 1)).Select(a => Axis.One("Rot90", a, array))];
        if (plane.Length != 2 || plane[0] == plane[1])
        {
            throw new KerasArgumentException($"Rot90: there must be two different axes. Received: {axes}.");
        }

        return (((k % 4) + 4) % 4) switch
        {
            0 => array,
            1 => Swapaxes(Flip(array, plane[1]), plane[0], plane[1]),
            2 => Flip(array, plane),
            _ => Flip(Swapaxes(array, plane[0], plane[1]), plane[1]),
        };
    }

    /// <summary>Reverses the second axis.</summary>
    /// <param name="x">Any tensor of at least two axes.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#fliplr-function"/>
    public static Tensor Fliplr(Tensor x) => Flip(x, 1);

    /// <summary>Reverses the first axis.</summary>
    /// <param name="x">Any tensor of at least one axis.</param>
    /// <returns>Shape and dtype of <paramref name="x"/>.</returns>
    /// <seealso href="https://keras.io/api/ops/numpy/#flipud-function"/>
    public static Tensor Flipud(Tensor x) => Flip(x, 0);
}

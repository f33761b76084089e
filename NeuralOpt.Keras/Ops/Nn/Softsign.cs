namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Softsign: <c>x / (|x| + 1)</c>, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype; every value is in (-1, 1).</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#softsign-function"/>
    public static Tensor Softsign(Tensor x)
    {
        x = Promotion.Floating(x);
        return x / (Abs(x) + 1);
    }

    /// <summary>Squareplus, an algebraic softplus: <c>(x + sqrt(x^2 + b)) / 2</c>, element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <param name="b">Width of the bend; 4 by default.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#squareplus-function"/>
    public static Tensor Squareplus(Tensor x, double b = 4)
    {
        x = Promotion.Floating(x);
        return (x + Sqrt(Square(x) + b)) / 2;
    }

    /// <summary>Sparse softplus: 0 up to -1, <c>(x + 1)^2 / 4</c> between, x from 1 on; element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#sparse_plus-function"/>
    public static Tensor SparsePlus(Tensor x)
    {
        x = Promotion.Floating(x);
        return Where(LessEqual(x, -1), 0, Where(Less(x, 1), 0.25 * Square(x + 1), x));
    }

    /// <summary>Sparse sigmoid: 0 up to -1, <c>(x + 1) / 2</c> between, 1 from 1 on; element by element.</summary>
    /// <param name="x">Numbers; integers become float32.</param>
    /// <returns>Shape of <paramref name="x"/>, its floating-point dtype.</returns>
    /// <seealso href="https://keras.io/api/ops/nn/#sparse_sigmoid-function"/>
    public static Tensor SparseSigmoid(Tensor x)
    {
        x = Promotion.Floating(x);
        return Where(LessEqual(x, -1), 0, Where(GreaterEqual(x, 1), 1, 0.5 * (x + 1)));
    }
}

using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Layers;

/// <content>The arithmetic of a tensor. Two inputs go through the first form of each operator.</content>
public sealed partial class Input
{
    /// <summary>The other sign.</summary>
    /// <param name="a">Numbers.</param>
    public static Tensor operator -(Input a) => -a.Tensor;

    /// <summary>Sum, broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor operator +(Input a, Tensor b) => a.Tensor + b;

    /// <summary>Sum, broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator +(Tensor a, Input b) => a + b.Tensor;

    /// <summary>Difference, broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor operator -(Input a, Tensor b) => a.Tensor - b;

    /// <summary>Difference, broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator -(Tensor a, Input b) => a - b.Tensor;

    /// <summary>Product, element by element, broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor operator *(Input a, Tensor b) => a.Tensor * b;

    /// <summary>Product, element by element, broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator *(Tensor a, Input b) => a * b.Tensor;

    /// <summary>Quotient, element by element, broadcast; floating point as in Python.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor operator /(Input a, Tensor b) => a.Tensor / b;

    /// <summary>Quotient, element by element, broadcast; floating point as in Python.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator /(Tensor a, Input b) => a / b.Tensor;

    /// <summary>Remainder of the division that rounds down, broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor operator %(Input a, Tensor b) => a.Tensor % b;

    /// <summary>Remainder of the division that rounds down, broadcast.</summary>
    /// <param name="a">Numbers.</param>
    /// <param name="b">Numbers.</param>
    public static Tensor operator %(Tensor a, Input b) => a % b.Tensor;
}

using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras;

/// <content>Numbers and rows of numbers written in place: <c>[[1.0, 2.0], [3.0, 4.0]]</c>.</content>
[CollectionBuilder(typeof(Tensor), nameof(Create))]
public partial class Tensor
{
    /// <summary>Whether it was written in place, as a number or a row of numbers, and is no tensor of the program.</summary>
    internal bool IsLiteral => Weak is not null || this is Literal;

    /// <summary>One tensor of items of one shape; collection expressions such as <c>[[1.0, 2.0], [3.0, 4.0]]</c> call it.</summary>
    /// <param name="items">Numbers, rows, tensors.</param>
    /// <returns>One axis more than an item. Numbers with a point are float32 and whole ones int32, as in Keras; a tensor among them decides.</returns>
    /// <exception cref="ShapeException">The items differ in shape.</exception>
    public static Tensor Create(ReadOnlySpan<Tensor> items)
    {
        Tensor[] all = items.ToArray();
        CheckRows("Tensor", all);
        return Array.TrueForAll(all, static t => t.IsLiteral) ? new Literal(Joined(all)) : Ops.Stack(Promotion.Common(all));
    }

    internal static void CheckRows(string place, Tensor[] rows)
    {
        if (Array.Exists(rows, static t => t is null))
        {
            throw new KerasArgumentNullException($"{place}: an item must be a number, a row of numbers or a tensor. Received: null.");
        }

        if (Array.Find(rows, t => t.Shape != rows[0].Shape) is { } other)
        {
            throw new ShapeException($"{place}: all rows of an array must have one shape. Received shapes: {rows[0].Shape}, {other.Shape}.");
        }
    }

    /// <summary>A tensor that was written in place.</summary>
    private sealed class Literal(Tensor values) : Tensor(values.Spec, values.Buffer);
}

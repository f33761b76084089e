using System.Collections;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras;

public partial class Tensor : IEnumerable<Tensor>
{
    /// <summary>Length of the first axis, Python's <c>len</c>.</summary>
    /// <exception cref="ShapeException">There is no axis, or its length is not known.</exception>
    public int Length
        => Rank > 0 && Shape.At(0) is { } n ? n : throw new ShapeException($"Tensor.Length: the tensor must have a first axis of known length. Received shape: {Shape}.");

    /// <summary>Elements, ranges, masks, as in NumPy: <c>x[0]</c>, <c>x[^1]</c>, <c>x[1..3, ..]</c>, <c>x["...", 0]</c>, <c>x[mask]</c>, <c>x[[0, 2]]</c>.</summary>
    /// <param name="slices">One for each axis from the first on; axes that are left stay whole. See <see cref="Slice"/>.</param>
    /// <returns>A new tensor of the same dtype; writing to it does not change this one. Gradients flow through it.</returns>
    /// <remarks>
    /// Reading works on symbolic tensors too, save for masks, whose values decide the shape.
    /// Writing needs a tensor with values: each selected element is set to the value, broadcast and converted to the dtype.
    /// Views made by <see cref="Reshape(Shape)"/> see it, as in NumPy; a variable whose value this is, and a compiled step that took it in, do not.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside its axis.</exception>
    /// <exception cref="ShapeException">There are more entries than axes, a mask has another shape, or a value does not broadcast.</exception>
    /// <exception cref="InvalidOperationException">A symbolic tensor is written to.</exception>
    [IndexerName("Elements")]
    public Tensor this[params Slice?[] slices]
    {
        get => Indexing.Get(this, slices);
        set => Indexing.Set(this, slices, value);
    }

    /// <summary>The same with one entry. Without it <c>x[[0, 2]]</c>, a list, would be read as <c>x[0, 2]</c>.</summary>
    /// <param name="slice">For the first axis; the others stay whole.</param>
    [IndexerName("Elements")]
    [OverloadResolutionPriority(1)]
    public Tensor this[Slice? slice]
    {
        get => Indexing.Get(this, [slice]);
        set => Indexing.Set(this, [slice], value);
    }

    /// <summary>The slices along the first axis, one after the other.</summary>
    public IEnumerator<Tensor> GetEnumerator()
    {
        for (int i = 0; i < Length; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The two slices along the first axis, as in <c>var (x, y) = data</c>.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    public void Deconstruct(out Tensor first, out Tensor second) => (first, second) = (Part(0, 2), Part(1, 2));

    /// <summary>The three slices along the first axis.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <param name="third">The third.</param>
    public void Deconstruct(out Tensor first, out Tensor second, out Tensor third)
        => (first, second, third) = (Part(0, 3), Part(1, 3), Part(2, 3));

    /// <summary>The four slices along the first axis.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <param name="third">The third.</param>
    /// <param name="fourth">The fourth.</param>
    public void Deconstruct(out Tensor first, out Tensor second, out Tensor third, out Tensor fourth)
        => (first, second, third, fourth) = (Part(0, 4), Part(1, 4), Part(2, 4), Part(3, 4));

    /// <summary>The memory to write to: its own, if a variable or a compiled step may hold the same. What was known of the values is forgotten.</summary>
    internal Buffer BeginWrite()
    {
        if (!IsConcrete)
        {
            throw new KerasInvalidOperationException(
                $"Tensor: a symbolic tensor {Spec} cannot be written to while a model is described or a step is compiled. Use Ops.SliceUpdate, Ops.ScatterUpdate or Ops.Where, or keep it in a Variable.");
        }

        (Weak, Mask, Logits) = (null, null, null);
        if (Buffer.IsShared)
        {
            _buffer = Buffer.Copy();
        }

        return Buffer;
    }

    private Tensor Part(int i, int count)
        => Length == count ? this[i] : throw new ShapeException($"Tensor: to be taken apart into {count}, the first axis must have length {count}. Received shape: {Shape}.");
}

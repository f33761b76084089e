using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras;

/// <content>NumPy's members that rearrange, select and copy.</content>
public partial class Tensor
{
    /// <summary>Number of axes, NumPy's name for <see cref="Rank"/>.</summary>
    public int Ndim => Rank;

    /// <summary>The axes reversed: the transposed matrix.</summary>
    public Tensor T => Ops.Transpose(this);

    /// <summary>The values on the host, in memory of their own, as TensorFlow's and Keras's <c>numpy()</c>.</summary>
    /// <exception cref="InvalidOperationException">The tensor is symbolic: it has no values.</exception>
    public Tensor Numpy() => new(Spec, Buffer.Copy());

    /// <summary>The same values in memory of their own.</summary>
    public Tensor Copy() => Ops.Copy(this);

    /// <summary>The elements converted to another type, in memory of their own, NumPy's <c>astype</c>.</summary>
    /// <param name="dtype">The type to convert to: <c>DType.Float32</c>, <c>"float32"</c>, <c>typeof(float)</c>.</param>
    public Tensor AsType(DTypeLike dtype) => Ops.Cast(this, dtype) is var cast && ReferenceEquals(cast, this) && IsConcrete ? Numpy() : cast;

    /// <summary>The same elements under another shape; one axis may be -1.</summary>
    /// <param name="shape">The new shape.</param>
    public Tensor Reshape(Shape shape) => Ops.Reshape(this, shape);

    /// <summary>The same elements under another shape, as in <c>x.Reshape(-1, 784)</c>.</summary>
    /// <param name="shape">Length of each axis; one may be -1.</param>
    [OverloadResolutionPriority(1)]
    public Tensor Reshape(params ReadOnlySpan<int> shape) => Ops.Reshape(this, Shape.Create(Array.ConvertAll<int, int?>(shape.ToArray(), static d => d)));

    /// <summary>The axes in another order.</summary>
    /// <param name="axes">Axis <c>i</c> of the result is axis <c>axes[i]</c>; null reverses them.</param>
    public Tensor Transpose(Axis? axes) => Ops.Transpose(this, axes);

    /// <summary>The axes in another order, as in <c>x.Transpose(0, 2, 3, 1)</c>; reversed when none is given.</summary>
    /// <param name="axes">Axis <c>i</c> of the result is axis <c>axes[i]</c>.</param>
    [OverloadResolutionPriority(1)]
    public Tensor Transpose(params ReadOnlySpan<int> axes) => Ops.Transpose(this, axes.IsEmpty ? default(Axis?) : Axis.Create(axes));

    /// <summary>Two axes exchanged.</summary>
    /// <param name="axis1">One axis.</param>
    /// <param name="axis2">The other axis.</param>
    public Tensor Swapaxes(int axis1, int axis2) => Ops.Swapaxes(this, axis1, axis2);

    /// <summary>All elements along one axis, in memory of their own.</summary>
    public Tensor Flatten() => Ops.Copy(Ops.Ravel(this));

    /// <summary>All elements along one axis.</summary>
    public Tensor Ravel() => Ops.Ravel(this);

    /// <summary>Without axes of length 1.</summary>
    /// <param name="axis">The axes; null for all that have length 1.</param>
    public Tensor Squeeze(Axis? axis = null) => Ops.Squeeze(this, axis);

    /// <summary>Each element several times.</summary>
    /// <param name="repeats">Number of repetitions: one number, or one for each place along the axis.</param>
    /// <param name="axis">The axis; null repeats the elements of the flattened tensor.</param>
    public Tensor Repeat(Tensor repeats, int? axis = null) => Ops.Repeat(this, repeats, axis);

    /// <summary>The elements at some places.</summary>
    /// <param name="indices">Integers; negative ones count from the end.</param>
    /// <param name="axis">The axis; null takes from the flattened tensor.</param>
    public Tensor Take(Tensor indices, int? axis = null) => Ops.Take(this, indices, axis);

    /// <summary>The diagonal of matrices.</summary>
    /// <param name="offset">Above 0 for a diagonal above the main one, below 0 for one below it.</param>
    /// <param name="axis1">First axis of the matrices.</param>
    /// <param name="axis2">Second axis of the matrices.</param>
    public Tensor Diagonal(int offset = 0, int axis1 = 0, int axis2 = 1) => Ops.Diagonal(this, offset, axis1, axis2);

    /// <summary>Sorts the elements along an axis, in this tensor itself, as NumPy's and <c>List.Sort</c>; <c>Ops.Sort</c> leaves it as it is.</summary>
    /// <param name="axis">The axis.</param>
    /// <exception cref="InvalidOperationException">The tensor is symbolic.</exception>
    public void Sort(int axis = -1) => this[Slice.Ellipsis] = Ops.Sort(this, axis);

    /// <summary>The indices that sort along an axis; of equal elements the lower index comes first.</summary>
    /// <param name="axis">The axis; null sorts the flattened tensor.</param>
    /// <returns>int32.</returns>
    public Tensor Argsort(int? axis = -1) => Ops.Argsort(this, axis);

    /// <summary>The places of the elements that are true, or not 0.</summary>
    /// <returns>One tensor an axis.</returns>
    public Tensor[] Nonzero() => Ops.Nonzero(this);

    /// <summary>Each element rounded, halves to the even digit.</summary>
    /// <param name="decimals">Digits after the point; negative rounds before it.</param>
    public Tensor Round(int decimals = 0) => Ops.Round(this, decimals);

    /// <summary>Each element brought between two bounds.</summary>
    /// <param name="min">Lower bound; null for none.</param>
    /// <param name="max">Upper bound; null for none.</param>
    public Tensor Clip(Tensor? min = null, Tensor? max = null)
        => min is null ? (max is null ? Copy() : Ops.Minimum(this, max))
            : max is null ? Ops.Maximum(this, min) : Ops.Clip(this, min, max);

    /// <summary>Product of matrices or vectors, NumPy's <c>dot</c>.</summary>
    /// <param name="b">The right factor.</param>
    public Tensor Dot(Tensor b) => Ops.Dot(this, b);

    /// <summary>Sets every element.</summary>
    /// <param name="value">A number.</param>
    /// <exception cref="InvalidOperationException">The tensor is symbolic.</exception>
    public void Fill(Tensor value) => this[Slice.Ellipsis] = value;

    /// <summary>One element as a number.</summary>
    /// <param name="indices">One index an axis, or one index into the flattened tensor; negative ones count from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public double Item(params ReadOnlySpan<int> indices)
        => indices.Length == 0 ? Item()
            : indices.Length == 1 ? Ops.Ravel(this)[indices[0]].Item()
            : this[Array.ConvertAll(indices.ToArray(), static i => (Slice?)i)].Item();

    /// <summary>The values as nested lists of .NET numbers; of a scalar the number itself.</summary>
    /// <returns><c>double</c>, <c>long</c> or <c>bool</c>, or <c>List&lt;object&gt;</c> of what the slices along the first axis give.</returns>
    public object Tolist()
        => Rank > 0 ? this.Select(static row => row.Tolist()).ToList()
            : DType.IsFloating() ? Item() : DType == DType.Bool ? Item() != 0 : (object)(long)this;
}

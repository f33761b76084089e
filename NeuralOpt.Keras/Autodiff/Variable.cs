using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>A tensor that keeps its value between steps and can be trained: a weight, a moving average, an optimizer's slot.</summary>
/// <remarks>
/// Use it wherever a <see cref="Tensor"/> is expected: it converts to its value, and has the operators of tensors. Those compare
/// and compute values; <c>Equals</c> asks for the same variable.
/// </remarks>
/// <example><code>
/// Variable w = new(3.0), v = new("zeros", shape: (2, 3));
/// w.Assign(w * 2 + 1);
/// w.AssignAdd(1);
/// using GradientTape tape = new();
/// Tensor loss = 3 * w * w;
/// Tensor slope = tape.Gradient(loss, w)!;
/// Console.WriteLine($"{w:F1}, {slope:F1}, {v.Numpy().Mean():F1}");    // 8.0, 48.0, 0.0
/// </code></example>
/// <seealso href="https://keras.io/api/utils/backend_utils/#variable-class"/>
public sealed partial class Variable : IFormattable
{
    private readonly VariableState _state;

    /// <summary>Makes a variable from its first value.</summary>
    /// <param name="initializer">Its first value.</param>
    /// <param name="shape">Must be null: the value has a shape. It belongs to an initializer by name, as in <c>new Variable("zeros", (2, 3))</c>.</param>
    /// <param name="dtype">Type of its elements; the value's by default.</param>
    /// <param name="trainable">Whether training changes it.</param>
    /// <param name="autocast">Whether layers of mixed precision compute with it in their compute dtype.</param>
    /// <param name="aggregation">How replicas join their values: <c>"none"</c>, <c>"mean"</c>, <c>"sum"</c>, <c>"only_first_replica"</c>; here there is one.</param>
    /// <param name="synchronization">When replicas join them: <c>"auto"</c>, <c>"none"</c>, <c>"on_write"</c>, <c>"on_read"</c>; here there is one.</param>
    /// <param name="name">Name, <c>"variable"</c> by default.</param>
    /// <param name="layout">Must be null: values are not spread over devices.</param>
    /// <exception cref="ArgumentException">A shape or layout is given, or a word is none of those.</exception>
    public Variable(
        Tensor initializer,
        Shape? shape = null,
        DTypeLike? dtype = null,
        bool trainable = true,
        bool autocast = true,
        string aggregation = "none",
        string synchronization = "auto",
        string? name = null,
        object? layout = null)
    {
        if (shape is not null || layout is not null)
        {
            throw new KerasArgumentException(shape is { } given
                ? $"Variable: shape must be left out where the first value is a tensor; an initializer takes it. Received: {given}."
                : $"Variable: layout must be null: values are not spread over devices. Received: {layout}.");
        }

        Guard.NotNull(initializer, "Variable");
        Name = name ?? "variable";
        Path = Name;
        Trainable = trainable;
        Autocast = autocast;
        Aggregation = Guard.OneOf(aggregation, "Variable", "aggregation", "none", "mean", "sum", "only_first_replica");
        Synchronization = Guard.OneOf(synchronization, "Variable", "synchronization", "none", "on_read", "on_write", "auto");
        Guard.NotNull(initializer, "Variable");
        _state = Device.Current.CreateVariable(dtype is { } d ? Ops.Cast(initializer, d) : initializer);
    }

    /// <summary>Name without its place, such as <c>kernel</c>.</summary>
    public string Name { get; }

    /// <summary>Name with its place, such as <c>dense/kernel</c>.</summary>
    public string Path { get; internal set; }

    /// <summary>Whether training changes it.</summary>
    public bool Trainable { get; set; }

    /// <summary>Its shape.</summary>
    public Shape Shape => _state.Spec.Shape;

    /// <summary>The type of its elements.</summary>
    public DType DType => _state.Spec.DType;

    /// <summary>Number of axes.</summary>
    public int Rank => Shape.Rank;

    /// <summary>Number of axes, NumPy's name for <see cref="Rank"/>.</summary>
    public int Ndim => Shape.Rank;

    /// <summary>Number of elements.</summary>
    public int Size => Shape.Size();

    /// <summary>Length of the first axis, Python's <c>len</c>.</summary>
    /// <exception cref="ShapeException">There is no axis.</exception>
    public int Length => Shape[0];

    /// <summary>Whether layers of mixed precision compute with it in their compute dtype.</summary>
    public bool Autocast { get; }

    /// <summary>How replicas join their values.</summary>
    public string Aggregation { get; }

    /// <summary>When replicas join their values.</summary>
    public string Synchronization { get; }

    /// <summary>The value now. Inside a step that is compiled, the value at that point of the step.</summary>
    public Tensor Value
    {
        get
        {
            Tensor value = Trace.Current is { } trace ? trace.Read(_state) : _state.Read();
            Tape.Read(this, value);
            return value;
        }
    }

    // What these are is known where layers are made; here they are only kept.
    internal object? KeptRegularizer { get; set; }

    internal object? KeptConstraint { get; set; }

    /// <summary>The state on the engine.</summary>
    internal VariableState State => _state;

    /// <summary>Elements, ranges, masks of the value: <c>w[0]</c>, <c>w[1.., ^1]</c>; see <see cref="Slice"/>.</summary>
    /// <param name="slices">One for each axis from the first on; axes that are left stay whole.</param>
    [IndexerName("Elements")]
    public Tensor this[params Slice?[] slices] => Value[slices];

    /// <summary>The same with one entry, which may be a list: <c>w[[0, 2]]</c>.</summary>
    /// <param name="slice">For the first axis; the others stay whole.</param>
    [OverloadResolutionPriority(1)]
    [IndexerName("Elements")]
    public Tensor this[Slice? slice] => Value[slice];

    /// <summary>Replaces the value.</summary>
    /// <param name="value">Same shape; converted to the variable's dtype.</param>
    /// <exception cref="ShapeException">The shape differs.</exception>
    public void Assign(Tensor value)
    {
        value = IndexedSlices.Dense(Guard.NotNull(value, $"Variable '{Path}'"));
        if (!value.Shape.Equals(Shape))
        {
            throw new ShapeException($"Variable '{Path}': a value must have shape {Shape}. Received: {value.Shape}.");
        }

        if (SymbolicScope.IsActive)
        {
            return;
        }

        if (value is KerasTensor || Ops.DescribesBranch)
        {
            throw new KerasInvalidOperationException(
                $"Variable '{Path}': a variable must be assigned in a layer's Call or in a step, not while a model is put together. Received: {(value is KerasTensor ? "a symbolic tensor" : "an assignment in a branch on a symbolic tensor")}.");
        }

        value = Promotion.To(value, DType, $"Variable '{Path}'");
        if (Trace.Current is { } trace)
        {
            trace.Write(_state, value);
        }
        else
        {
            _state.Write(value);
        }
    }

    /// <summary>Adds to the value.</summary>
    /// <param name="value">Same shape.</param>
    public void AssignAdd(Tensor value) => Assign(Value + value);

    /// <summary>Subtracts from the value.</summary>
    /// <param name="value">Same shape.</param>
    public void AssignSub(Tensor value) => Assign(Value - value);

    /// <summary>The value now on the host, in memory of its own.</summary>
    /// <exception cref="InvalidOperationException">A step is being compiled: the variable has no value yet.</exception>
    public Tensor Numpy() => Value.Numpy();

    /// <summary>The value of a variable of one element, as a number.</summary>
    /// <exception cref="ShapeException">There are several.</exception>
    public double Item() => Value.Item();

    /// <summary>Path, shape, dtype, and the value outside of a step that is compiled.</summary>
    public override string ToString()
        => $"<Variable path={Path}, shape={Shape}, dtype={DType.Name()}{(Trace.Current is null ? $", value={_state.Read()}" : "")}>";

    /// <summary>The value in a format of .NET's, as in <c>$"{w:F2}"</c>; see <see cref="Tensor.ToString(string?, IFormatProvider?)"/>.</summary>
    /// <param name="format">Such as <c>F4</c>; null, empty or <c>G</c> describes the variable.</param>
    /// <param name="formatProvider">Has no say: there is a decimal point whatever the culture.</param>
    public string ToString(string? format, IFormatProvider? formatProvider = null)
        => string.IsNullOrEmpty(format) || format is "G" or "g" ? ToString() : Value.ToString(format, formatProvider);

    /// <summary>The value of a variable.</summary>
    /// <param name="variable">Any variable; null stays null.</param>
    [return: NotNullIfNotNull(nameof(variable))]
    public static implicit operator Tensor?(Variable? variable) => variable?.Value;

    /// <summary>The value of a variable of one element.</summary>
    /// <param name="variable">One element.</param>
    public static explicit operator double(Variable variable) => Given(variable).Item();

    /// <summary>The value of a variable of one element.</summary>
    /// <param name="variable">One element.</param>
    public static explicit operator float(Variable variable) => (float)Given(variable).Item();

    /// <summary>The value of a variable of one element, truncated.</summary>
    /// <param name="variable">One element.</param>
    public static explicit operator int(Variable variable) => (int)Given(variable).Value;

    /// <summary>The value of a variable of one element; int64 in full.</summary>
    /// <param name="variable">One element.</param>
    public static explicit operator long(Variable variable) => (long)Given(variable).Value;

    /// <summary>The value of a variable of one element: true unless 0.</summary>
    /// <param name="variable">One element.</param>
    public static explicit operator bool(Variable variable) => (bool)Given(variable).Value;

    private static Variable Given(Variable? variable) => Guard.NotNull(variable, "Variable");
}

using NeuralOpt.Keras.Engines;

namespace NeuralOpt.Keras;

/// <summary>A tensor that keeps its value between steps and can be trained: a weight, a moving average, an optimizer's slot.</summary>
/// <remarks>Use it wherever a <see cref="Tensor"/> is expected: it converts to its value.</remarks>
/// <seealso href="https://keras.io/api/utils/backend_utils/#variable-class"/>
public sealed class Variable
{
    private readonly VariableState _state;

    /// <summary>Makes a variable.</summary>
    /// <param name="initializer">Its first value.</param>
    /// <param name="trainable">Whether training changes it.</param>
    /// <param name="name">Name, <c>"variable"</c> by default.</param>
    /// <param name="dtype">Type of its elements; the initializer's by default.</param>
    public Variable(Tensor initializer, bool trainable = true, string? name = null, DType? dtype = null)
    {
        Name = name ?? "variable";
        Path = Name;
        Trainable = trainable;
        _state = Device.Current.CreateVariable(dtype is { } d ? initializer.AsType(d) : initializer);
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

    /// <summary>Penalty on this weight, added to the loss; null for none.</summary>
    internal Func<Tensor, Tensor>? Regularizer { get; set; }

    /// <summary>Projection after each update; null for none.</summary>
    internal Func<Tensor, Tensor>? Constraint { get; set; }

    /// <summary>The state on the engine.</summary>
    internal VariableState State => _state;

    /// <summary>Replaces the value.</summary>
    /// <param name="value">Same shape; converted to the variable's dtype.</param>
    /// <exception cref="ShapeException">The shape differs.</exception>
    public void Assign(Tensor value)
    {
        value = IndexedSlices.Dense(value);
        if (!value.Shape.Equals(Shape))
        {
            throw new ShapeException($"Variable '{Path}': a value must have shape {Shape}. Received: {value.Shape}.");
        }

        if (SymbolicScope.IsActive || value is KerasTensor)
        {
            return;
        }

        value = Ops.Cast(value, DType);
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

    /// <inheritdoc/>
    public override string ToString() => $"<Variable path={Path}, shape={Shape}, dtype={DType.Name()}>";

    /// <summary>The value of a variable.</summary>
    /// <param name="variable">Any variable.</param>
    public static implicit operator Tensor(Variable variable) => variable.Value;
}

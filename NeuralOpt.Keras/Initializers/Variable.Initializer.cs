using NeuralOpt.Keras.Initializers;

namespace NeuralOpt.Keras;

public partial class Variable
{
    /// <summary>Makes a variable whose first value an initializer gives.</summary>
    /// <param name="initializer">Such as <c>"zeros"</c> or <c>new GlorotUniform()</c>.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="dtype">Type of its elements; float32 by default.</param>
    /// <param name="trainable">Whether training changes it.</param>
    /// <param name="autocast">Whether layers of mixed precision compute with it in their compute dtype.</param>
    /// <param name="aggregation">How replicas join their values: <c>"none"</c>, <c>"mean"</c>, <c>"sum"</c>, <c>"only_first_replica"</c>; here there is one.</param>
    /// <param name="synchronization">When replicas join them: <c>"auto"</c>, <c>"none"</c>, <c>"on_write"</c>, <c>"on_read"</c>; here there is one.</param>
    /// <param name="name">Name, <c>"variable"</c> by default.</param>
    /// <param name="layout">Must be null: values are not spread over devices.</param>
    public Variable(
        Initializer initializer,
        Shape shape,
        DTypeLike? dtype = null,
        bool trainable = true,
        bool autocast = true,
        string aggregation = "none",
        string synchronization = "auto",
        string? name = null,
        object? layout = null)
        : this(Guard.NotNull(initializer, "Variable").Apply(shape, dtype ?? DType.Float32), null, dtype, trainable, autocast, aggregation, synchronization, name, layout)
    {
    }
}

using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Layers;

/// <summary>Applies a function of your own, written in ops: of one tensor, of two or three, or of all inputs as a list.</summary>
/// <remarks>
/// <para>It has no weights, and no file can hold it: derive from <see cref="Layer"/> for a layer that is saved.</para>
/// <para>A parameter named <c>training</c> or <c>mask</c> is given the flag or the mask of the call, as in Keras.
/// A mask that comes with the input ends here unless <c>mask</c> says which one goes on.</para>
/// <para>With <c>outputShape</c> the function does not run while a model is described, so it may look at values where the model runs eagerly.</para>
/// </remarks>
/// <example>
/// <code>
/// Input a = new(4), b = new(4), c = new(4);
/// Tensor distance = new Lambda((p, q) => Ops.Abs(p - q)).Apply([a, b]);
/// Tensor sum = new Lambda((Tensors t) => t[0] + t[1] * t[2]).Apply([a, b, c]);
/// Tensor half = Lambda.Of(Scale, arguments: new Dictionary&lt;string, object> { ["factor"] = 0.5 }).Apply(a);
/// static Tensor Scale(Tensor x, double factor) => x * factor;
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/core_layers/lambda/"/>
public class Lambda : Layer
{
    private readonly LambdaCall _call;

    /// <summary>A layer of a function of one tensor.</summary>
    /// <param name="function">From the input to the output.</param>
    /// <param name="outputShape">Shape of the output without the batch, where it cannot be inferred from the function; null to infer it.</param>
    /// <param name="mask">The mask of the output, from the inputs and their masks; null for none.</param>
    /// <param name="arguments">What the function's further parameters are given, by their names; see <see cref="Of"/>.</param>
    /// <param name="name">Name; the class's in snake case, counted up, by default.</param>
    /// <param name="trainable">Whether training changes the weights.</param>
    /// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
    /// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
    public Lambda(
        Func<Tensor, Tensor> function,
        Shape? outputShape = null,
        Func<Tensors, IReadOnlyList<Tensor?>, Tensor?>? mask = null,
        IReadOnlyDictionary<string, object>? arguments = null,
        string? name = null,
        bool trainable = true,
        string? dtype = null,
        Shape? inputShape = null)
        : this((Delegate)function, outputShape, mask, arguments, name, trainable, dtype, inputShape)
    {
    }

    /// <summary>A layer of a function of two tensors: <c>new Lambda((a, b) => a + b)</c>, applied to <c>[x, y]</c>.</summary>
    /// <inheritdoc cref="Lambda(Func{Tensor, Tensor}, Shape?, Func{Tensors, IReadOnlyList{Tensor?}, Tensor?}?, IReadOnlyDictionary{string, object}?, string?, bool, string?, Shape?)" path="/param"/>
    [OverloadResolutionPriority(-1)]
    public Lambda(
        Func<Tensor, Tensor, Tensor> function,
        Shape? outputShape = null,
        Func<Tensors, IReadOnlyList<Tensor?>, Tensor?>? mask = null,
        IReadOnlyDictionary<string, object>? arguments = null,
        string? name = null,
        bool trainable = true,
        string? dtype = null,
        Shape? inputShape = null)
        : this((Delegate)function, outputShape, mask, arguments, name, trainable, dtype, inputShape)
    {
    }

    /// <summary>A layer of a function of three tensors.</summary>
    /// <inheritdoc cref="Lambda(Func{Tensor, Tensor}, Shape?, Func{Tensors, IReadOnlyList{Tensor?}, Tensor?}?, IReadOnlyDictionary{string, object}?, string?, bool, string?, Shape?)" path="/param"/>
    [OverloadResolutionPriority(-1)]
    public Lambda(
        Func<Tensor, Tensor, Tensor, Tensor> function,
        Shape? outputShape = null,
        Func<Tensors, IReadOnlyList<Tensor?>, Tensor?>? mask = null,
        IReadOnlyDictionary<string, object>? arguments = null,
        string? name = null,
        bool trainable = true,
        string? dtype = null,
        Shape? inputShape = null)
        : this((Delegate)function, outputShape, mask, arguments, name, trainable, dtype, inputShape)
    {
    }

    /// <summary>A layer of a function of all inputs: <c>new Lambda((Tensors t) => t[0] + t[1])</c>.</summary>
    /// <inheritdoc cref="Lambda(Func{Tensor, Tensor}, Shape?, Func{Tensors, IReadOnlyList{Tensor?}, Tensor?}?, IReadOnlyDictionary{string, object}?, string?, bool, string?, Shape?)" path="/param"/>
    [OverloadResolutionPriority(-3)]
    public Lambda(
        Func<Tensors, Tensor> function,
        Shape? outputShape = null,
        Func<Tensors, IReadOnlyList<Tensor?>, Tensor?>? mask = null,
        IReadOnlyDictionary<string, object>? arguments = null,
        string? name = null,
        bool trainable = true,
        string? dtype = null,
        Shape? inputShape = null)
        : this((Delegate)function, outputShape, mask, arguments, name, trainable, dtype, inputShape)
    {
    }

    /// <summary>A layer of a function from all inputs to several outputs, for <c>ApplyMany</c>.</summary>
    /// <inheritdoc cref="Lambda(Func{Tensor, Tensor}, Shape?, Func{Tensors, IReadOnlyList{Tensor?}, Tensor?}?, IReadOnlyDictionary{string, object}?, string?, bool, string?, Shape?)" path="/param"/>
    [OverloadResolutionPriority(-2)] // Before the one of one output, because an array of tensors would also convert to a tensor.
    public Lambda(
        Func<Tensors, Tensors> function,
        Shape? outputShape = null,
        Func<Tensors, IReadOnlyList<Tensor?>, Tensor?>? mask = null,
        IReadOnlyDictionary<string, object>? arguments = null,
        string? name = null,
        bool trainable = true,
        string? dtype = null,
        Shape? inputShape = null)
        : this((Delegate)function, outputShape, mask, arguments, name, trainable, dtype, inputShape)
    {
    }

    private Lambda(
        Delegate function,
        Shape? outputShape,
        Func<Tensors, IReadOnlyList<Tensor?>, Tensor?>? mask,
        IReadOnlyDictionary<string, object>? arguments,
        string? name,
        bool trainable,
        string? dtype,
        Shape? inputShape)
        : base(name, trainable, dtype, null, inputShape)
    {
        Function = Guard.NotNull(function, "Lambda", nameof(function));
        OutputShape = outputShape;
        Mask = mask;
        Arguments = arguments;
        _call = new(function, arguments);
    }

    /// <summary>From the inputs to the outputs.</summary>
    public Delegate Function { get; }

    /// <summary>Shape of the output without the batch; null where it is inferred.</summary>
    public Shape? OutputShape { get; }

    /// <summary>The mask of the output, from the inputs and their masks; null for none.</summary>
    public Func<Tensors, IReadOnlyList<Tensor?>, Tensor?>? Mask { get; }

    /// <summary>What the function's further parameters are given, by their names.</summary>
    public IReadOnlyDictionary<string, object>? Arguments { get; }

    /// <inheritdoc/>
    public override bool SupportsMasking => Mask is not null;

    /// <summary>A layer of any method: its parameters of type <see cref="Tensor"/> are the inputs in order, one of type <see cref="Tensors"/> is all of them.</summary>
    /// <param name="function">A method, or a function with typed parameters. It gives a tensor, or several as a tuple, an array or <see cref="Tensors"/>.</param>
    /// <param name="outputShape">Shape of the output without the batch, where it cannot be inferred from the function; null to infer it.</param>
    /// <param name="mask">The mask of the output, from the inputs and their masks; null for none.</param>
    /// <param name="arguments">What the other parameters are given, by their names; those that have a default may be left out.</param>
    /// <param name="name">Name; the class's in snake case, counted up, by default.</param>
    /// <param name="trainable">Whether training changes the weights.</param>
    /// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
    /// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c> without <c>Input</c>.</param>
    /// <exception cref="ArgumentException">A parameter gets no value, or a value no parameter.</exception>
    public static Lambda Of(
        Delegate function,
        Shape? outputShape = null,
        Func<Tensors, IReadOnlyList<Tensor?>, Tensor?>? mask = null,
        IReadOnlyDictionary<string, object>? arguments = null,
        string? name = null,
        bool trainable = true,
        string? dtype = null,
        Shape? inputShape = null)
        => new(function, outputShape, mask, arguments, name, trainable, dtype, inputShape);

    /// <inheritdoc/>
    public override Tensor? ComputeMask(Tensors inputs, IReadOnlyList<Tensor?> previousMask) => Mask?.Invoke(inputs, previousMask);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context)
        => OutputShape is { } shape && inputs.Any(static t => t is KerasTensor)
            ? new KerasTensor(Shape.Of(inputs[0].Shape.At(0)).Concat(shape), ComputeDType)
            : _call.Run(inputs, context);
}

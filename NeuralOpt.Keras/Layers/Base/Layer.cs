using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras.Layers;

/// <summary>A function of tensors with weights: the base of every layer and model.</summary>
/// <remarks>
/// <para>Write your own by deriving: make weights in <see cref="Build(Shape)"/> with <c>AddWeight</c>, compute in <c>Call</c> with ops.
/// Layers, variables, metrics and seed generators kept in fields belong to the layer.</para>
/// <para><c>layer.Apply(x)</c> stands for Python's <c>layer(x)</c>: on real tensors it computes, on symbolic ones it describes a model.</para>
/// </remarks>
/// <example>
/// <code>
/// class Linear(int units) : Layer
/// {
///     private Variable? _w, _b;
///
///     public override void Build(Shape inputShape)
///     {
///         _w = AddWeight("w", (inputShape[^1], units));
///         _b = AddWeight("b", units, initializer: "zeros");
///         base.Build(inputShape);
///     }
///
///     protected override Tensor Call(Tensor inputs, CallContext context) =&gt; Ops.Matmul(inputs, _w!) + _b!;
/// }
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/base_layer/"/>
public abstract partial class Layer : IConfigurable
{
    [ThreadStatic]
    private static HashSet<Layer>? t_setTrainable;

    private bool _trainable;
    private bool? _supportsMasking;

    /// <summary>Sets what every layer has.</summary>
    /// <param name="name">Name; the class's in snake case, counted up, by default.</param>
    /// <param name="trainable">Whether training changes the weights.</param>
    /// <param name="dtype">Type of weights and computation, <c>"float32"</c> by default.</param>
    /// <param name="activityRegularizer">Penalty on the output, added to the loss; null for none.</param>
    /// <param name="inputShape">Shape of the input without the batch, where the layer is the first of a <c>Sequential</c>.</param>
    protected Layer(string? name = null, bool trainable = true, string? dtype = null, Regularizer? activityRegularizer = null, Shape? inputShape = null)
    {
        if (name is not null && (name.Length == 0 || name.Contains('/')))
        {
            throw new KerasArgumentException($"{GetType().Name}: a name must not be empty or contain '/'. Received: '{name}'.");
        }

        Name = name ?? Session.Current.UniqueName(NamingRule.SnakeCase(GetType().Name));
        _trainable = trainable;
        Dtype = dtype ?? "float32";
        ComputeDType = DTypes.Parse(Dtype);
        ActivityRegularizer = activityRegularizer;
        InputShape = inputShape;
    }

    /// <summary>Name of the layer, unique in its model.</summary>
    public string Name { get; internal set; }

    /// <summary>Type of weights and computation, by Keras's name.</summary>
    public string Dtype { get; }

    /// <summary>Whether the weights are there.</summary>
    public bool Built { get; protected set; }

    /// <summary>Penalty on the output, added to the loss.</summary>
    public Regularizer? ActivityRegularizer { get; }

    /// <summary>What is demanded of the inputs, one entry each; empty for nothing.</summary>
    public virtual IReadOnlyList<InputSpec> InputSpecs { get; protected set; } = [];

    /// <summary>Whether a mask passes through, or is made, rather than ends here; by default where the class overrides <see cref="ComputeMask"/>.</summary>
    public virtual bool SupportsMasking
    {
        get => _supportsMasking ??= GetType().GetMethod(nameof(ComputeMask))!.DeclaringType != typeof(Layer);
        protected set => _supportsMasking = value;
    }

    /// <summary>The shape that a first layer of a <c>Sequential</c> was given instead of an <c>Input</c>, without the batch; null if it was not.</summary>
    public Shape? InputShape { get; }

    /// <summary>Whether training changes the weights. Setting it sets that of the layers inside and of the weights.</summary>
    /// <remarks>After changing it, compile the model anew.</remarks>
    public virtual bool Trainable
    {
        get => _trainable;
        set
        {
            // Layers that hold one another are each set once.
            bool outermost = t_setTrainable is null;
            HashSet<Layer> set = t_setTrainable ??= new(ReferenceEqualityComparer.Instance);
            if (!set.Add(this))
            {
                return;
            }

            try
            {
                RequireStack();
                _trainable = value;
                foreach (Variable v in OwnTrainable)
                {
                    v.Trainable = value;
                }

                foreach (Layer layer in Sublayers)
                {
                    layer.Trainable = value;
                }
            }
            finally
            {
                t_setTrainable = outermost ? null : t_setTrainable;
            }
        }
    }

    /// <summary>Type of weights and computation.</summary>
    internal DType ComputeDType { get; }

    /// <summary>Whether floating-point inputs are brought to <see cref="ComputeDType"/>.</summary>
    internal bool Autocast { get; init; } = true;

    /// <summary>Its symbolic calls.</summary>
    internal List<LayerCall> InboundCalls { get; } = [];

    /// <summary>The shapes that its first call gave; null before it. A step knows the length of its batch, which says nothing of others.</summary>
    internal IReadOnlyList<Shape>? CalledShapes { get; private set; }

    /// <summary>Whether a mask that ends at the layer is worth a warning.</summary>
    private protected virtual bool WarnsOfMasks => true;

    /// <summary>The shapes with which it was built.</summary>
    internal IReadOnlyList<Shape>? BuildShapes { get; private set; }

    /// <summary>The shape that a first layer of a Sequential was given in the old way, without the batch; null if it was not.</summary>
    internal virtual Shape? FirstInputShape => InputShape;

    /// <summary>The length of the batch axis that it was given so; null for any.</summary>
    internal virtual int? FirstBatchSize => null;

    /// <summary>The dtype of such an input.</summary>
    internal virtual DType FirstInputDType => ComputeDType;

    /// <summary>Makes the weights for an input of that shape. The base marks the layer as built: call it last.</summary>
    /// <param name="inputShape">Shape of the input, with the batch, whose length may be <c>null</c>.</param>
    [OverloadResolutionPriority(1)] // [null, 4] is a shape, not a list of them.
    public virtual void Build(Shape inputShape) => MarkBuilt([inputShape]);

    /// <summary>Makes the weights for several inputs; by default for the first.</summary>
    /// <param name="inputShapes">Shape of each input.</param>
    public virtual void Build(IReadOnlyList<Shape> inputShapes)
        => Build(Guard.NotNull(inputShapes, $"{GetType().Name} '{Name}'").Count > 0
            ? inputShapes[0]
            : throw new ShapeException($"{GetType().Name} '{Name}': there must be the shape of an input. Received: none."));

    /// <summary>Computes the output from one input; override this, or the one of several inputs.</summary>
    /// <param name="inputs">The input.</param>
    /// <param name="context">Training flag and masks.</param>
    protected virtual Tensor Call(Tensor inputs, CallContext context)
        => throw new KerasInvalidOperationException($"{GetType().Name} '{Name}': a layer must override Call.");

    /// <summary>Computes the outputs from the inputs; override it for several of either.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="context">Training flag and masks.</param>
    protected virtual Tensors Call(Tensors inputs, CallContext context)
        => inputs.Count == 1
            ? Call(inputs[0], context)
            : throw new ShapeException($"the layer takes one input. Received shapes: {string.Join(", ", inputs.Select(t => t.Shape))}.");

    /// <summary>The mask of the output: by default that of the first input, if the layer supports masking.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="previousMask">The mask of each input; null where there is none.</param>
    /// <returns>bool, (batch, steps); null for none.</returns>
    public virtual Tensor? ComputeMask(Tensors inputs, IReadOnlyList<Tensor?> previousMask) => SupportsMasking ? previousMask?.FirstOrDefault(m => m is not null) : null;

    /// <summary>The shape of the output for an input of that shape.</summary>
    /// <param name="inputShape">Shape of the input; axes may be <c>null</c>.</param>
    public virtual Shape ComputeOutputShape(Shape inputShape)
    {
        using SymbolicScope scope = SymbolicScope.Enter();
        return Apply(new KerasTensor(inputShape, ComputeDType)).Shape;
    }

    /// <summary>The layer as another one's activation: <c>new Dense(8, activation: new LeakyReLU(0.2))</c>. Its weights belong to that one then.</summary>
    /// <param name="layer">A layer of one input and one output. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(layer))]
    public static implicit operator ActivationSpec?(Layer? layer)
        => layer is null ? null : ActivationSpec.Of(layer.Name, x => layer.Apply(x), layer);

    /// <summary>Adds a term to the loss, from inside <c>Call</c>.</summary>
    /// <param name="loss">A scalar.</param>
    public void AddLoss(Tensor loss)
    {
        // A description has no value that could be part of a loss.
        if (Trace.Current is { IsBranch: true })
        {
            throw new KerasInvalidOperationException(
                $"{GetType().Name} '{Name}': AddLoss must stand outside of Ops.Cond and Ops.Switch in a compiled step. Received: a call in one of their branches; let them return the loss.");
        }

        if (!SymbolicScope.IsActive)
        {
            AddedLosses.Add(this, loss);
        }
    }

    /// <summary>Marks the layer as built, for one that makes its weights elsewhere.</summary>
    private protected void MarkBuilt(IReadOnlyList<Shape> shapes)
    {
        Built = true;
        BuildShapes = shapes;
    }
}

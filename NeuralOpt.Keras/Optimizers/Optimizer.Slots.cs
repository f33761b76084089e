namespace NeuralOpt.Keras.Optimizers;

// The state that belongs to each variable.
public abstract partial class Optimizer
{
    private readonly Dictionary<(string Slot, Variable Variable), Variable> _slots = [];
    private readonly HashSet<Variable> _withoutDecay = [];
    private readonly List<string> _namesWithoutDecay = [];
    private Variable[]? _built;

    // Set when all slots are there.
    private volatile bool _ready;

    /// <summary>Whether the slots exist.</summary>
    internal bool Built => _built is not null;

    /// <summary>Makes the slots of the variables to be trained; <see cref="Apply"/> does it at its first call.</summary>
    /// <param name="variables">All variables that this optimizer will ever see.</param>
    public void Build(IReadOnlyList<Variable> variables)
    {
        if (_ready)
        {
            return;
        }

        using (Structure.Enter())
        {
            if (_built is null)
            {
                MakeSlots(variables);
                _ready = true;
            }
        }
    }

    private void MakeSlots(IReadOnlyList<Variable> variables)
    {
        _built = [.. Guard.NoNulls(variables, $"{GetType().Name}.Build")];
        foreach (Variable variable in _built)
        {
            if (UseEma)
            {
                AddSlot("average", variable);
            }

            if (GradientAccumulationSteps is not null)
            {
                AddSlot("gradient_accumulator", variable);
            }
        }

        AddSlots();
    }

    /// <summary>Takes variables out of weight decay; before the first step.</summary>
    /// <param name="varList">The variables.</param>
    /// <param name="varNames">Texts: a variable in whose name one of them occurs.</param>
    /// <exception cref="InvalidOperationException">The optimizer has already been built.</exception>
    public void ExcludeFromWeightDecay(IReadOnlyList<Variable>? varList = null, IReadOnlyList<string>? varNames = null)
    {
        if (_built is not null)
        {
            throw new KerasInvalidOperationException($"{GetType().Name}.ExcludeFromWeightDecay: it must be called before the first step. Received: a call after it.");
        }

        _withoutDecay.UnionWith(varList ?? []);
        _namesWithoutDecay.AddRange(varNames ?? []);
    }

    /// <summary>Makes the slots: a derived class calls <see cref="AddSlots(string[])"/> here. None by default.</summary>
    protected virtual void AddSlots()
    {
    }

    /// <summary>Makes slots of zeros for each variable, in the shape and dtype of the variable.</summary>
    /// <param name="names">Names such as <c>"momentum"</c>; all of one variable come before those of the next.</param>
    protected void AddSlots(params string[] names)
    {
        foreach (Variable variable in _built!)
        {
            foreach (string name in names)
            {
                AddSlot(name, variable);
            }
        }
    }

    /// <summary>The slot of a variable.</summary>
    /// <param name="name">Name such as <c>"momentum"</c>.</param>
    /// <param name="variable">A variable that is trained.</param>
    /// <returns>A variable of the same shape.</returns>
    protected Variable Slot(string name, Variable variable) => _slots[(name, variable)];

    /// <summary>Makes one slot.</summary>
    private protected Variable AddSlot(string name, Variable variable, double initial = 0)
        => AddSlot(name, variable, $"{variable.Path.Replace('/', '_')}_{name}", Ops.Full(variable.Shape, initial, variable.DType));

    /// <summary>Makes one slot of any shape and name.</summary>
    private protected Variable AddSlot(string name, Variable variable, string path, Tensor value)
        => _slots[(name, variable)] = AddVariable(path, value);

    /// <summary>A scalar that belongs to no variable.</summary>
    private protected Variable AddState(string name, double initial)
        => AddVariable(name, Tensor.ScalarOf(initial, DType.Float32));

    /// <summary>The variables that this optimizer was built for.</summary>
    private protected IReadOnlyList<Variable> Trained => _built ?? [];
}

using System.Text.Json.Nodes;
using NeuralOpt.Keras.Initializers;

namespace NeuralOpt.Keras.Optimizers;

// Keras's members for an optimizer of one's own that keeps its state by itself.
public abstract partial class Optimizer
{
    /// <summary>Makes a variable of the optimizer's state.</summary>
    /// <param name="shape">Its shape.</param>
    /// <param name="initializer">How it starts; <c>"zeros"</c> by default.</param>
    /// <param name="dtype">Type of its elements, float32 by default.</param>
    /// <param name="aggregation">How replicas join their values; here there is one.</param>
    /// <param name="layout">Must be null: values are not spread over devices.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The variable, not trainable; it is one of <see cref="Variables"/>.</returns>
    public Variable AddVariable(
        Shape shape, Initializer? initializer = null, DTypeLike? dtype = null, string aggregation = "none", object? layout = null, string? name = null)
    {
        if (layout is not null)
        {
            throw new KerasArgumentException($"{GetType().Name}.AddVariable: layout must be null: values are not spread over devices. Received: {layout}.");
        }

        Guard.OneOf(aggregation, $"{GetType().Name}.AddVariable", "aggregation", "none", "mean", "sum", "only_first_replica");
        return AddVariable(name ?? "variable", (initializer ?? "zeros").Apply(shape, dtype ?? DType.Float32));
    }

    /// <summary>Makes a variable of the optimizer's state in the shape and dtype of another one, such as a momentum.</summary>
    /// <param name="referenceVariable">The variable that is trained.</param>
    /// <param name="name">Its name, put behind that of the variable; <c>"optimizer"</c> by default.</param>
    /// <param name="initializer">How it starts; <c>"zeros"</c> by default.</param>
    /// <returns>The variable, not trainable.</returns>
    public Variable AddVariableFromReference(Variable referenceVariable, string? name = null, Initializer? initializer = null)
        => AddVariable(
            $"{Guard.NotNull(referenceVariable, $"{GetType().Name}.AddVariableFromReference").Path.Replace('/', '_')}_{name ?? "optimizer"}", (initializer ?? "zeros").Apply(referenceVariable.Shape, referenceVariable.DType));

    /// <summary>Makes a variable of the optimizer's state for each variable that is trained.</summary>
    /// <param name="trainableVariables">The variables that are trained.</param>
    /// <param name="name">Its name, put behind that of the variable.</param>
    /// <param name="initializer">How they start; <c>"zeros"</c> by default.</param>
    /// <returns>One variable each, in the same order.</returns>
    public IReadOnlyList<Variable> AddOptimizerVariables(IReadOnlyList<Variable> trainableVariables, string name, Initializer? initializer = null)
        => [.. Guard.NoNulls(trainableVariables, $"{GetType().Name}.AddOptimizerVariables").Select(v => AddVariableFromReference(v, name, initializer))];

    /// <summary>Gives a variable a new value, as part of a step.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="value">Shape of the variable.</param>
    public void Assign(Variable variable, Tensor value) => Given(variable).Assign(value);

    /// <summary>Adds to a variable, as part of a step.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="value">Shape of the variable.</param>
    public void AssignAdd(Variable variable, Tensor value) => Given(variable).AssignAdd(value);

    /// <summary>Takes from a variable, as part of a step.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="value">Shape of the variable.</param>
    public void AssignSub(Variable variable, Tensor value) => Given(variable).AssignSub(value);

    private Variable Given(Variable? variable) => Guard.NotNull(variable, $"{GetType().Name}.Assign");

    /// <summary>Replaces the state.</summary>
    /// <param name="weights">One value for each of <see cref="Variables"/>, of the same shapes.</param>
    /// <exception cref="ArgumentException">There are more or fewer, or a shape differs; nothing has been changed then.</exception>
    public void SetWeights(IReadOnlyList<Tensor> weights)
    {
        if (Guard.NoNulls(weights, $"{GetType().Name}.SetWeights").Count != _variables.Count)
        {
            throw new KerasArgumentException($"{GetType().Name}.SetWeights: there must be one value for each of {_variables.Count} variables. Received: {weights.Count}.");
        }

        for (int i = 0; i < weights.Count; i++)
        {
            if (weights[i].Shape != _variables[i].Shape)
            {
                throw new ShapeException(
                    $"{GetType().Name}.SetWeights: the value of '{_variables[i].Path}' must have shape {_variables[i].Shape}. Received: {weights[i].Shape}.");
            }
        }

        for (int i = 0; i < weights.Count; i++)
        {
            _variables[i].Assign(weights[i]);
        }
    }

    /// <summary>The constructor's arguments under Keras's keys, from which the optimizer can be made again.</summary>
    /// <seealso href="https://keras.io/api/optimizers/"/>
    public virtual JsonObject GetConfig() => ObjectConfig.Get(this);
}

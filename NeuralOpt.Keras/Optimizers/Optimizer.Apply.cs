namespace NeuralOpt.Keras.Optimizers;

// One step. It is written in ops, so that it runs at once and as part of a compiled step alike.
public abstract partial class Optimizer
{
    /// <summary>Number of updates done; with gradient accumulation less than the number of steps.</summary>
    private protected Tensor Updates => GradientAccumulationSteps is { } n ? Ops.FloorDivide(Iterations, n) : Iterations;

    /// <summary>Changes the variables by one step.</summary>
    /// <param name="grads">A gradient for each variable; null where there is none, then the variable stays.</param>
    /// <param name="trainableVariables">The variables; those that the optimizer was built for by default.</param>
    /// <exception cref="ArgumentException">The lists differ in length, a variable is unknown, or there is no gradient at all.</exception>
    public void Apply(IReadOnlyList<Tensor?> grads, IReadOnlyList<Variable>? trainableVariables = null)
    {
        IReadOnlyList<Variable> variables = trainableVariables ?? _built ?? throw new KerasInvalidOperationException(
            $"{GetType().Name}.Apply: the variables must be given at the first call, or Build must be called before it. Received: gradients only.");
        if (grads.Count != variables.Count)
        {
            throw new KerasArgumentException(
                $"{GetType().Name}.Apply: there must be one gradient for each variable. Received: {grads.Count} gradients for {variables.Count} variables.");
        }

        Build(variables);
        if (variables.FirstOrDefault(v => !_built!.Contains(v)) is { } unknown)
        {
            throw new KerasArgumentException($"{GetType().Name}.Apply: every variable must be one that the optimizer was built for. Received: '{unknown.Path}'.");
        }

        int[] present = [.. Enumerable.Range(0, grads.Count).Where(i => grads[i] is not null)];
        if (present.Length == 0)
        {
            if (grads.Count > 0)
            {
                throw new KerasArgumentException($"{GetType().Name}.Apply: at least one variable must have a gradient. Received: none.");
            }

            return;
        }

        if (present.Length < grads.Count)
        {
            IEnumerable<string> missing = Enumerable.Range(0, grads.Count).Except(present).Select(i => variables[i].Path);
            KerasWarnings.WarnOnce($"{GetType().Name}: the loss does not depend on all of the variables, so that these stay as they are: {string.Join(", ", missing)}.", this);
        }

        Variable[] trained = [.. present.Select(i => variables[i])];
        Tensor[] given = [.. present.Select(i => LossScaleFactor is { } scale ? Slices.Map(grads[i]!, g => g / scale) : grads[i]!)];
        if (GradientAccumulationSteps is { } steps)
        {
            Accumulate(given, trained, steps);
        }
        else
        {
            Update(given, trained);
        }

        if (UseEma)
        {
            Average();
        }

        Iterations.AssignAdd(1);
        foreach (Variable variable in trained)
        {
            if (variable.Constraint is { } constraint)
            {
                variable.Assign(constraint.Apply(variable));
            }
        }
    }

    /// <summary>Changes the variables by one step: Keras's <c>apply_gradients(zip(grads, variables))</c>.</summary>
    /// <param name="gradsAndVars">Gradients, null for none, each with its variable.</param>
    public void ApplyGradients(IEnumerable<(Tensor? Gradient, Variable Variable)> gradsAndVars)
    {
        (Tensor? Gradient, Variable Variable)[] pairs = [.. Guard.NotNull(gradsAndVars, $"{GetType().Name}.ApplyGradients")];
        Apply([.. pairs.Select(p => p.Gradient)], [.. pairs.Select(p => p.Variable)]);
    }

    /// <summary>Sets the variables to their moving averages, if these are kept; <c>Fit</c> does it at its end.</summary>
    /// <param name="varList">The variables that were trained.</param>
    public void FinalizeVariableValues(IReadOnlyList<Variable> varList)
    {
        if (UseEma && _built is not null)
        {
            foreach (Variable variable in varList)
            {
                variable.Assign(Slot("average", variable));
            }
        }
    }

    /// <summary>Changes one variable and its slots: the formula of a derived class.</summary>
    /// <param name="gradient">Clipped; shape and dtype of the variable.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="learningRate">A scalar in the dtype of the variable.</param>
    protected abstract void UpdateStep(Tensor gradient, Variable variable, Tensor learningRate);

    /// <summary>Changes what belongs to no variable, before the variables are changed.</summary>
    private protected virtual void BeforeUpdate()
    {
    }

    /// <summary>The weight decay of one variable; null for none.</summary>
    private protected virtual double? DecayOf(Variable variable) => WeightDecay;

    private void Update(Tensor[] gradients, Variable[] variables)
    {
        gradients = Clip(gradients);
        Tensor rate = CurrentRate;
        foreach (Variable v in variables)
        {
            if (DecayOf(v) is { } decay && !_withoutDecay.Contains(v) && !_namesWithoutDecay.Exists(n => v.Name.Contains(n, StringComparison.Ordinal)))
            {
                v.AssignSub(v.Value * decay * Ops.Cast(rate, v.DType));
            }
        }

        BeforeUpdate();
        for (int i = 0; i < variables.Length; i++)
        {
            UpdateStep(gradients[i], variables[i], Ops.Cast(rate, variables[i].DType));
        }
    }

    // Every step computes the update; whether it counts is decided by value, so that one compiled step serves both cases.
    private void Accumulate(Tensor[] gradients, Variable[] variables, int steps)
    {
        Tensor now = Ops.Equal(Ops.Mod(Iterations.Value + 1, steps), 0);
        Tensor[] sums = [.. gradients.Select((g, i) => g + Slot("gradient_accumulator", variables[i]))];
        Variable[] kept = [Iterations, .. _slots.Where(p => p.Key.Slot is "average" or "gradient_accumulator").Select(p => p.Value)];
        Variable[] changed = [.. variables, .. _variables.Where(v => !ReferenceEquals(v, LearningRateVariable) && !kept.Contains(v))];
        Tensor[] before = Array.ConvertAll(changed, v => v.Value);
        Update([.. sums.Select(s => s / (double)steps)], variables);
        for (int i = 0; i < changed.Length; i++)
        {
            changed[i].Assign(Ops.Where(now, changed[i].Value, before[i]));
        }

        for (int i = 0; i < sums.Length; i++)
        {
            Slot("gradient_accumulator", variables[i]).Assign(Ops.Where(now, 0.0, sums[i]));
        }
    }

    private void Average()
    {
        Tensor begun = Ops.Cast(Ops.NotEqual(Updates, 0), DType.Float32);
        Tensor? overwrite = EmaOverwriteFrequency is { } frequency ? Ops.Equal(Ops.Mod(Updates + 1, frequency), 0) : null;
        foreach (Variable variable in _built!)
        {
            Variable average = Slot("average", variable);
            Tensor momentum = Ops.Cast(begun, variable.DType) * EmaMomentum;
            average.Assign((momentum * average) + ((1.0 - momentum) * variable.Value));
            if (overwrite is not null)
            {
                variable.Assign(Ops.Where(overwrite, average.Value, variable.Value));
            }
        }
    }

    private Tensor[] Clip(Tensor[] gradients)
    {
        if (Clipnorm is > 0 and { } norm)
        {
            return Array.ConvertAll(gradients, g => ClipByNorm(g, norm));
        }

        if (GlobalClipnorm is > 0 and { } global)
        {
            Tensor total = Ops.Sqrt(gradients.Select(Slices.SumOfSquares).Aggregate(static (a, b) => a + b));

            // The last term is 0, or NaN where the norm is not finite.
            Tensor scale = (global * Ops.Minimum(1.0 / total, 1.0 / global)) + (total - total);
            // The norm is that of the look-ups; what comes of it is dense, as in Keras.
            return Array.ConvertAll(gradients, g => IndexedSlices.Dense(g) * scale);
        }

        return Clipvalue is > 0 and { } limit ? Array.ConvertAll(gradients, g => Slices.Map(g, x => Ops.Clip(x, -limit, limit))) : gradients;
    }

    private static Tensor ClipByNorm(Tensor gradient, double norm)
    {
        Tensor sum = Slices.SumOfSquares(gradient);
        Tensor positive = sum > 0.0;
        Tensor l2 = Ops.Where(positive, Ops.Sqrt(Ops.Where(positive, sum, 1.0)), sum);
        return Slices.Map(gradient, x => x * norm / Ops.Maximum(l2, norm));
    }
}

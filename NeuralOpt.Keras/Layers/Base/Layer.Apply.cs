using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Layers;

public abstract partial class Layer
{
    // Set when the build is through: Built already is while a Build that calls its base first makes its weights.
    private volatile bool _ready;
    private bool _building;

    /// <summary>Applies the layer, as Python's <c>layer(x)</c>; builds it first if need be.</summary>
    /// <param name="inputs">A tensor, or several as <c>[a, b]</c>.</param>
    /// <param name="training">Whether this is part of training; null for what the calling layer or model was told, else false.</param>
    /// <param name="mask">A mask for the inputs; null for the one that comes with them.</param>
    /// <returns>The output of a layer that has one.</returns>
    public Tensor Apply(Tensors inputs, bool? training = null, Tensors? mask = null)
    {
        Tensors outputs = ApplyMany(inputs, training, mask);
        return outputs.Count == 1
            ? outputs[0]
            : throw new KerasInvalidOperationException($"{GetType().Name} '{Name}': a layer of {outputs.Count} outputs is applied with ApplyMany.");
    }

    /// <summary>Applies a layer of several outputs; builds it first if need be.</summary>
    /// <param name="inputs">A tensor, or several as <c>[a, b]</c>.</param>
    /// <param name="training">Whether this is part of training; null for what the calling layer or model was told, else false.</param>
    /// <param name="mask">A mask for the inputs; null for the one that comes with them.</param>
    public Tensors ApplyMany(Tensors inputs, bool? training = null, Tensors? mask = null)
    {
        RequireStack();
        if (Guard.NotNull(inputs, $"{GetType().Name} '{Name}'").Count == 0 && this is not InputLayer)
        {
            throw new KerasArgumentException($"{GetType().Name} '{Name}': there must be an input. Received: none.");
        }

        bool outermost = CallScope.Current is null;
        inputs = AutocastInputs(TakesSeveral ? inputs.Apart() : inputs);
        using CallScope scope = new(this, training);
        try
        {
            EnsureBuilt(inputs);
            CheckInputs(inputs);
            Tensor?[] masks = [.. mask ?? inputs.Select(static t => t.Mask)];
            CallContext context = new(scope.Training ?? false, masks);
            return !SymbolicScope.IsActive && inputs.Any(static t => LayerCall.Of(t) is not null)
                ? Describe(inputs, training, mask, context)
                : Compute(inputs, context, outermost);
        }
        catch (ShapeException e) when (e.Place is null)
        {
            throw new ShapeException($"{GetType().Name} '{Name}'{InModel()}: {e.Message}", e) { Place = Name };
        }
    }

    /// <summary>Whether it joins several tensors, so that rows written in place are one each.</summary>
    private protected virtual bool TakesSeveral => false;

    /// <summary>Refuses to go deeper where the stack ends: layers that call one another would otherwise end the process.</summary>
    private protected void RequireStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new KerasInvalidOperationException(
                $"{GetType().Name} '{Name}': layers must not be inside one another without end. Received: {CallScope.Enclosing.Count} calls under way, the last of {string.Join(", ", CallScope.Enclosing.Take(4).Select(static l => $"'{l.Name}'"))}.");
        }
    }

    /// <summary>Makes the weights, once, for inputs like these.</summary>
    internal void EnsureBuilt(Tensors inputs)
    {
        if (_ready)
        {
            return;
        }

        using (Structure.Enter())
        {
            // The call that a Build makes of its own layer goes on with what there is.
            if (_building)
            {
                return;
            }

            if (!Built)
            {
                BuildFor(inputs);
            }

            _ready = true;
        }
    }

    private void BuildFor(Tensors inputs)
    {
        foreach (Tensor input in inputs)
        {
            if (InputSpecs.Count == 1 && InputSpecs[0].Violation(input) is { } violation)
            {
                throw new ShapeException($"{violation}. Received shape: {input.Shape}.");
            }
        }

        Shape[] shapes = [.. inputs.Select(t => t.Shape)];
        using SymbolicScope real = SymbolicScope.Leave();
        (int trainable, int nonTrainable) = (_ownTrainable.Count, _ownNonTrainable.Count);
        _building = true;
        try
        {
            Build(shapes);
            MarkBuilt(shapes);
        }
        catch
        {
            // A build that failed leaves no half of its weights for the next.
            _ownTrainable.RemoveRange(trainable, _ownTrainable.Count - trainable);
            _ownNonTrainable.RemoveRange(nonTrainable, _ownNonTrainable.Count - nonTrainable);
            throw;
        }
        finally
        {
            _building = false;
        }

        WarnIfMadeInCall();
    }

    // Weights that nobody keeps are made anew at each call, and trained at none.
    private void WarnIfMadeInCall()
    {
        if (CallScope.Enclosing is { Count: > 0 } outer && Weights.Count > 0 && !outer.Any(o => o.Tree().Contains(this)))
        {
            KerasWarnings.WarnOnce(
                $"{outer[0].GetType().Name} '{outer[0].Name}': a {GetType().Name} that Call uses is kept in no field, so that its weights are not the model's and are not trained. Make it in the constructor.", outer[0]);
        }
    }

    private Tensors Compute(Tensors inputs, CallContext context, bool outermost)
    {
        if (outermost)
        {
            ClearLosses();
        }

        Tensors outputs = Call(inputs, context);
        CalledShapes ??= [.. outputs.Select(static t => Trace.Current is null || t.Rank == 0 ? t.Shape : t.Shape.With(0, null))];
        if (ActivityRegularizer is not null && !SymbolicScope.IsActive)
        {
            foreach (Tensor output in outputs)
            {
                // A mean over the batch, so that its weight does not depend on the batch size.
                Tensor penalty = ActivityRegularizer.Apply(output);
                AddLoss(output.Rank > 0 && output.Shape.At(0) is { } batch and > 0 ? penalty / (double)batch : penalty);
            }
        }

        SetMasks(inputs, outputs, context.Masks);
        if (outermost && CallScope.Current is { } call)
        {
            AddedLosses.Keep(call);
        }

        return outputs;
    }

    private Tensors Describe(Tensors inputs, bool? training, Tensors? mask, CallContext context)
    {
        Tensors plain;
        using (SymbolicScope.Enter())
        {
            plain = Compute(inputs.Map(Plain), context, outermost: false);
        }

        LayerCall call = new(this, inputs, training, mask, [.. plain.Select(t => t.Spec)]);
        KerasTensor[] outputs = [.. call.Outputs];
        for (int i = 0; i < outputs.Length; i++)
        {
            outputs[i].Mask = plain[i].Mask;
        }

        return plain.Names is { } names
            ? names.Zip(outputs).ToDictionary(p => p.First, p => (Tensor)p.Second)
            : (Tensors)outputs;
    }

    private static Tensor Plain(Tensor t) => t is KerasTensor k ? new KerasTensor(k.Shape, k.DType) { Mask = k.Mask } : t;

    private void SetMasks(Tensors inputs, Tensors outputs, IReadOnlyList<Tensor?> masks)
    {
        if (!SupportsMasking)
        {
            if (WarnsOfMasks && masks.Any(static m => m is not null))
            {
                KerasWarnings.WarnOnce($"{GetType().Name} '{Name}': the layer does not support masking, so that the mask of its input ends there and layers behind it do not see it.", this);
            }

            return;
        }

        Tensor? mask = ComputeMask(inputs, masks);
        foreach (Tensor output in outputs)
        {
            // What Call has set, as a model's inner layers do, stands.
            if (mask is not null && output.Mask is null && !inputs.Contains(output))
            {
                output.Mask = mask;
            }
        }
    }

    private Tensors AutocastInputs(Tensors inputs)
        => Autocast && inputs.Any(t => t.DType.IsFloating() && t.DType != ComputeDType)
            ? inputs.Map(t => t.DType.IsFloating() && t.DType != ComputeDType ? KeepMask(t, Ops.Cast(t, ComputeDType)) : t)
            : inputs;

    private static Tensor KeepMask(Tensor from, Tensor to)
    {
        to.Mask = from.Mask;
        return to;
    }

    private void CheckInputs(Tensors inputs)
    {
        if (InputSpecs.Count > 0 && (inputs.Count > InputSpecs.Count || InputSpecs.Skip(inputs.Count).Any(static s => !s.Optional)))
        {
            throw new ShapeException($"the layer takes {InputSpecs.Count} inputs. Received: {inputs.Count}.");
        }

        for (int i = 0; i < Math.Min(InputSpecs.Count, inputs.Count); i++)
        {
            if (InputSpecs[i].Violation(inputs[i]) is { } violation)
            {
                throw new ShapeException($"{violation}. Received shape: {inputs[i].Shape}.");
            }
        }
    }

    private string InModel()
        => CallScope.Outermost is { } outer && outer != this ? $" in model '{outer.Name}'" : "";
}

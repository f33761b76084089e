namespace NeuralOpt.Keras.Optimizers;

/// <summary>What Adam and AdamW share: two moments and the step they give.</summary>
internal static class AdamUpdate
{
    internal static void Step(
        Tensor gradient, Variable variable, Variable m, Variable v, Variable? vHat, Tensor learningRate, Tensor updates, double beta1, double beta2, double epsilon)
    {
        Tensor step = Ops.Cast(updates + 1, variable.DType);
        Tensor alpha = learningRate * Ops.Sqrt(1.0 - Ops.Power(beta2, step)) / (1.0 - Ops.Power(beta1, step));
        m.AssignAdd((gradient - m) * (1 - beta1));
        v.AssignAdd((Slices.Square(gradient) - v) * (1 - beta2));
        Tensor second = v;
        if (vHat is not null)
        {
            vHat.Assign(Ops.Maximum(vHat, v));
            second = vHat;
        }

        variable.AssignSub(m * alpha / (Ops.Sqrt(second) + epsilon));
    }
}

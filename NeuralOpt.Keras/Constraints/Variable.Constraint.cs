using NeuralOpt.Keras.Constraints;

namespace NeuralOpt.Keras;

public partial class Variable
{
    /// <summary>Projection after each update; null for none.</summary>
    public Constraint? Constraint
    {
        get => (Constraint?)KeptConstraint;
        set => KeptConstraint = value;
    }
}

using NeuralOpt.Keras.Regularizers;

namespace NeuralOpt.Keras;

public partial class Variable
{
    /// <summary>Penalty on this weight, added to the loss of the layer that holds it; null for none.</summary>
    public Regularizer? Regularizer
    {
        get => (Regularizer?)KeptRegularizer;
        set => KeptRegularizer = value;
    }
}

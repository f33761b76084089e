namespace NeuralOpt.Keras;

/// <summary>The call that symbolic tensors come from: it knows how an op on them is written down, which this folder does not.</summary>
internal interface ISymbolicCall
{
    /// <summary>The symbolic result of an op; one that a model can follow if it can follow all symbolic inputs.</summary>
    /// <param name="op">What was called.</param>
    /// <param name="symbolic">Its symbolic inputs, in order.</param>
    /// <param name="spec">Shape and dtype of the result.</param>
    /// <param name="all">All inputs.</param>
    KerasTensor Describe(Op op, KerasTensor[] symbolic, TensorSpec spec, Tensor[] all);
}

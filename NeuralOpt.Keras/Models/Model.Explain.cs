using NeuralOpt.Keras.Training;

namespace NeuralOpt.Keras;

public partial class Model
{
    /// <summary>Tells what a step of training compiles to, and where its time goes: a table of kernels in order.</summary>
    /// <param name="x">Inputs of one batch, of the size that training is to use.</param>
    /// <param name="y">Its targets.</param>
    /// <param name="sampleWeight">Weights of its samples.</param>
    /// <param name="runs">How many steps to time; 0 (default) gives the plan alone and runs nothing.</param>
    /// <returns>Text of one line a kernel: result, memory, what is fused in it, and times if asked for.</returns>
    /// <remarks>Timed steps leave the model, its optimizer and its metrics as they were. It needs a compiled model, not <c>runEagerly</c>.</remarks>
    public string ExplainTrainStep(Tensors x, Tensors? y = null, Tensors? sampleWeight = null, int runs = 0)
    {
        RequireCompiled("ExplainTrainStep");
        if (RunEagerly)
        {
            throw new KerasInvalidOperationException($"Model '{Name}': ExplainTrainStep needs a step that is compiled. Received: runEagerly.");
        }

        ArrayData data = DataOf(x, y, sampleWeight, "ExplainTrainStep");
        Prepare(data, "ExplainTrainStep", nameof(TrainStep));
        BuildOptimizer();
        return TrainFunction(data).Explain(data.All, runs);
    }
}

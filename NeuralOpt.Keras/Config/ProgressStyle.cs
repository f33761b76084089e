namespace NeuralOpt.Keras;

/// <summary>How <c>Fit</c>, <c>Evaluate</c> and <c>Predict</c> show their progress.</summary>
public enum ProgressStyle
{
    /// <summary>Keras 3's bar on a terminal; redirected output gets only the finished line of each epoch, without control characters.</summary>
    Keras,

    /// <summary>Keras 3's bytes wherever they go: control characters and colours in files and pipes too.</summary>
    KerasExact,

    /// <summary>The look of Keras 2, <c>625/625 [==============================] - 5s 8ms/step</c>, with the same care for redirected output.</summary>
    Keras2,
}

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>A kernel that can also do its work sample by sample, as a member of a chain.</summary>
/// <remarks>
/// The order is <see cref="Begin"/>, then for each part <see cref="StartPart"/> and its samples in order, all on one thread
/// but different parts on different ones, then <see cref="End"/>. Operands may be local: addresses come from <see cref="Operand.At"/>.
/// </remarks>
internal interface ISampleKernel
{
    /// <summary>Into how many parts the samples are cut; set before working memory is asked for, not at all outside a chain.</summary>
    int Parts
    {
        set { }
    }

    /// <summary>What must be there before the first sample.</summary>
    void Begin(WorkerPool pool)
    {
    }

    /// <summary>What must be there before the first sample of a part.</summary>
    void StartPart(int part)
    {
    }

    /// <summary>Does one sample. What several samples add to belongs to their part.</summary>
    void Sample(int sample, int part);

    /// <summary>Puts together what the parts left.</summary>
    void End(WorkerPool pool)
    {
    }
}

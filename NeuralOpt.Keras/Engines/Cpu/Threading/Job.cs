namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Work cut into chunks that may run in any order and at the same time, made once and run many times.</summary>
/// <remarks>
/// How work is cut depends on its size alone, never on the number of threads, and a partial result belongs to its chunk:
/// then results are bitwise equal for any number of threads.
/// </remarks>
internal abstract class Job
{
    /// <summary>Does one chunk, 0 to the number given to <see cref="WorkerPool.Run"/>, exclusive.</summary>
    internal abstract void Run(int chunk);
}

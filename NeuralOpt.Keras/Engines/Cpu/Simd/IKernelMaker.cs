namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Makes one kernel for whatever vector width it is asked.</summary>
internal interface IKernelMaker
{
    Kernel Make<S, V>() where S : struct, ISimd<V> where V : struct;
}

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>A variable in host memory. Reading shares the memory; the next write then goes to memory of its own.</summary>
internal sealed class CpuVariable(TensorSpec spec, Buffer buffer) : VariableState(spec)
{
    private readonly Lock _lock = new();
    private Buffer _buffer = buffer;
    private bool _shared;

    internal override Tensor Read()
    {
        lock (_lock)
        {
            _shared = true;
            _buffer.IsShared = true;
            return new(Spec, _buffer);
        }
    }

    internal override void Write(Tensor value)
    {
        lock (_lock)
        {
            _buffer = value.Buffer.Copy();
            _shared = false;
        }
    }

    /// <summary>The memory for a program that only reads, or that also writes.</summary>
    internal Buffer Bind(bool write)
    {
        lock (_lock)
        {
            if (write && _shared)
            {
                _buffer = _buffer.Copy();
                _shared = false;
            }

            return _buffer;
        }
    }
}

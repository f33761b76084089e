using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>One elementwise function, or several that share a shape, in one pass over memory.</summary>
/// <remarks>
/// The elements are worked on tile by tile. Slots 0 to inputs - 1 are the inputs; every instruction writes a further one:
/// the memory of an output, or a tile in the L1 cache that only this kernel knows.
/// </remarks>
internal sealed unsafe class ElementwiseKernel : Kernel
{
    private const int TileElements = 1024;
    private const long SerialCost = 65_536;

    private readonly Instruction[] _instructions;
    private readonly ElementwiseInput[] _inputs;
    private readonly Operand?[] _outputs;
    private readonly int[] _sizes;
    private readonly int[] _tileOffset;
    private readonly int _tileBytes;
    private readonly long _length;
    private readonly int _tile;
    private readonly int _chunks;
    private readonly int _widest;
    private readonly Job _job;

    /// <param name="shape">Shape of every result.</param>
    /// <param name="inputs">What is read, and where.</param>
    /// <param name="instructions">What is computed, in order.</param>
    /// <param name="outputs">Where each instruction's result goes; null for a tile that only later instructions read.</param>
    /// <param name="outputTypes">Each instruction's dtype.</param>
    internal ElementwiseKernel(
        Shape shape, (Operand Operand, TensorSpec Spec)[] inputs, Instruction[] instructions, Operand?[] outputs, DType[] outputTypes)
    {
        _length = shape.Size();
        _instructions = instructions;
        _outputs = outputs;
        _inputs = Array.ConvertAll(inputs, i => new ElementwiseInput(i.Operand, i.Spec, shape));
        _sizes = Array.ConvertAll(outputTypes, t => t.Size());
        bool whole = Array.TrueForAll(_inputs, i => !i.NeedsTile) && !Array.Exists(outputs, o => o is null) && instructions.Length == 1;
        _tile = whole ? 1 << 20 : TileElements;
        if (Array.Find(_inputs, i => i.Period > 0 && i.Period <= TileElements) is { } periodic)
        {
            _tile = TileElements / periodic.Period * periodic.Period;
        }

        _tileOffset = new int[inputs.Length + outputs.Length];
        for (int i = 0; i < _tileOffset.Length; i++)
        {
            bool tiled = i < inputs.Length ? _inputs[i].NeedsTile : outputs[i - inputs.Length] is null;
            _tileOffset[i] = tiled ? _tileBytes : -1;
            int size = i < inputs.Length ? _inputs[i].Size : _sizes[i - inputs.Length];
            _tileBytes += tiled ? ((_tile * size) + 63) / 64 * 64 : 0;
        }

        foreach (Instruction instruction in instructions)
        {
            for (int k = 0; k < instruction.Inputs.Length; k++)
            {
                int slot = instruction.Inputs[k];
                instruction.Repeated |= slot < inputs.Length && _inputs[slot].IsSingle && _length != 1 ? 1 << k : 0;
            }
        }

        _widest = instructions.Max(i => i.Inputs.Length);
        long cost = _length * instructions.Sum(i => (long)i.Loop.Cost);
        _chunks = cost < SerialCost ? 1 : (int)Math.Clamp(_length / Math.Min(_tile, TileElements), 1, Split.Chunks);
        _job = new ChunkJob(this);
    }

    /// <summary>A kernel of one function.</summary>
    internal static ElementwiseKernel Single(Loop loop, KernelArguments arguments)
    {
        (Operand, TensorSpec)[] inputs = new (Operand, TensorSpec)[arguments.Inputs.Length];
        int[] slots = new int[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = (arguments.Inputs[i], arguments.InputSpecs[i]);
            slots[i] = i;
        }

        return new(arguments.OutputSpec.Shape, inputs, [new(loop, slots)], [arguments.Output], [arguments.OutputSpec.DType]);
    }

    internal override void Run(WorkerPool pool) => pool.Run(_job, _chunks);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunChunk(int chunk)
    {
        int alignment = Math.Min(_tile, TileElements) == _tile ? _tile : 64;
        long start = Split.Start(_length, _chunks, chunk, alignment);
        long end = Split.Start(_length, _chunks, chunk + 1, alignment);
        byte** slots = stackalloc byte*[_tileOffset.Length];
        byte** x = stackalloc byte*[_widest];
        byte* tiles = _tileBytes > 0 ? ThreadScratch.Get((nuint)_tileBytes) : null;
        for (long at = start; at < end; at += _tile)
        {
            nint n = (nint)Math.Min(_tile, end - at);
            for (int i = 0; i < _inputs.Length; i++)
            {
                ElementwiseInput input = _inputs[i];
                if (!input.NeedsTile)
                {
                    slots[i] = input.Operand.Address + (input.IsSingle ? 0 : at * input.Size);
                    continue;
                }

                slots[i] = tiles + _tileOffset[i];
                if (at == start || input.Period == 0 || _tile % input.Period != 0)
                {
                    input.Expand(at, n, slots[i]);
                }
            }

            for (int i = 0; i < _instructions.Length; i++)
            {
                int slot = _inputs.Length + i;
                slots[slot] = _outputs[i] is { } output ? output.Address + (at * _sizes[i]) : tiles + _tileOffset[slot];
                Instruction instruction = _instructions[i];
                int[] inputs = instruction.Inputs;
                for (int k = 0; k < inputs.Length; k++)
                {
                    x[k] = slots[inputs[k]];
                }

                instruction.Loop.Run(x, instruction.Repeated, slots[slot], n);
            }
        }
    }

    /// <summary>A loop and the slots that it reads.</summary>
    internal sealed class Instruction(Loop loop, int[] inputs)
    {
        internal Loop Loop { get; } = loop;

        internal int[] Inputs { get; } = inputs;

        internal int Repeated { get; set; }
    }

    private sealed class ChunkJob(ElementwiseKernel kernel) : Job
    {
        internal override void Run(int chunk) => kernel.RunChunk(chunk);
    }
}

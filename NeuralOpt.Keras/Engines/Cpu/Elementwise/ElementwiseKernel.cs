using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>One elementwise function, or several that share a shape, in one pass over memory.</summary>
/// <remarks>
/// The elements are worked on tile by tile. Slots 0 to inputs - 1 are the inputs; every instruction writes a further one:
/// the memory of an output, or a tile in the L1 cache that only this kernel knows.
/// </remarks>
internal sealed unsafe class ElementwiseKernel : Kernel, ISampleKernel
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

    /// <param name="length">Number of elements of every result.</param>
    /// <param name="inputs">What is read, where, and the shape to which it is broadcast.</param>
    /// <param name="instructions">What is computed, in order.</param>
    /// <param name="outputs">Where each instruction's result goes; null for a tile that only later instructions read.</param>
    /// <param name="types">Each instruction's dtype.</param>
    internal ElementwiseKernel(
        long length, (Operand Operand, TensorSpec Spec, Shape Shape)[] inputs, Instruction[] instructions, Operand?[] outputs, DType[] types)
    {
        _length = length;
        _inputs = Array.ConvertAll(inputs, i => new ElementwiseInput(i.Operand, i.Spec, i.Shape));
        (_instructions, _outputs, types) = KeepOldValues(_inputs, instructions, outputs, types);
        _sizes = Array.ConvertAll(types, t => t.Size());
        bool whole = Array.TrueForAll(_inputs, i => !i.NeedsTile) && _instructions.Length == 1;
        _tile = whole ? 1 << 20 : TileElements;
        if (Array.Find(_inputs, i => i.Period > 0 && i.Period <= TileElements) is { } periodic)
        {
            _tile = TileElements / periodic.Period * periodic.Period;
        }

        (_tileOffset, _tileBytes) = PlaceTiles();
        foreach (Instruction instruction in _instructions)
        {
            for (int k = 0; k < instruction.Inputs.Length; k++)
            {
                int slot = instruction.Inputs[k];
                instruction.Repeated |= slot < _inputs.Length && _inputs[slot].IsSingle && _length != 1 ? 1 << k : 0;
            }
        }

        _widest = _instructions.Max(i => i.Inputs.Length);
        long cost = _length * _instructions.Sum(i => (long)i.Loop.Cost);
        _chunks = cost < SerialCost ? 1 : (int)Math.Clamp(_length / Math.Min(_tile, TileElements), 1, Split.Chunks);
        _job = new ChunkJob(this);
    }

    /// <summary>A kernel of one function.</summary>
    internal static ElementwiseKernel Single(Loop loop, KernelArguments arguments)
    {
        (Operand, TensorSpec, Shape)[] inputs = new (Operand, TensorSpec, Shape)[arguments.Inputs.Length];
        int[] slots = new int[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = (arguments.Inputs[i], arguments.InputSpecs[i], arguments.OutputSpec.Shape);
            slots[i] = i;
        }

        return new(arguments.OutputSpec.Shape.Size(), inputs, [new(loop, slots)], [arguments.Output], [arguments.OutputSpec.DType]);
    }

    /// <summary>In how many equal samples the elements fall, where that is known.</summary>
    internal int Samples { get; init; } = 1;

    internal override void Run(WorkerPool pool) => pool.Run(_job, _chunks);

    public void Sample(int sample, int part)
    {
        long size = _length / Samples;
        RunRange(sample * size, (sample + 1) * size, sample * size);
    }

    /// <summary>Where an output overwrites an input that a later instruction still reads, it waits in a tile and is copied last.</summary>
    private static (Instruction[], Operand?[], DType[]) KeepOldValues(
        ElementwiseInput[] inputs, Instruction[] instructions, Operand?[] outputs, DType[] types)
    {
        List<Instruction> allInstructions = [.. instructions];
        List<Operand?> allOutputs = [.. outputs];
        List<DType> allTypes = [.. types];
        for (int i = 0; i < instructions.Length; i++)
        {
            int input = outputs[i] is null ? -1 : Array.FindIndex(inputs, x => x.Operand == outputs[i]);
            if (input >= 0 && instructions.Skip(i + 1).Any(later => later.Inputs.Contains(input)))
            {
                allInstructions.Add(new(Loops.Copy(types[i]), [inputs.Length + i]));
                allOutputs.Add(outputs[i]);
                allOutputs[i] = null;
                allTypes.Add(types[i]);
            }
        }

        return ([.. allInstructions], [.. allOutputs], [.. allTypes]);
    }

    /// <summary>A tile is given to another instruction after its last reader.</summary>
    private (int[] Offsets, int Bytes) PlaceTiles()
    {
        int[] offsets = new int[_inputs.Length + _instructions.Length];
        Array.Fill(offsets, -1);
        int bytes = 0;
        for (int i = 0; i < _inputs.Length; i++)
        {
            offsets[i] = _inputs[i].NeedsTile ? New(_inputs[i].Size) : -1;
        }

        Dictionary<int, Stack<int>> free = [];
        for (int i = 0; i < _instructions.Length; i++)
        {
            foreach (int slot in _instructions[i].Inputs.Distinct())
            {
                int made = slot - _inputs.Length;
                if (made >= 0 && _outputs[made] is null && !_instructions.Skip(i + 1).Any(later => later.Inputs.Contains(slot)))
                {
                    Free(_sizes[made]).Push(offsets[slot]);
                }
            }

            if (_outputs[i] is null)
            {
                offsets[_inputs.Length + i] = Free(_sizes[i]).TryPop(out int tile) ? tile : New(_sizes[i]);
            }
        }

        return (offsets, bytes);

        int New(int size)
        {
            int offset = bytes;
            bytes += ((_tile * size) + 63) / 64 * 64;
            return offset;
        }

        Stack<int> Free(int size)
        {
            if (!free.TryGetValue(size, out Stack<int>? tiles))
            {
                free[size] = tiles = [];
            }

            return tiles;
        }
    }

    private void RunChunk(int chunk)
    {
        int alignment = Math.Min(_tile, TileElements) == _tile ? _tile : 64;
        RunRange(Split.Start(_length, _chunks, chunk, alignment), Split.Start(_length, _chunks, chunk + 1, alignment), 0);
    }

    /// <param name="start">The first element.</param>
    /// <param name="end">The one after the last.</param>
    /// <param name="origin">The first of the sample that they are of.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunRange(long start, long end, long origin)
    {
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
                    slots[i] = input.IsSingle ? input.Operand.Address : input.Operand.At((nint)(origin * input.Size)) + ((at - origin) * input.Size);
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
                slots[slot] = _outputs[i] is { } output ? output.At((nint)(origin * _sizes[i])) + ((at - origin) * _sizes[i]) : tiles + _tileOffset[slot];
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

using System.Diagnostics;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Several kernels over the samples of a batch, a sample through all of them before the next.</summary>
internal sealed unsafe class ChainKernel : Kernel
{
    private readonly Kernel[] _kernels;
    private readonly ISampleKernel[] _members;
    private readonly nuint[] _scratch;
    private readonly int _samples;
    private readonly int _parts;
    private readonly nuint _local;
    private readonly Job _job;
    private long[]? _ticks;

    /// <param name="kernels">In order; each an <see cref="ISampleKernel"/>.</param>
    /// <param name="samples">How many samples there are.</param>
    /// <param name="local">Bytes that a thread needs for what they hand on.</param>
    internal ChainKernel(Kernel[] kernels, int samples, long local)
    {
        (_kernels, _samples, _local) = (kernels, samples, (nuint)local);
        _members = Array.ConvertAll(kernels, k => (ISampleKernel)k);
        _parts = PartsOf(samples);
        _scratch = new nuint[kernels.Length];
        nuint bytes = 0;
        for (int i = 0; i < kernels.Length; i++)
        {
            _members[i].Parts = _parts;
            _scratch[i] = bytes;
            bytes += (kernels[i].ScratchBytes + 63) / 64 * 64;
        }

        ScratchBytes = bytes;
        _job = new PartsJob(this);
    }

    internal override nuint ScratchBytes { get; }

    /// <summary>Twice as many parts as other work is cut into: a part goes through several kernels, so the last one to end is waited for long.</summary>
    internal static int PartsOf(int samples) => Math.Min(samples, 2 * Split.Chunks);

    internal override void Run(WorkerPool pool)
    {
        for (int i = 0; i < _members.Length; i++)
        {
            _kernels[i].Scratch = Scratch + _scratch[i];
            _members[i].Begin(pool);
        }

        pool.Run(_job, _parts);
        foreach (ISampleKernel member in _members)
        {
            member.End(pool);
        }
    }

    /// <summary>From now on the time of each member is taken.</summary>
    internal void StartMeasuring() => _ticks = new long[_members.Length];

    /// <summary>The time that all threads together spent on each member since.</summary>
    internal long[] EndMeasuring()
    {
        long[] ticks = _ticks ?? [];
        _ticks = null;
        return ticks;
    }

    private void RunSample(int sample, int part)
    {
        if (_ticks is null)
        {
            foreach (ISampleKernel member in _members)
            {
                member.Sample(sample, part);
            }

            return;
        }

        for (int i = 0; i < _members.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            _members[i].Sample(sample, part);
            Interlocked.Add(ref _ticks[i], Stopwatch.GetTimestamp() - start);
        }
    }

    private sealed class PartsJob(ChainKernel chain) : Job
    {
        internal override void Run(int chunk)
        {
            ChainMemory.Require(chain._local);
            foreach (ISampleKernel member in chain._members)
            {
                member.StartPart(chunk);
            }

            int end = (int)Split.Start(chain._samples, chain._parts, chunk + 1);
            for (int sample = (int)Split.Start(chain._samples, chain._parts, chunk); sample < end; sample++)
            {
                chain.RunSample(sample, chunk);
            }
        }
    }
}

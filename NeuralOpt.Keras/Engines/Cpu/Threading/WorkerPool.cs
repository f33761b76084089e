using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Threads that stay alive between jobs: the caller and <c>Threads - 1</c> workers share a job's chunks.</summary>
/// <remarks>
/// A step runs hundreds of jobs of some microseconds, so a dispatch allocates nothing and a worker spins a while before
/// it sleeps. The caller never waits for a worker to wake, only for chunks that one has begun.
/// A second caller, or a job that runs a job, finds the pool taken and does its chunks itself.
/// </remarks>
internal sealed class WorkerPool : IDisposable
{
    private static readonly long s_workerSpin = Math.Max(1, Stopwatch.Frequency / 20_000);
    private static readonly long s_waiterSpin = Math.Max(1, Stopwatch.Frequency / 200_000);
    private static readonly Lazy<WorkerPool> s_shared = new(() => new WorkerPool(Environment.ProcessorCount));

    private readonly Worker[] _workers;
    private Job? _job;
    private int _chunks;
    private Exception? _error;
    private Counters _counters;
    private volatile bool _stopped;

    /// <param name="threads">Threads that work on a job, the caller among them; 1 or more.</param>
    internal WorkerPool(int threads)
    {
        Threads = Guard.AtLeast(1, threads, "cpu engine", "threads");
        _workers = new Worker[threads - 1];
        for (int i = 0; i < _workers.Length; i++)
        {
            _workers[i] = new Worker(this, i + 1);
        }
    }

    /// <summary>The pool of the process, as many threads as the machine has processors.</summary>
    internal static WorkerPool Shared => s_shared.Value;

    internal int Threads { get; }

    /// <summary>Runs chunks 0 to <paramref name="chunks"/> - 1 and returns when all are done.</summary>
    /// <exception cref="Exception">The first that a chunk threw; the other chunks have run all the same, unless alone.</exception>
    internal void Run(Job job, int chunks)
    {
        if (chunks <= 1 || _workers.Length == 0 || Interlocked.CompareExchange(ref _counters.Taken, 1, 0) != 0)
        {
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                job.Run(chunk);
            }

            return;
        }

        _job = job;
        _chunks = chunks;
        _counters.Unfinished = chunks;
        Volatile.Write(ref _counters.Unclaimed, chunks);
        Interlocked.Increment(ref _counters.Generation);
        int helpers = Math.Min(_workers.Length, chunks - 1);
        for (int i = 0; i < helpers; i++)
        {
            _workers[i].Wake();
        }

        Work();
        WaitForOthers();
        Exception? error = _error;
        _error = null;
        _job = null;
        Volatile.Write(ref _counters.Taken, 0);
        if (error is not null)
        {
            ExceptionDispatchInfo.Throw(error);
        }
    }

    /// <summary>Ends the workers. No job may be running.</summary>
    public void Dispose()
    {
        _stopped = true;
        Interlocked.Increment(ref _counters.Generation);
        foreach (Worker worker in _workers)
        {
            worker.Wake();
        }
    }

    /// <summary>Claims chunks until none is left, and reports them.</summary>
    /// <remarks>
    /// A claim counts down, so a late worker that finds nothing leaves a negative number behind, which the next job
    /// overwrites; and one that finds something holds up the end of that job, so the job and its size stay put meanwhile.
    /// </remarks>
    private void Work()
    {
        int done = 0;
        int left;
        while ((left = Interlocked.Decrement(ref _counters.Unclaimed)) >= 0)
        {
            try
            {
                _job!.Run(_chunks - 1 - left);
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref _error, e, null);
            }

            done++;
        }

        if (done > 0)
        {
            Interlocked.Add(ref _counters.Unfinished, -done);
        }
    }

    /// <summary>Spins 5 us, then yields: a waiter that goes on spinning can keep its own worker off the core.</summary>
    private void WaitForOthers()
    {
        if (Volatile.Read(ref _counters.Unfinished) == 0)
        {
            return;
        }

        long start = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref _counters.Unfinished) != 0)
        {
            if (Stopwatch.GetTimestamp() - start < s_waiterSpin)
            {
                Thread.SpinWait(2);
            }
            else
            {
                Thread.Yield();
            }
        }
    }

    /// <summary>Each counter on cache lines of its own: they are written by different threads.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 640)]
    private struct Counters
    {
        [FieldOffset(128)]
        internal int Taken;

        [FieldOffset(256)]
        internal int Generation;

        [FieldOffset(384)]
        internal int Unclaimed;

        [FieldOffset(512)]
        internal int Unfinished;
    }

    private sealed class Worker
    {
        private readonly WorkerPool _pool;
        private readonly SemaphoreSlim _awake = new(0);
        private int _parked;

        internal Worker(WorkerPool pool, int index)
        {
            _pool = pool;
            // Unsafe, because a thread that lives as long as the process must not keep the tape or trace under which it was started.
            new Thread(Loop) { IsBackground = true, Name = $"NeuralOpt worker {index}" }.UnsafeStart();
        }

        /// <summary>Called after the generation has moved on: a worker that spins sees that itself.</summary>
        internal void Wake()
        {
            if (Volatile.Read(ref _parked) == 1 && Interlocked.Exchange(ref _parked, 0) == 1)
            {
                _awake.Release();
            }
        }

        private void Loop()
        {
            int seen = 0;
            while (!_pool._stopped)
            {
                seen = WaitForChange(seen);
                _pool.Work();
            }
        }

        private int WaitForChange(int seen)
        {
            ref int generation = ref _pool._counters.Generation;
            long start = Stopwatch.GetTimestamp();
            int now;
            while ((now = Volatile.Read(ref generation)) == seen)
            {
                if (Stopwatch.GetTimestamp() - start < s_workerSpin)
                {
                    Thread.SpinWait(2);
                    continue;
                }

                // Park first, look again after: either this sees the new generation or Wake sees the flag.
                Interlocked.Exchange(ref _parked, 1);
                if (Volatile.Read(ref generation) == seen || Interlocked.Exchange(ref _parked, 0) == 0)
                {
                    _awake.Wait();
                }
            }

            return now;
        }
    }
}

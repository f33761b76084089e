using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests.Engines.Cpu;

[TestClass]
public sealed class WorkerPoolTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(7)]
    public void Every_chunk_runs_exactly_once(int threads)
    {
        using var pool = new WorkerPool(threads);
        foreach (int chunks in (int[])[0, 1, 2, 3, 16, 1000])
        {
            var job = new CountingJob(chunks);
            for (int run = 1; run <= 50; run++)
            {
                pool.Run(job, chunks);
                Assert.IsTrue(job.Runs.All(count => count == run), $"{chunks} chunks, run {run}");
            }
        }
    }

    [TestMethod]
    public void Parked_workers_take_part_again()
    {
        using var pool = new WorkerPool(3);
        var job = new CountingJob(8);
        for (int run = 1; run <= 20; run++)
        {
            Thread.Sleep(2);
            pool.Run(job, 8);
            Assert.IsTrue(job.Runs.All(count => count == run));
        }
    }

    [TestMethod]
    public void An_exception_in_a_chunk_reaches_the_caller_and_the_pool_goes_on()
    {
        using var pool = new WorkerPool(3);
        for (int i = 0; i < 20; i++)
        {
            var error = Assert.ThrowsExactly<InvalidOperationException>(() => pool.Run(new ThrowingJob(i % 8), 8));
            Assert.AreEqual($"chunk {i % 8}", error.Message);
            var job = new CountingJob(8);
            pool.Run(job, 8);
            Assert.IsTrue(job.Runs.All(count => count == 1));
        }
    }

    [TestMethod]
    public void A_job_may_run_a_job()
    {
        using var pool = new WorkerPool(3);
        var inner = new CountingJob(5);
        pool.Run(new NestingJob(pool, inner), 6);
        Assert.IsTrue(inner.Runs.All(count => count == 6));
    }

    [TestMethod]
    public void Several_threads_may_share_a_pool()
    {
        using var pool = new WorkerPool(2);
        CountingJob[] jobs = [.. Enumerable.Range(0, 4).Select(_ => new CountingJob(9))];
        Thread[] threads = [.. jobs.Select(job => new Thread(() =>
        {
            for (int i = 0; i < 500; i++)
            {
                pool.Run(job, 9);
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.IsTrue(jobs.All(job => job.Runs.All(count => count == 500)));
    }

    [TestMethod]
    public void A_dispatch_allocates_nothing()
    {
        using var pool = new WorkerPool(2);
        var job = new CountingJob(16);
        pool.Run(job, 16);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            pool.Run(job, 16);
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    public void Parts_cover_the_length_and_start_at_multiples()
    {
        foreach (long length in (long[])[0, 1, 15, 16, 17, 1000])
        {
            foreach (int parts in (int[])[1, 2, 7, 16])
            {
                Assert.AreEqual(0, Split.Start(length, parts, 0, 16));
                Assert.AreEqual(length, Split.Start(length, parts, parts, 16));
                for (int part = 0; part < parts; part++)
                {
                    long start = Split.Start(length, parts, part, 16);
                    Assert.IsTrue(start <= Split.Start(length, parts, part + 1, 16));
                    Assert.IsTrue(start % 16 == 0 || start == length);
                }
            }
        }
    }

    private sealed class CountingJob(int chunks) : Job
    {
        internal int[] Runs { get; } = new int[chunks];

        internal override void Run(int chunk) => Interlocked.Increment(ref Runs[chunk]);
    }

    private sealed class ThrowingJob(int bad) : Job
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        internal override void Run(int chunk)
        {
            if (chunk == bad)
            {
                throw new InvalidOperationException($"chunk {chunk}");
            }
        }
    }

    private sealed class NestingJob(WorkerPool pool, Job inner) : Job
    {
        internal override void Run(int chunk) => pool.Run(inner, 5);
    }
}

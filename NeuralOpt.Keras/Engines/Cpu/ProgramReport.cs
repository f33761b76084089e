using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>What a kernel of a program stands for.</summary>
/// <param name="Nodes">The nodes joined in it, in order; none for a copy of a variable.</param>
/// <param name="Inputs">What it reads.</param>
/// <param name="Outputs">What it writes.</param>
/// <param name="Block">Where its first result lies in the arena; null for a variable.</param>
internal sealed record KernelNote(IReadOnlyList<Node> Nodes, Value[] Inputs, Value[] Outputs, MemoryPlan.Block? Block)
{
    /// <summary>The members of a chain, in the order of its kernels.</summary>
    internal IReadOnlyList<Step> Chain { get; init; } = [];
}

/// <summary>The plan of a program as a table: a line for each kernel in order, where its result lies, what is fused in it, how long it takes.</summary>
internal sealed class ProgramReport(IReadOnlyList<KernelNote> notes, MemoryPlan memory, long scratch)
{
    private const double Mega = 1 << 20;

    /// <param name="ticks">For each run the time of each kernel; none for the plan alone.</param>
    /// <param name="chains">For each kernel the time that all threads spent on each member of a chain in all runs; null for other kernels.</param>
    internal string Text(long[][] ticks, long[]?[] chains)
    {
        double[][] sorted = [.. notes.Select((_, i) => Microseconds(ticks, i))];
        double[] times = [.. sorted.Select(t => t.Length == 0 ? 0 : t[t.Length / 2])];
        double[] runs = [.. ticks.Select(t => t.Sum() * 1e6 / Stopwatch.Frequency).Order()];
        double all = runs.Length == 0 ? 0 : runs[runs.Length / 2];
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"cpu program: {notes.Count} kernels; {memory.Count} buffers of {memory.BytesUnshared / Mega:F2} MB ");
        text.Append(CultureInfo.InvariantCulture, $"in an arena of {memory.Bytes / Mega:F2} MB, scratch {scratch / Mega:F2} MB");
        if (ticks.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"; {all / 1000:F3} ms, medians of {ticks.Length} runs, {Simd.Level}, {WorkerPool.Shared.Threads} threads");
        }

        text.AppendLine();
        text.Append("   #  at MB    ");
        text.Append(ticks.Length > 0 ? "      us      best  share  GFLOP/s  GB/s  " : "");
        text.AppendLine("MB read  written  what");
        for (int i = 0; i < notes.Count; i++)
        {
            KernelNote note = notes[i];
            long read = note.Inputs.Sum(v => v.Spec.Bytes), written = note.Outputs.Sum(v => v.Spec.Bytes);
            string at = note.Block is null ? "variable" : (note.Block.Offset / Mega).ToString("F2", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{i,4}  {at,-8} ");
            if (ticks.Length > 0)
            {
                double flops = note.Nodes.Sum(Flops), us = Math.Max(times[i], 1e-3);
                string speed = flops > 0 ? (flops / us / 1000).ToString("F1", CultureInfo.InvariantCulture) : "";
                text.Append(CultureInfo.InvariantCulture, $"{times[i],8:F1}  {sorted[i][0],8:F1}  {times[i] / all,5:P0}  {speed,7}  {(read + written) / us / 1000,4:F1}  ");
            }

            text.AppendLine(CultureInfo.InvariantCulture, $"{read / Mega,7:F3}  {written / Mega,7:F3}  {What(note.Nodes, note.Inputs, note.Outputs)}");
            if (ticks.Length > 0 && chains[i] is { } members)
            {
                AppendMembers(text, note.Chain, members, times[i]);
            }
        }

        return text.ToString();
    }

    /// <summary>A line for each member of a chain: its share of the chain's time.</summary>
    private static void AppendMembers(StringBuilder text, IReadOnlyList<Step> chain, long[] ticks, double time)
    {
        for (int i = 0; i < chain.Count; i++)
        {
            double us = Math.Max(time * ticks[i] / Math.Max(1, ticks.Sum()), 1e-3), flops = chain[i].Members.Sum(Flops);
            string speed = flops > 0 ? (flops / us / 1000).ToString("F1", CultureInfo.InvariantCulture) : "";
            text.Append(CultureInfo.InvariantCulture, $"      +        {us,8:F1}                   {speed,7}                          ");
            text.AppendLine(What(chain[i].Members, chain[i].Inputs, chain[i].Outputs));
        }
    }

    /// <summary>Results and the primitives that make them, such as <c>Conv + Add + Relu</c>.</summary>
    private static string What(IReadOnlyList<Node> nodes, Value[] read, Value[] written)
    {
        StringBuilder text = new();
        for (int i = 0; i < nodes.Count;)
        {
            string name = Name(nodes[i].Primitive);
            int count = 1;
            while (i + count < nodes.Count && Name(nodes[i + count].Primitive) == name)
            {
                count++;
            }

            text.Append(i == 0 ? "" : " + ").Append(name).Append(count > 1 ? FormattableString.Invariant($" x{count}") : "");
            i += count;
        }

        string makers = text.Length == 0 ? "copy of a variable" : text.ToString();
        IEnumerable<string> inputs = read.Select(v => v.Spec.Shape.ToString()).GroupBy(s => s).Select(g => g.Count() > 1 ? $"{g.Count()} x {g.Key}" : g.Key);
        return $"{string.Join(", ", written.Select(v => v.Spec.Shape.ToString()))} = {makers}: {string.Join(", ", inputs)}";
    }

    private static string Name(Primitive primitive) => primitive switch
    {
        Unary unary => unary.Kind.ToString(),
        Binary binary => binary.Kind.ToString(),
        Reduce reduce => $"Reduce{reduce.Kind}",
        Pool pool => $"{pool.Kind}Pool",
        PoolGrad pool => $"{pool.Kind}PoolGrad",
        Random random => $"Random{random.Kind}",
        Scatter scatter => $"Scatter{scatter.Kind}",
        Host host => $"Host({host.Function})",
        _ => primitive.Name,
    };

    /// <summary>Floating-point operations of a product or convolution, as if all were done; 0 for the rest.</summary>
    private static double Flops(Node node)
    {
        double Size(Value value) => value.Spec.Shape.Size();
        Shape Last(int input) => node.Inputs[input].Spec.Shape;
        switch (node.Primitive)
        {
            case Engines.MatMul product:
                return 2 * Size(node.Output) * Last(0)[product.TransposeA ? ^2 : ^1];
            case Conv:
                return 2 * Size(node.Output) * Size(node.Inputs[1]) / Last(1)[^1];
            case ConvInputGrad:
                return 2 * Size(node.Inputs[0]) * Size(node.Inputs[1]) / Last(1)[^1];
            case ConvFilterGrad:
                return 2 * Size(node.Inputs[1]) * Size(node.Output) / node.Output.Spec.Shape[^1];
            default:
                return 0;
        }
    }

    /// <summary>The times of a kernel in all runs, shortest first.</summary>
    private static double[] Microseconds(long[][] ticks, int kernel) => [.. ticks.Select(t => t[kernel] * 1e6 / Stopwatch.Frequency).Order()];
}

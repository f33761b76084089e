// TorchSharp's side of the benchmarks, a process of its own: it runs steps when asked.
//
//   peer serve stock|tuned wall|processor   answers each line `WORK STEPS` with `MILLISECONDS BYTES WAY`
//   peer first NET wall|processor           the first step of a fresh process: `MILLISECONDS`
//
// MILLISECONDS are those of a step, on the wall or of the processor, BYTES those that a step allocated on the managed heap, WAY how the net is written.
// tools/benchmarks starts it with the settings of each.
using NeuralOpt.Keras.Peer;
using static TorchSharp.torch;

OldSystem.Relax();
if (args is ["first", { } net, "wall" or "processor"])
{
    Work.IsProcessorTime = args[2] == "processor";
    set_num_threads(Environment.ProcessorCount);
    Work work = Works.Ways(net, tuned: false).First()();
    Console.WriteLine(FormattableString.Invariant($"{work.Run(1):F1}"));
    return 0;
}

if (args is not ["serve", "stock" or "tuned", "wall" or "processor"])
{
    Console.Error.WriteLine($"peer: the arguments must be 'serve stock|tuned wall|processor' or 'first NET wall|processor'. Received: '{string.Join(' ', args)}'.");
    return 2;
}

bool tuned = args[1] == "tuned";
Work.IsProcessorTime = args[2] == "processor";
set_num_threads(Environment.ProcessorCount);
random.manual_seed(0);
Console.WriteLine($"ready TorchSharp {typeof(TorchSharp.torch).Assembly.GetName().Version?.ToString(3)} with libtorch {Version.Parse(__version__).ToString(3)}, {get_num_threads()} thread{(get_num_threads() == 1 ? "" : "s")}");
Dictionary<string, Work> works = [];
while (Console.ReadLine() is { } line)
{
    string[] words = line.Split(' ');
    if (!works.TryGetValue(words[0], out Work? work))
    {
        works[words[0]] = work = Works.Best(words[0], tuned);
    }

    double milliseconds = work.Run(int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture));
    Console.WriteLine(FormattableString.Invariant($"{milliseconds:R} {work.AllocatedBytes:R} {work.Way}"));
}

return 0;

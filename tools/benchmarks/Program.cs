// Speed of NeuralOpt.Keras, beside TorchSharp and the libraries beneath it.
//
//   dotnet build -c Release tools/peer        once, for TorchSharp: 200 MB to download
//   dotnet run -c Release --project tools/benchmarks -- mnist|imdb|iris|eager|kernels|startup|dropout
//
// --pairs N       turns of ours and the peer's, 7 by default
// --steps N       steps of a turn
// --processor-time  one thread each, and processor time: for a machine on which others work
// --explain       also print the plan of the step with the time of each kernel (mnist, imdb, iris)
// --explain-only  print that alone
// --no-peer       ours alone
// --data FILE     another mnist.npz (mnist), or an .npz of x (samples, 400) and y (samples) (imdb)
// --markdown      put the table into docs/performance.md
//
// Vectors of 256 bits: DOTNET_EnableAVX512=0 before the command. Results are printed, not judged.
using System.Diagnostics;
using NeuralOpt.Keras.Benchmarks;

Options options = new(args);
Watch.IsProcessorTime = options.Has("--processor-time");
if (Watch.IsProcessorTime && Environment.ProcessorCount > 1)
{
    // How many threads there are is decided when a process starts.
    ProcessStartInfo again = new(Environment.ProcessPath!, [.. StartupBenchmark.Self(), .. args]) { Environment = { ["DOTNET_PROCESSOR_COUNT"] = "1" } };
    using Process child = Process.Start(again)!;
    child.WaitForExit();
    return child.ExitCode;
}

string name = args.FirstOrDefault() ?? "";
Func<Options, Report>? run = name switch
{
    "mnist" => MnistBenchmark.Run,
    "imdb" => ImdbBenchmark.Run,
    "iris" => IrisBenchmark.Run,
    "eager" => EagerBenchmark.Run,
    "kernels" => KernelsBenchmark.Run,
    "startup" => StartupBenchmark.Run,
    "dropout" => DropoutBenchmark.Run,
    "step" => StartupBenchmark.FirstStep,
    _ => null,
};
if (run is null)
{
    Console.Error.WriteLine($"benchmarks: the first argument must be mnist, imdb, iris, eager, kernels, startup or dropout. Received: '{name}'.");
    return 2;
}

Report report = run(options);
if (options.Markdown)
{
    report.WriteMarkdown(Path.GetFullPath(Path.Combine(Options.Folder(), "..", "..", "docs", "performance.md")));
}

return 0;

// Speed of NeuralOpt.Keras, against PyTorch and the libraries beneath it.
//
//   dotnet run -c Release --project tools/benchmarks -- mnist|imdb|iris|kernels|startup|dropout
//
// --pairs N       turns of ours and the peer's, 7 by default
// --steps N       steps of a turn
// --explain       also print the plan of the step with the time of each kernel (mnist, imdb, iris)
// --explain-only  print that alone
// --no-peer       ours alone
// --data FILE     another mnist.npz (mnist), or an .npz of x (samples, 400) and y (samples) (imdb)
// --markdown      put the table into docs/performance.md
//
// The exit code is 1 when a gate is missed even by the better quartile of its measurements.
using NeuralOpt.Keras.Benchmarks;

Options options = new(args);
string name = args.FirstOrDefault() ?? "";
Func<Options, Report>? run = name switch
{
    "mnist" => MnistBenchmark.Run,
    "imdb" => ImdbBenchmark.Run,
    "iris" => IrisBenchmark.Run,
    "kernels" => KernelsBenchmark.Run,
    "startup" => StartupBenchmark.Run,
    "dropout" => DropoutBenchmark.Run,
    "step" => StartupBenchmark.FirstStep,
    _ => null,
};
if (run is null)
{
    Console.Error.WriteLine($"benchmarks: the first argument must be mnist, imdb, iris, kernels, startup or dropout. Received: '{name}'.");
    return 2;
}

Report report = run(options);
report.Finish();
if (options.Markdown)
{
    report.WriteMarkdown(Path.GetFullPath(Path.Combine(Options.Folder(), "..", "..", "docs", "performance.md")));
}

return report.AllMet ? 0 : 1;

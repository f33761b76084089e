#:project parity/NeuralOpt.Keras.Parity.csproj

// Compares this library with what real Python Keras computed.
//
//   dotnet run tools/parity.cs -- [DIR [FAMILY]] [--failures] [--markdown FILE]
//
// DIR is a folder of goldens (FAMILY.json, FAMILY.npz); the tests' Fixtures when none is given.
// --failures names each case that failed or could not be judged; --markdown writes the table as a page.
using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Parity;

return ParityProgram.Run(args, Path.GetDirectoryName(Here())!);

static string Here([CallerFilePath] string path = "") => path;

namespace NeuralOpt.Keras.Parity;

/// <summary><c>slice(start, stop, step)</c>.</summary>
internal sealed record PythonSlice(int? Start, int? Stop, int? Step);

/// <summary><c>...</c> within brackets.</summary>
internal sealed record PythonEllipsis;

/// <summary>A lambda, with what stands around it.</summary>
internal sealed record PythonFunction(Func<object?[], object?> Call);

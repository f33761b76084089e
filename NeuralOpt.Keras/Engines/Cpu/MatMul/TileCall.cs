namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>One call of a register tile: <c>C = epilogue([C +] [bias +] sum over k of A[., k] B[k, .])</c>.</summary>
/// <remarks>
/// The sum runs over <see cref="Runs"/> runs of <see cref="RunLength"/> steps: one for a matrix product, one a filter row for
/// a convolution that reads the image in place. Where a run begins is a table for A by rows, and an even distance for A by
/// columns. Distances are in floats. A tile writes whole vectors.
/// </remarks>
internal unsafe struct TileCall
{
    internal float* A;

    /// <summary>From a row of the tile to the next (A by rows), or from a step to the next (A by columns).</summary>
    internal nint AStride;

    /// <summary>A by rows only: for each run where it begins in A and where in B.</summary>
    internal nint* Offsets;

    /// <summary>A by columns only: from the start of a run in A to the start of the next.</summary>
    internal nint ARun;

    internal float* B;

    /// <summary>From a step to the next.</summary>
    internal nint BStride;

    /// <summary>A by columns only: from the start of a run in B to the start of the next.</summary>
    internal nint BRun;

    internal nint Runs;

    internal nint RunLength;

    internal float* C;

    internal nint CStride;

    /// <summary>One value a column, or null.</summary>
    internal float* Bias;

    internal bool Accumulate;

    internal Epilogue Epilogue;
}

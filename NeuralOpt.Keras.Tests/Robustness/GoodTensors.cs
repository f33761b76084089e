namespace NeuralOpt.Keras.Tests;

/// <summary>Tensors that fit the function they are passed to, so that an odd value beside them gets past the first check.</summary>
internal static class GoodTensors
{
    private static readonly HashSet<string> s_square =
    [
        "Cholesky", "CholeskyInverse", "Det", "Logdet", "Slogdet", "Eigh", "Inv", "Solve", "SolveTriangular", "Matmul", "Dot", "op_ExclusiveOr",
    ];

    private static readonly HashSet<string> s_integers =
    [
        "BitwiseAnd", "BitwiseOr", "BitwiseXor", "BitwiseNot", "BitwiseInvert", "BitwiseLeftShift", "LeftShift", "BitwiseRightShift", "RightShift",
        "Gcd", "Lcm", "op_BitwiseAnd", "op_BitwiseOr", "op_ExclusiveOr", "op_OnesComplement", "Bincount", "UnravelIndex",
    ];

    private static readonly HashSet<string> s_scalars = ["Item", "op_Explicit", "op_True", "op_False", "Cond", "Switch", "WhileLoop"];

    private static readonly HashSet<string> s_vectors = ["Vander", "Correlate", "Diagflat"];

    private static readonly HashSet<string> s_sequences = ["Conv", "DepthwiseConv", "SeparableConv", "ConvTranspose", "MaxPool", "AveragePool", "AdaptiveMaxPool", "AdaptiveAveragePool"];

    private static readonly HashSet<string> s_images = ["DepthToSpace", "SpaceToDepth", "Unfold", "DotProductAttention"];

    /// <summary>For a parameter of a method; any word for the method gives a small matrix.</summary>
    internal static Tensor For(string method, string name) => (method, name) switch
    {
        ("Conv" or "ConvTranspose", "kernel") => Ops.Ones((2, 2, 2)),
        (_, "depthwiseKernel" or "kernel") => Ops.Ones((2, 2, 1)),
        (_, "pointwiseKernel") => Ops.Ones((1, 2, 2)),
        ("Scatter", "values") => Ops.Ones(2),
        ("Scatter" or "ScatterUpdate", "indices") => Tensor.From(new[,] { { 0 }, { 1 } }),
        ("ScatterUpdate", "updates") => Ops.Ones((2, 3)),
        ("Slice" or "SliceUpdate", "startIndices") => Tensor.From(new[] { 0, 0 }),
        ("Searchsorted", "sortedSequence") or ("Digitize", "bins") => Tensor.From(new float[] { 1, 2, 3 }),
        ("InTopK" or "SparseCategoricalCrossentropy", "targets" or "target") => Tensor.From(new[] { 0, 1 }),
        ("CtcLoss", "output") => Ops.Ones((2, 5, 3)),
        ("CtcLoss", "target") => Tensor.From(new[,] { { 1, 2 }, { 2, 1 } }),
        ("CtcLoss" or "CtcDecode", _) => Tensor.From(new[] { 2, 2 }),
        ("Fold", _) => Ops.Ones((2, 4, 1)),
        ("Ldexp", "x2") => Ops.Ones((2, 3), DType.Int32),
        ("BatchNormalization", not "x") => Ops.Ones(3),
        (_, "indices" or "index" or "labels" or "segmentIds" or "sampleWeight") => Tensor.From(new[] { 0, 1 }),
        (_, "condition" or "pred" or "mask") when !s_scalars.Contains(method) => Ops.Ones((2, 3)) > 0,
        _ when s_scalars.Contains(method) => Tensor.From(new[] { 1 }).View(default),
        _ when s_integers.Contains(method) => Tensor.From(new[,] { { 1, 2 }, { 3, 4 } }),
        _ when s_square.Contains(method) => Tensor.From(new float[,] { { 2, 1 }, { 1, 3 } }),
        _ when s_vectors.Contains(method) => Ops.Arange(1, 4, dtype: DType.Float32),
        _ when s_sequences.Contains(method) => Ops.Ones((1, 6, 2)),
        _ when s_images.Contains(method) => Ops.Ones((1, 4, 4, 4)),
        _ => Ops.Multiply(Ops.Reshape(Ops.Arange(1, 7), (2, 3)), 0.125),
    };
}

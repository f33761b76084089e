namespace NeuralOpt.Keras.Engines;

/// <summary>Functions of <see cref="Unary"/>. Their order means nothing; see <see cref="KindTraits"/>.</summary>
internal enum UnaryKind
{
    [Arithmetic] Negate, [Arithmetic] Abs, [Arithmetic] Sign, [Arithmetic] Square, [Arithmetic] Sqrt, [Arithmetic] Rsqrt, [Arithmetic] Reciprocal,
    [Transcendental] Exp, [Transcendental] Exp2, [Transcendental] Expm1,
    [Transcendental] Log, [Transcendental] Log2, [Transcendental] Log10, [Transcendental] Log1p,
    [Transcendental] Sin, [Transcendental] Cos, [Transcendental] Tan, [Transcendental] Asin, [Transcendental] Acos, [Transcendental] Atan,
    [Transcendental] Sinh, [Transcendental] Cosh, [Transcendental] Tanh, [Transcendental] Asinh, [Transcendental] Acosh, [Transcendental] Atanh,
    [Transcendental] Erf, [Transcendental] Erfc, [Transcendental] ErfInv, [Transcendental] Sigmoid, [Transcendental] Softplus, [Arithmetic] Relu,
    [Arithmetic] Floor, [Arithmetic] Ceil, [Arithmetic] Round, [Arithmetic] Trunc,
    [Test] IsNaN, [Test] IsInfinity, [Test] IsFinite, [Test] LogicalNot, [Arithmetic] BitwiseNot, [Test] SignBit,
}

/// <summary>
/// Functions of <see cref="Binary"/>. Integer division and modulo round towards negative infinity, as in Python.
/// Their order means nothing; see <see cref="KindTraits"/>.
/// </summary>
internal enum BinaryKind
{
    [Arithmetic] Add, [Arithmetic] Subtract, [Arithmetic] Multiply, [Arithmetic] Divide,
    [Arithmetic] FloorDivide, [Arithmetic] Modulo, [Arithmetic] TruncatedModulo, [Arithmetic] Power,
    [Arithmetic] Maximum, [Arithmetic] Minimum, [Transcendental] Atan2, [Transcendental] Hypot, [Transcendental] NextAfter,
    [Test] Equal, [Test] NotEqual, [Test] Less, [Test] LessEqual, [Test] Greater, [Test] GreaterEqual,
    [Test] LogicalAnd, [Test] LogicalOr, [Test] LogicalXor,
    [Arithmetic] BitwiseAnd, [Arithmetic] BitwiseOr, [Arithmetic] BitwiseXor, [Arithmetic] ShiftLeft, [Arithmetic] ShiftRight,
}

/// <summary>Reductions of <see cref="Reduce"/>.</summary>
internal enum ReduceKind
{
    Sum, Product, Max, Min, Any, All, ArgMax, ArgMin,
}

/// <summary>Reductions of <see cref="Cumulative"/>.</summary>
internal enum CumulativeKind
{
    Sum, Product, Max,
}

/// <summary>How <see cref="Scatter"/> joins an update with what is there.</summary>
internal enum ScatterKind
{
    Add, Set, Max, Min, Multiply,
}

/// <summary>Reductions of <see cref="Pool"/>.</summary>
internal enum PoolKind
{
    Max, Average,
}

/// <summary>Distributions of <see cref="Random"/>.</summary>
internal enum RandomKind
{
    Uniform, Normal, TruncatedNormal, Integer,
}

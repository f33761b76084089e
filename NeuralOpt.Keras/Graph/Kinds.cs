namespace NeuralOpt.Keras.Engines;

/// <summary>Functions of <see cref="Unary"/>.</summary>
internal enum UnaryKind
{
    Negate, Abs, Sign, Square, Sqrt, Rsqrt, Reciprocal,
    Exp, Exp2, Expm1, Log, Log2, Log10, Log1p,
    Sin, Cos, Tan, Asin, Acos, Atan, Sinh, Cosh, Tanh, Asinh, Acosh, Atanh,
    Erf, Erfc, ErfInv, Sigmoid, Softplus, Relu,
    Floor, Ceil, Round, Trunc,
    IsNaN, IsInfinity, IsFinite, LogicalNot, BitwiseNot, SignBit,
}

/// <summary>Functions of <see cref="Binary"/>. Integer division and modulo round towards negative infinity, as in Python.</summary>
internal enum BinaryKind
{
    Add, Subtract, Multiply, Divide, FloorDivide, Modulo, TruncatedModulo, Power,
    Maximum, Minimum, Atan2, Hypot, NextAfter,
    Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual,
    LogicalAnd, LogicalOr, LogicalXor,
    BitwiseAnd, BitwiseOr, BitwiseXor, ShiftLeft, ShiftRight,
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

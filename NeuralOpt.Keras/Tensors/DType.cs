namespace NeuralOpt.Keras;

/// <summary>The type of a tensor's elements.</summary>
public enum DType
{
    /// <summary>32-bit floating point, the default of every layer.</summary>
    Float32,

    /// <summary>64-bit floating point.</summary>
    Float64,

    /// <summary>16-bit floating point: storage only, computed in <see cref="Float32"/> and rounded.</summary>
    Float16,

    /// <summary>32-bit signed integer.</summary>
    Int32,

    /// <summary>64-bit signed integer.</summary>
    Int64,

    /// <summary>8-bit unsigned integer, as images are stored.</summary>
    UInt8,

    /// <summary>True or false, one byte an element.</summary>
    Bool,

    /// <summary>8-bit signed integer: storage only.</summary>
    Int8,

    /// <summary>16-bit signed integer: storage only.</summary>
    Int16,

    /// <summary>16-bit unsigned integer: storage only.</summary>
    UInt16,

    /// <summary>32-bit unsigned integer: storage only.</summary>
    UInt32,
}
